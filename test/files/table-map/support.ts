import { type CategoryRef, categoryText } from '../../../src/domain/codes/codes.js'
import { printedText } from '../../../src/domain/numbers/decimal.js'
import type { Observation } from '../../../src/domain/observations/observation.js'
import { parsePeriod } from '../../../src/domain/periods/period.js'
import type { Problem } from '../../../src/files/input/reader.js'
import type { TableReading } from '../../../src/files/table-map/body.js'
import type { TableMap } from '../../../src/files/table-map/map.js'
import { type TableOptions, table } from '../../../src/files/table-map/reader.js'
import type { TableCategory } from '../../../src/files/table-map/tree.js'

/** A table with every part that a map can describe, over two provinces. */
export const smallMap: TableMap = {
  title: 'Small table',
  header: 3,
  unit: { row: 1, texts: { '单位：万元': 'CNY_10_THOUSAND' }, besides: ['Unnamed: {number}'] },
  footnotes: ['注：'],
  symbols: { '-': 'NIL', '…': 'MISSING' },
  columns: [
    {
      is: 'category',
      header: [null, '地区', '地区'],
      dimension: 'LOCATION',
      language: 'ZH',
      total: ['总值'],
      aliases: { 旧市: '新市' },
      codes: { 外省: 'ABROAD' },
      names: { 甲省: 'First' },
      levels: [
        { name: 'province', labels: ['甲省', '乙直辖市'], complete: true },
        { name: 'city', labels: ['雄安新区'], ends: ['市'] },
        { name: 'zone', ends: ['区'] },
      ],
    },
    { is: 'value', header: [null, '出口', '{month}月'], metric: 'EXPORTS', span: 'MONTH', decimals: 0 },
    { is: 'value', header: [null, '出口', '1至{month}月'], metric: 'EXPORTS', span: 'YEAR_TO_DATE', decimals: 0 },
    {
      is: 'growth',
      header: [null, ['同比±％', '同比±％.1'], '出口'],
      metric: 'EXPORTS',
      span: 'YEAR_TO_DATE',
      decimals: 1,
    },
  ],
}

export const smallHead = 'Unnamed: 0,,单位：万元,单位：万元\n地区,出口,出口,同比±％\n地区,3月,1至3月,出口\n'
export const smallRows =
  '总值,300,900,5.0\n甲省,200,600,-1.5\n新市,150,400,-\n新市高新区,-,40,0.0\n乙直辖市,100,300,9.9\n'

export interface ReadTable {
  readonly readings: readonly TableReading[]
  readonly figures: readonly Observation[]
  readonly categories: readonly TableCategory[]
  readonly problems: readonly Problem[]
}

/** A table of March 2024 as it is read, with everything that it yields. */
export async function readTable(
  text: string | Uint8Array,
  map: TableMap = smallMap,
  options: Partial<TableOptions> = {},
  size = 65_536,
): Promise<ReadTable> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  const all: TableOptions = { file: 'a.csv', stage: 'MONTHLY', period: parsePeriod('2024-03'), ...options }
  const readings: TableReading[] = []
  for await (const reading of table(chunked(bytes, size), map, all)) readings.push(reading)
  return {
    readings,
    figures: readings.flatMap(({ figure }) => figure ?? []),
    categories: readings.flatMap(({ category }) => category ?? []),
    problems: readings.flatMap(({ problems }) => problems ?? []),
  }
}

async function* chunked(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
}

/** "row, column: found" of each problem. */
export const places = (problems: readonly Problem[]): string[] =>
  problems.map(({ row, column, found }) => `${row}, ${column}: ${found}`)

/** A figure in a line. */
export const line = (figure: Observation): string =>
  [
    [
      figure.metric,
      figure.categories.map((each: CategoryRef) => categoryText(each)).join('+'),
      figure.period.text,
    ].join(' '),
    figure.value === null
      ? figure.status
      : `${printedText({ value: figure.value, decimals: figure.decimals ?? 0 })} ${figure.unit}`,
    ...figure.changes.map(({ percent, base }) => `${percent && printedText(percent)}% on ${base.text}`),
  ].join(', ')
