import type { CodeListRows } from '../src/domain/codes/codes.js'
import { tradeDataset } from '../test/figures.js'

const metrics = ['TRADE', 'EXPORTS', 'IMPORTS', ...Array.from({ length: 17 }, (_, index) => `METRIC_${index + 1}`)]
const dimensions = ['A', 'B', 'C', 'D', 'E']
const years = 10
const perCategory = metrics.length * years
/** What is measured by the month. */
export const monthlyMetric = 'MONTHLY'

type Category = CodeListRows['categories'][number]
const none = { zh: null }

/** How wide trees are at their third level, so that there are categories for so many figures: ten for a million. */
const widthFor = (count: number): number =>
  Math.max(10, Math.ceil((count / perCategory / dimensions.length / 10 - 1) / 9) - 1)

/** A tree of three levels, ten, nine and `width` wide, its leaves last: one of each, then another. */
function tree(dimension: string, width: number): Category[] {
  const upper: Category[] = []
  const leaves = Array.from({ length: width }, (): Category[] => [])
  const category = (code: string, parent: string | null): Category => ({
    dimension,
    code,
    name: { en: code, ...none },
    description: null,
    parent,
    isAggregate: false,
    members: null,
  })
  for (let a = 0; a < 10; a++) {
    upper.push(category(`${dimension}${a}`, null))
    for (let b = 0; b < 9; b++) {
      upper.push(category(`${dimension}${a}_${b}`, `${dimension}${a}`))
      for (const [c, all] of leaves.entries()) all.push(category(`${dimension}${a}_${b}_${c}`, `${dimension}${a}_${b}`))
    }
  }
  return [...upper, ...leaves.flat()]
}

/**
 * Twenty metrics and one by the month, five dimensions and, for a million figures or fewer, 5,000 categories; with further
 * metrics MORE_1, MORE_2, …
 */
export function codeListsFor(count: number, further = 0): CodeListRows {
  const more = Array.from({ length: further }, (_, index) => `MORE_${index + 1}`)
  const width = widthFor(count)
  const all = { code: 'ALL', name: { en: 'All', ...none } }
  return {
    datasets: [tradeDataset],
    metrics: [...metrics, monthlyMetric, ...more].map((code) => ({
      code,
      name: { en: code, ...none },
      description: null,
      additivity: 'FLOW',
    })),
    dimensions: ['TOTAL', ...dimensions].map((code) => ({ code, name: { en: code, ...none }, description: null })),
    categories: [
      { dimension: 'TOTAL', ...all, description: null, parent: null, isAggregate: false, members: null },
      ...dimensions.flatMap((dimension) => tree(dimension, width)),
    ],
  }
}

export const codeLists = codeListsFor(1_000_000)

/**
 * Figures in the tidy format, the same in every run: each metric by each category for ten years, the categories of all
 * dimensions in turn, with growth that the levels give, trade as the sum of exports and imports, and parts below their
 * wholes; then up to 400 monthly series of ten years, with their total. Answers how many. Of `share` of them only, as
 * chance has it, where that is given.
 */
export async function writeFigures(count: number, write: (text: string) => Promise<void>, share = 1): Promise<number> {
  await write('metric,dimension,category,period,value,unit,change\n')
  const monthly = Math.min(400, Math.floor(count / 2500))
  const yearly = count - (monthly === 0 ? 0 : (monthly + 1) * years * 12)
  let written = 0
  let lines: string[] = []
  const add = (metric: string, ref: string, period: string, value: number, base: number | undefined): void => {
    const growth = base === undefined ? '' : ((value / base - 1) * 100).toFixed(1)
    const line = `${metric},${ref},${period},${value},CNY_10_THOUSAND,${growth === '-0.0' ? '0.0' : growth}\n`
    if (share === 1 || hash(line) < share) lines.push(line)
    written += 1
  }
  const inTurns = dimensions.map((dimension) => tree(dimension, widthFor(count)))
  for (let at = 0; at < (inTurns[0]?.length ?? 0) && written < yearly; at++)
    for (const { dimension, code } of inTurns.flatMap((each) => each[at] ?? [])) {
      const size = 10 ** (10 - 2 * code.split('_').length)
      const before = new Map<string, number>()
      for (let year = 2014; year < 2014 + years; year++) {
        const values = new Map<string, number>()
        for (const metric of metrics) {
          const noise = hash(`${metric}${code}`) * (1 + 0.03 * (year - 2014)) + 0.02 * hash(`${code}${metric}${year}`)
          values.set(metric, Math.round(size * (1 + noise)))
        }
        values.set('TRADE', (values.get('EXPORTS') ?? 0) + (values.get('IMPORTS') ?? 0))
        for (const [metric, value] of values) {
          if (written >= yearly) break
          add(metric, `${dimension},${code}`, `${year}`, value, before.get(metric))
          before.set(metric, value)
        }
      }
      if (lines.length >= 5000) {
        await write(lines.join(''))
        lines = []
      }
    }
  const leaves = tree('A', widthFor(count)).filter(({ code }) => code.split('_').length === 3)
  for (const code of monthly === 0 ? [] : [null, ...leaves.slice(0, monthly).map((each) => each.code)])
    for (let month = 0, values: number[] = []; month < years * 12; month++) {
      const period = `${2014 + Math.floor(month / 12)}-${`${(month % 12) + 1}`.padStart(2, '0')}`
      const noise = 0.002 * month + 0.1 * hash(`${code}${period}`)
      values.push(Math.round((code === null ? 1e8 : 1e5 * (0.5 + hash(code))) * (1 + noise)))
      add(monthlyMetric, code === null ? 'TOTAL,ALL' : `A,${code}`, period, values.at(-1) ?? 0, values.at(-13))
    }
  await write(lines.join(''))
  return written
}

/** A number from 0 to 1 that looks like chance: FNV-1a. */
function hash(text: string): number {
  let state = 0x811c9dc5
  for (let index = 0; index < text.length; index++) state = Math.imul(state ^ text.charCodeAt(index), 0x01000193)
  return (state >>> 0) / 2 ** 32
}
