/** Two kinds of tests: fast ones in Node, and those that need a browser. */
import { defineConfig } from 'vitest/config';

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
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          isolate: false,
          // A safety net for a hanging browser, not a measure: the machine may be slow and shared.
          testTimeout: 600_000,
          hookTimeout: 600_000,
          fileParallelism: false,
          // After the others: a browser wants the machine for itself.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
