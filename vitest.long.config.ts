import { defineConfig, mergeConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import config from './vitest.config.js'

/** Small files that take minutes: begun last, one of them would leave the other worker without work. */
const longest = ['docs/readme', 'faults/kill-points', 'clients/clients', 'package/']

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLongest = ({ moduleId }: TestSpecification): boolean => longest.some((each) => moduleId.includes(each))
    const sorted = await super.sort(files)
    return [...sorted.filter(isLongest), ...sorted.filter((each) => !isLongest(each))]
  }
}

/** What starts many processes or kills them: `npm run test:long`, on the build, beside what `npm test` runs. */
export default mergeConfig(
  { ...config, test: { ...config.test, include: [], exclude: [] } },
  defineConfig({
    test: {
      include: ['test/**/*.long.test.ts'],
      exclude: ['test/e2e/**'],
      testTimeout: 480_000,
      hookTimeout: 480_000,
      sequence: { sequencer: LongestFirst },
    },
  }),
)
