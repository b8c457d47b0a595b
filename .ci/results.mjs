// Reads the results of vitest's JSON reporter for .ci/run: `failed-files FOLDER SUITE`, `summary FOLDER [FAILED_STEP ...]`.
import fs from 'node:fs'

const SUITES = ['embedded', 'long-embedded', 'node24', 'server', 'long-server', 'long-sockets', 'cluster', 'e2e']
// So many failed files that chance is not their cause: they are not run again.
const MOST_REPEATED = 5

const [command, folder, ...rest] = process.argv.slice(2)
if (command === 'failed-files') console.log(failedFiles(rest[0]).join(' '))
else process.exitCode = summary(rest)

function filesOf(suite) {
  const file = `${folder}/${suite}.json`
  if (!fs.existsSync(file)) return undefined
  return JSON.parse(fs.readFileSync(file, 'utf8')).testResults.map((result) => ({
    path: result.name.slice(process.cwd().length + 1),
    failed: result.status === 'failed',
    message: result.message,
    seconds: Math.round((result.endTime - result.startTime) / 1000),
    tests: result.assertionResults,
  }))
}

function failedFiles(suite) {
  const failed = (filesOf(suite) ?? []).filter((file) => file.failed).map((file) => file.path)
  return failed.length > MOST_REPEATED ? [] : failed
}

function summary(failedSteps) {
  let passed = 0
  let failed = failedSteps.length
  for (const suite of SUITES) {
    const first = filesOf(suite)
    if (first === undefined) {
      console.log(`${suite}: no result`)
      failed += 1
      continue
    }
    const again = filesOf(`${suite}-again`) ?? []
    const repeated = new Set(again.map((file) => file.path))
    const replaced = first.filter((file) => repeated.has(file.path))
    const counted = [...first.filter((file) => !repeated.has(file.path)), ...again]
    for (const file of replaced) tellFailures(`FAILED AT FIRST ${suite}`, file)
    for (const file of counted) tellFailures(`FAILED ${suite}`, file)
    const count = (...statuses) =>
      counted.flatMap((file) => file.tests).filter((test) => statuses.includes(test.status)).length
    const slowest = first.toSorted((a, b) => b.seconds - a.seconds).slice(0, 6)
    console.log(
      `${suite}: ${count('passed')} passed, ${count('failed')} failed, ${count('skipped', 'pending', 'todo')} skipped`,
    )
    console.log(`  slowest: ${slowest.map((file) => `${file.path} ${file.seconds} s`).join(', ')}`)
    passed += count('passed')
    failed += count('failed')
  }
  for (const step of failedSteps) console.log(`FAILED STEP ${step}`)
  console.log(`${passed} passed, ${failed} failed`)
  return failed === 0 && passed > 0 ? 0 : 1
}

function tellFailures(words, file) {
  const failed = file.tests.filter((test) => test.status === 'failed')
  for (const { fullName, failureMessages } of failed)
    console.log(`${words} ${file.path} > ${fullName}\n${failureMessages.join('\n').slice(0, 1500)}\n`)
  if (file.failed && failed.length === 0) console.log(`${words} ${file.path}\n${file.message.slice(0, 1500)}\n`)
}
