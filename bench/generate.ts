import type { CodeListRows } from '../src/domain/codes.js'

const metrics = ['TRADE', 'EXPORTS', 'IMPORTS', ...Array.from({ length: 17 }, (_, index) => `METRIC_${index + 1}`)]
const dimensions = ['A', 'B', 'C', 'D', 'E']
const perYear = 20 * 5000

/** A tree of three levels, ten, nine and ten wide: 1,000 categories of a dimension. */
function tree(dimension: string): CodeListRows['categories'] {
  const all: CodeListRows['categories'][number][] = []
  const add = (code: string, parent: string | null): void => {
    all.push({
      dimension,
      code,
      name: { en: code, zh: null },
      description: null,
      parent,
      isAggregate: false,
      members: null,
    })
  }
  for (let a = 0; a < 10; a++) {
    add(`${dimension}${a}`, null)
    for (let b = 0; b < 9; b++) {
      add(`${dimension}${a}_${b}`, `${dimension}${a}`)
      for (let c = 0; c < 10; c++) add(`${dimension}${a}_${b}_${c}`, `${dimension}${a}_${b}`)
    }
  }
  return all
}

const none = { zh: null }
/** Twenty metrics, five dimensions, 5,000 categories. */
export const codeLists: CodeListRows = {
  metrics: metrics.map((code) => ({ code, name: { en: code, ...none }, description: null, additivity: 'FLOW' })),
  dimensions: ['TOTAL', ...dimensions].map((code) => ({ code, name: { en: code, ...none }, description: null })),
  categories: [
    {
      dimension: 'TOTAL',
      code: 'ALL',
      name: { en: 'All', ...none },
      description: null,
      parent: null,
      isAggregate: false,
      members: null,
    },
    ...dimensions.flatMap(tree),
  ],
}

/**
 * Figures in the tidy format, the same in every run: each metric by each category, ten years or as many as it takes, with growth that the
 * levels give, trade as the sum of exports and imports, and parts below their wholes. Answers how many.
 */
export async function writeFigures(count: number, write: (text: string) => Promise<void>): Promise<number> {
  const years = Math.max(10, Math.ceil(count / perYear))
  await write('metric,dimension,category,period,value,unit,change\n')
  let written = 0
  let lines: string[] = []
  for (const { dimension, code } of codeLists.categories.slice(1)) {
    const depth = code.split('_').length
    const size = 10 ** (10 - 2 * depth)
    const before = new Map<string, number>()
    for (let year = 2014; year < 2014 + years; year++) {
      const values = new Map<string, number>()
      for (const metric of metrics) {
        const noise = hash(`${metric}${code}`) * (1 + 0.03 * (year - 2014)) + 0.02 * hash(`${code}${metric}${year}`)
        values.set(metric, Math.round(size * (1 + noise)))
      }
      values.set('TRADE', (values.get('EXPORTS') ?? 0) + (values.get('IMPORTS') ?? 0))
      for (const [metric, value] of values) {
        if (written >= count) break
        const base = before.get(metric)
        const growth = base === undefined ? '' : ((value / base - 1) * 100).toFixed(1)
        lines.push(
          `${metric},${dimension},${code},${year},${value},CNY_10_THOUSAND,${growth === '-0.0' ? '0.0' : growth}\n`,
        )
        before.set(metric, value)
        written += 1
      }
    }
    if (lines.length >= 5000) {
      await write(lines.join(''))
      lines = []
    }
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
