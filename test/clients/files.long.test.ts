import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, Workplace } from '../cli/process.js'
import { Reader } from '../docs/reader.js'

const workplace = new Workplace()
let reader: Reader
beforeAll(async () => {
  reader = await Reader.of(workplace, 'built', { SEED: 'true' })
  await reader.serve()
})
afterAll(() => workplace.clear())

const runs = (interpreter: string): boolean => {
  try {
    execFileSync(interpreter, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

const exportsOf2024 = `{ indicators(first: 1000, filter: {
  metrics: ["EXPORTS"], dimensions: ["LOCATION"], frequency: [MONTHLY], from: "2024-01", to: "2024-12", unit: CNY
}) { nodes { value(unit: CNY_BILLION) category { name } } } }`

/** The sums of the provinces, largest first, as an example prints them. */
async function largest(): Promise<readonly string[]> {
  const { indicators } = await ask(`http://${reader.address}`, exportsOf2024)
  const sums = new Map<string, number>()
  for (const { value, category } of indicators.nodes)
    sums.set(category.name, (sums.get(category.name) ?? 0) + Number(value))
  const sorted = [...sums].sort(([, one], [, other]) => other - one).slice(0, 5)
  return sorted.map(([name, sum]) => {
    const number = sum.toLocaleString('en-GB', { minimumFractionDigits: 5, maximumFractionDigits: 5 })
    return `${`Exports, ${name}`.padEnd(20)} ${number.padStart(14)}   12 months`
  })
}

test.skipIf(!runs('python3'))('python: the README prints the sums of the API, and their source', async () => {
  const command = await reader.follow('examples/python/README.md')
  expect(command?.out.split('\n').slice(1, 6)).toEqual(await largest())
})

test.skipIf(!runs('Rscript'))('r: the README prints the sums of the API, and draws them', async () => {
  const command = await reader.follow('examples/r/README.md')
  expect(command?.out.split('\n').slice(1, 6)).toEqual(await largest())
  expect((await readFile(join(reader.clone, 'examples/r/exports.pdf'))).subarray(0, 5).toString()).toBe('%PDF-')
})
