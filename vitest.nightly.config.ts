import { defineConfig, mergeConfig } from 'vitest/config'
import config from './vitest.config.js'

/** What takes minutes: `npm run test:nightly`, on the build, beside what `npm run test:long` runs. */
export default mergeConfig(
  { ...config, test: { ...config.test, include: [], exclude: [] } },
  defineConfig({
    test: {
      include: ['test/**/*.nightly.test.ts'],
      exclude: ['test/e2e/**'],
      testTimeout: 3_600_000,
      hookTimeout: 3_600_000,
    },
  }),
)
