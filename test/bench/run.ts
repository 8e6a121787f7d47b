/** `npm run bench -- NAME ...`: runs one of the measurements of this folder. */
import { readdirSync } from 'node:fs';

const names = readdirSync(import.meta.dirname)
  .map((file) => file.replace(/\.ts$/, ''))
  .filter((name) => name !== 'run');
const [name = ''] = process.argv.slice(2);
if (!names.includes(name)) {
  process.stderr.write(`Name one of: ${names.join(', ')}.\n`);
  process.exit(2);
}
await import(`./${name}.ts`);
