import { defineConfig } from 'vitest/config'

/** What needs a browser: `npm run test:e2e`, on the built server. */
export default defineConfig({
  test: { include: ['test/e2e/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000, fileParallelism: false },
})
