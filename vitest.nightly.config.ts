import { defineConfig, mergeConfig } from 'vitest/config'
import config from './vitest.config.js'

/** What takes many minutes: `npm run test:nightly`, on the build, beside what `npm run test:long` runs. */
export default mergeConfig(
  { ...config, test: { ...config.test, include: [], exclude: [] } },
  defineConfig({
    test: {
      include: ['test/**/*.nightly.test.ts'],
      testTimeout: 3_600_000,
      hookTimeout: 120_000,
    },
  }),
)
