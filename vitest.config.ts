import { defineConfig } from 'vitest/config'
import { preact } from './vite.config.js'

export default defineConfig({
  // graphql ships twice; what Node loads for the libraries is what the tests must load, or no schema is its own.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }, ...preact] },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**', 'test/**/*.long.test.ts', 'test/**/*.nightly.test.ts'],
    globalSetup: 'test/setup.ts',
    pool: 'forks',
    maxWorkers: 2,
    execArgv: ['--max-semi-space-size=64'],
    // Files share what they import, and nothing else: each has a store of its own.
    isolate: false,
    experimental: { fsModuleCache: true },
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
