import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/seed.ts'],
    exclude: ['test/long/**'],
    // Every core: by default one is left idle, of two.
    maxWorkers: '100%',
    // Also the bound on what may not take long: tests measure no time of their own.
    testTimeout: 30_000,
  },
});
