// `npm run test:partitioned`: the tests, with the figures of every store partitioned by year.
import { spawn } from 'node:child_process'

const tests = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, TEST_PARTITIONED: 'true' },
})
tests.once('exit', (code) => {
  process.exitCode = code ?? 1
})
