import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, Workplace } from '../cli/process.js'
import { readBlocks } from '../docs/blocks.js'
import { address } from '../docs/clone.js'
import { Reader } from '../docs/reader.js'
import { programOf } from './interpreters.js'

const rsdmx = programOf(['Rscript'], 'r-cran-rsdmx', '-e', 'library(rsdmx)')

const workplace = new Workplace()
let reader: Reader
beforeAll(async () => {
  reader = await Reader.of(workplace, 'built', { SEED: 'true' })
  await reader.serve()
})
afterAll(() => workplace.clear())

/** Runs a program of R, and returns the lines that it prints. */
async function lines(program: string): Promise<readonly string[]> {
  const { out } = await reader.run(`Rscript --vanilla - <<'END'\nsuppressMessages(library(rsdmx))\n${program}\nEND\n`)
  return out.trim().split('\n')
}

const read = (path: string): string => `readSDMX('http://${reader.address}/sdmx/v2/${path}')`
const print = (vector: string): string => `cat(paste(${vector}, collapse = ' '), '\\n')`

describe.skipIf(rsdmx.isLeftOut)(`rsdmx${rsdmx.notTried}`, () => {
  test('runs the program of docs/sdmx.md, which prints the answers of the API', async () => {
    const blocks = readBlocks(await readFile(join(reader.clone, 'docs/sdmx.md'), 'utf8'))
    const program = blocks.find(({ language }) => language === 'r')?.text ?? ''
    const [, ...rows] = await lines(program.replaceAll(address, reader.address))
    const { indicators } = await ask(
      `http://${reader.address}`,
      `{ indicators(filter: { datasets: ["CN_TRADE"], metrics: ["EXPORTS"], dimensions: ["TOTAL"], frequency: [ANNUAL], unit: CNY },
        orderBy: { field: PERIOD }) { nodes { period value(unit: CNY_BILLION) yoyChange } } }`,
    )
    const numbers = indicators.nodes.map((node: Record<string, string>) => Object.values(node).map(Number))
    expect(rows.map((row) => row.trim().split(/\s+/).map(Number))).toEqual(numbers)
    expect(numbers.length).toBeGreaterThan(3)
  })

  test('reads dataflows and their data structures', async () => {
    const dsd = read('structure/datastructure/GACC/DSD_CN_TRADE?references=descendants')
    const found = await lines(`
      flows <- as.data.frame(${read('structure/dataflow')})
      ${print('flows$id')}
      ${print('flows$dsdRef')}
      s <- ${dsd}
      d <- slot(slot(s, 'datastructures'), 'datastructures')[[1]]
      ${print('sapply(d@Components@Dimensions, function(x) x@conceptRef)')}
      ${print('sapply(d@Components@Dimensions, function(x) x@codelist)[1:3]')}
      cat(d@Components@TimeDimension@conceptRef, length(d@Components@Attributes), '\\n')
      ${print("as.data.frame(slot(s, 'codelists'), codelistId = 'CL_FREQ')$label.en")}`)
    expect(found.map((line) => line.trim())).toEqual([
      'CN_TRADE EXCHANGE_RATES',
      'DSD_CN_TRADE DSD_EXCHANGE_RATES',
      expect.stringMatching(/^FREQ METRIC UNIT_MEASURE PRODUCT PARTNER /),
      'CL_FREQ CL_METRIC CL_UNIT_MEASURE',
      'TIME_PERIOD 15',
      'Annual Half-yearly Quarterly Monthly Year to date',
    ])
  })

  test('reads the same values from generic and structure-specific data', async () => {
    const path = 'data/dataflow/GACC/CN_TRADE/1.0.0/*.EXPORTS'
    const [generic, specific] = await lines(`
      ${print(`as.data.frame(${read(path)})$obsValue`)}
      ${print(`as.data.frame(${read(`${path}?format=structurespecificdata&formatVersion=2.1`)})$OBS_VALUE`)}`)
    const numbers = (text = '') => text.trim().split(' ').map(Number)
    expect(numbers(specific)).toEqual(numbers(generic))
    expect(numbers(generic).length).toBeGreaterThan(5)
  })
})
