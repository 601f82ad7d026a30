import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{bot,retrieval,evals,scripts,seeds}/**/*.test.ts', '*.test.ts'],
          exclude: ['**/*.browser.test.ts', '**/*.local-model.test.ts', '**/node_modules/**'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          // Needs a package that is not installed by default: npm run test:local-model installs it.
          name: 'local-model',
          include: ['scripts/**/*.local-model.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['bot/**/*.browser.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
