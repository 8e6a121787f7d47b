/** Measures what is put together from a review: `npm run bench -- synthesis [flow|tables] [ROWS...]`. */
const parts: Record<string, (sizes: number[]) => Promise<void>> = {
  flow: async (sizes) => (await import('./synthesis-flow.ts')).benchFlow(sizes),
  tables: async (sizes) => (await import('./synthesis-tables.ts')).benchTables(sizes),
};

const words = process.argv.slice(3);
const chosen = words.filter((word) => word in parts);
const sizes = words.map(Number).filter((size) => size > 0);
for (const [name, run] of Object.entries(parts))
  if (chosen.length === 0 || chosen.includes(name))
    await run(sizes.length > 0 ? sizes : [1000, 10_000, 100_000]);
