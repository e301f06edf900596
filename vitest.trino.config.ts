import { defineConfig } from 'vitest/config';

/** Tests that need a Trino cluster: `npm run test:trino` brings one up. */
export default defineConfig({
  test: {
    include: ['tests/trino/**/*.test.ts'],
    globalSetup: ['tests/support/global-setup.ts'],
    testTimeout: 240_000,
    hookTimeout: 300_000,
    pool: 'forks',
    maxWorkers: 1,
    fileParallelism: false,
  },
} as never);
