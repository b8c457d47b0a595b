import { defineConfig, mergeConfig } from 'vitest/config'
import config from './vitest.config.js'

/** What starts many processes or kills them: `npm run test:long`, on the build, beside what `npm test` runs. */
export default mergeConfig(
  { ...config, test: { ...config.test, include: [], exclude: [] } },
  defineConfig({
    test: { include: ['test/**/*.long.test.ts'], exclude: ['test/e2e/**'], testTimeout: 480_000, hookTimeout: 480_000 },
  }),
)
