/** Two kinds of tests: fast ones in Node, and those that need a browser. */
import { defineConfig } from 'vitest/config';

/** A safety net for what hangs, not a measure: the machine may be slow and shared. */
const patience = { testTimeout: 600_000, hookTimeout: 600_000 };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          // Vitest would leave one core idle, which on two is half of them.
          maxWorkers: '100%',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**'],
          setupFiles: ['test/properties.ts'],
          // Loading the program costs more than most files of tests do: files share it, and leave nothing behind.
          isolate: false,
          restoreMocks: true,
          unstubEnvs: true,
          ...patience,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          isolate: false,
          ...patience,
          fileParallelism: false,
          // After the others: a browser wants the machine for itself.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
