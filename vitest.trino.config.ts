import { defineConfig } from 'vitest/config';

/** Tests that need a Trino cluster: `npm run test:trino` brings one up. */
const short = process.env['COUNTERFOIL_TRINO_FORM'] === 'short';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    include: short
      ? ['macros', 'models', 'end-to-end'].map((name) => `tests/trino/${name}.test.ts`)
      : ['tests/trino/**/*.test.ts'],
    globalSetup: ['tests/support/global-setup.ts'],
    testTimeout: 240_000,
    hookTimeout: 300_000,
    pool: 'forks',
    maxWorkers: 1,
    fileParallelism: false,
  },
} as never);
