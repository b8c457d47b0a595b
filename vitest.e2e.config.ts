import { defineConfig } from 'vitest/config'
import { preact } from './vite.config.js'

/** What needs a browser: `npm run test:e2e`, on the built server. */
export default defineConfig({
  resolve: { alias: preact },
  test: {
    include: ['test/e2e/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
    fileParallelism: false,
  },
})
