import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, Workplace } from '../cli/process.js'
import { readBlocks } from '../docs/blocks.js'
import { address } from '../docs/clone.js'
import { Reader } from '../docs/reader.js'
import { programOf } from './interpreters.js'

const python = programOf(['python3'])
const pandas = programOf(['python3', '/usr/bin/python3'], 'python3-pandas', '-c', 'import pandas')
const r = programOf(['Rscript'])
const calc = programOf(['soffice'])

const workplace = new Workplace()
let reader: Reader
beforeAll(async () => {
  reader = await Reader.of(workplace, 'built', { SEED: 'true' })
  await reader.serve()
})
afterAll(() => workplace.clear())

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

test.skipIf(python.isLeftOut)(`python: the README prints the sums of the API${python.notTried}`, async () => {
  const command = await reader.follow('examples/python/README.md')
  expect(command?.out.split('\n').slice(1, 6)).toEqual(await largest())
})

test.skipIf(r.isLeftOut)(`r: the README prints and draws the sums of the API${r.notTried}`, async () => {
  const command = await reader.follow('examples/r/README.md')
  expect(command?.out.split('\n').slice(1, 6)).toEqual(await largest())
  expect((await readFile(join(reader.clone, 'examples/r/exports.pdf'))).subarray(0, 5).toString()).toBe('%PDF-')
})

const totals = `{ indicators(filter: {
  datasets: ["CN_TRADE"], metrics: ["EXPORTS"], dimensions: ["TOTAL"], frequency: [ANNUAL]
}, orderBy: { field: PERIOD }) { nodes { period value(unit: CNY_BILLION) yoyChange } } }`

describe('docs/spreadsheets.md: the program prints the answers of the API', () => {
  test.skipIf(pandas.isLeftOut)(`pandas${pandas.notTried}`, () => printsTotals('python', pandas.command, '-'))
  test.skipIf(r.isLeftOut)(`R${r.notTried}`, () => printsTotals('r', r.command, '--vanilla', '-'))
})

describe.skipIf(calc.isLeftOut)(`LibreOffice Calc opens the address of a${calc.notTried}`, () => {
  test.each(['csv', 'xlsx'])('%s file, with the numbers of the API', async (form) => {
    const folder = join(reader.clone, '..', `calc-${form}`)
    const file = `http://${reader.address}/data/CN_TRADE/EXPORTS.${form}?frequency=ANNUAL&unit=CNY_BILLION`
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`
    // One that reads CSV would copy it as CSV: a sheet of its own form is written between the two.
    for (const [from, to] of [
      [file, 'fods'],
      [join(folder, 'EXPORTS.fods'), 'csv'],
    ] as const)
      execFileSync(calc.command, [profile, '--headless', '--convert-to', to, '--outdir', folder, from], {
        stdio: 'ignore',
      })
    const rows: Record<string, string>[] = parse(await readFile(join(folder, 'EXPORTS.csv')), { columns: true })
    const cells = rows.map((row) => [row['period'], row['value'], row['yoy_change']].map(Number))
    const { indicators } = await ask(`http://${reader.address}`, totals)
    expect(cells).toEqual(indicators.nodes.map((node: Record<string, string>) => Object.values(node).map(Number)))
    expect(cells.length).toBeGreaterThan(3)
  })
})

/** Runs the program of the guide in a language, and compares the numbers that it prints. */
async function printsTotals(language: string, interpreter: string, ...given: readonly string[]): Promise<void> {
  const blocks = readBlocks(await readFile(join(reader.clone, 'docs/spreadsheets.md'), 'utf8'))
  const program = blocks.find((block) => block.language === language)?.text ?? ''
  const command = await reader.run(
    `${interpreter} ${given.join(' ')} <<'END'\n${program.replaceAll(address, reader.address)}END\n`,
  )
  const [, ...rows] = command.out.trim().split('\n')
  const { indicators } = await ask(`http://${reader.address}`, totals)
  const numbers = indicators.nodes.map((node: Record<string, string>) => Object.values(node).map(Number))
  expect(rows.map((row) => row.trim().split(/\s+/).map(Number))).toEqual(numbers)
  expect(numbers.length).toBeGreaterThan(3)
}
