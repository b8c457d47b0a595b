import type { Period } from '../../../domain/periods/period.js'
import { matchesOf } from '../../../lib/matches.js'
import { type Item, Slice } from '../../items.js'
import type { Span } from '../../source.js'
import type { Frame, Phrase, Reporter, Statement, Vocabulary } from '../../statement.js'
import { metricsIn, phrasesOf } from './subject.js'

interface Column {
  readonly role: 'LEVEL' | 'CHANGE' | 'SHARE'
  /** The metric; null where the names of the rows say it. */
  readonly metric: Frame['metric'] | null
  readonly measure: string | null
  readonly exponent: number
}

/** The columns of a table in a text, in the order of the numbers of its rows. */
type Columns = readonly Column[]

export interface Table {
  readonly columns: Columns
  readonly speaker: Reporter | null
  readonly period: Period | null
  readonly metric: Frame['metric'] | null
}

const units: readonly (readonly [RegExp, string, number])[] = [
  [/^(?:人民币)?万亿元?(?:人民币)?$/u, 'CNY', 12],
  [/^(?:人民币)?亿元(?:人民币)?$/u, 'CNY', 8],
  [/^(?:人民币)?万元(?:人民币)?$/u, 'CNY', 4],
  [/^亿美元$/u, 'USD', 8],
  [/^万美元$/u, 'USD', 4],
]
const cell = /([^（()）\s]{1,20})[（(]([^（()）]{1,12})[）)]/gu
const change = /^(?:累计)?(?:同比|增长|增减|增幅|增速|变化)(?:增长|增减|变化|幅度|率|[±+-])*$/u
const share = /^(?:占比|比重|占[^，]{0,8}比重|份额)$/u
const first =
  /^(?:主要)?(?:贸易方式|贸易伙伴|国别|国家|地区|市场|商品|产品|企业|项目|指标|类别|名称|品名|性质|类型|城市|地市|区县|序号|或|、|\/)*(?:名称|类型|性质)?$/u

/** Reads the header of a table whose cells have their units: 贸易方式 进出口（亿元） 同比（%） 占比（%）. */
export function columnsOf(line: string): Columns | null {
  if (/[，。；：！？\x81-\x88]/u.test(line) || line.length > 120) return null
  const columns: Column[] = []
  let [end, isFirst] = [0, true]
  for (const { 0: whole, 1: name = '', 2: unit = '', index } of matchesOf(cell, line)) {
    const between = line.slice(end, index).trim()
    end = index + whole.length
    const column = columnOf(isFirst ? named(name) : name, unit, columns.at(-1)?.metric ?? null)
    if (column === null && isFirst && first.test(name)) continue
    if (column === null || (isFirst ? !first.test(between) : between !== '')) return null
    columns.push(column)
    isFirst = false
  }
  return line.slice(end).trim() === '' && columns.length > 1 ? columns : null
}

/** Leaves out the name of the first column, which no space divides from the second one. */
const named = (cells: string): string => {
  const [metric] = metricsIn(cells)
  const at = metric?.start ?? cells.search(/同比|增长|增减|金额|总值|数值|价值|累计/u)
  return at > 0 && first.test(cells.slice(0, at)) ? cells.slice(at) : cells
}

function columnOf(name: string, unit: string, before: Frame['metric'] | null): Column | null {
  if (/^[%％]$/u.test(unit)) {
    const role = change.test(name) ? 'CHANGE' : share.test(name) ? 'SHARE' : null
    return role && { role, metric: before, measure: null, exponent: 0 }
  }
  const found = units.find(([words]) => words.test(unit))
  const [metric, ...others] = metricsIn(name)
  const isAmount = /^(?:金额|总值|数值|价值|累计|累计金额)$/u.test(name)
  if (found === undefined || others.length > 0 || !(isAmount || (metric?.start === 0 && metric.end === name.length)))
    return null
  return { role: 'LEVEL', metric: metric?.metric ?? null, measure: found[1], exponent: found[2] }
}

interface Cell {
  readonly item: Item
  readonly role: Statement['role']
  readonly sign: number
  readonly metric: Frame['metric'] | null
}

export interface Row {
  readonly phrases: readonly Phrase[]
  readonly cells: readonly Cell[]
}

const total = /^(?:进出口|出口|进口)?(?:总值|总额|总计|合计|总量)$/u

/** Reads a line as a row of a table; null if it is none. */
export function rowOf(
  columns: Columns,
  text: string,
  line: Span,
  items: readonly Item[],
  vocabulary: Vocabulary,
): Row | null {
  const [head] = items
  if (head === undefined || items.length !== columns.length) return null
  const isPlain = items.every(({ kind }) => kind === 'NUMBER' || kind === 'PERCENT')
  const name = Slice.of(text, { start: line.start, end: head.start })
    .trimmed(/^[#＃\s]*(?:其中[：:]?)?/u)
    .trimmed(/[\s+-]+$/u)
  const rest = items.map(({ end }, at) => text.slice(end, items[at + 1]?.start ?? line.end))
  if (!isPlain || !/^[\p{Script=Han}（）()“”、]{2,24}$/u.test(name.text)) return null
  if (!rest.every((each, at) => (at === rest.length - 1 ? /^\s*$/u : /^\s+[+-]?$/u).test(each))) return null
  const [metric, ...others] = metricsIn(name.text)
  const isMetric = metric?.start === 0 && metric.end === name.text.length && others.length === 0
  const cells = columns.map((column, at): Cell => {
    const item = items[at] ?? head
    const before = text.slice(item.start - 1, item.start)
    return {
      item: { ...item, measure: column.measure, exponent: column.exponent },
      role: column.role,
      sign: item.sign === -1 || before === '-' ? -1 : 1,
      metric: isMetric ? metric.metric : column.metric,
    }
  })
  const isTotal = isMetric || total.test(name.text)
  return { phrases: isTotal ? [] : phrasesOf(name, 1, null, vocabulary.dimensionOf, true), cells }
}
