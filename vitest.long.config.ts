import { defineConfig } from 'vitest/config';

// Fuzzing, large files, kill tests: what takes minutes.
export default defineConfig({
  test: { include: ['test/long/**/*.test.ts'], testTimeout: 20 * 60_000, fileParallelism: false },
});
