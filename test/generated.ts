import { type CategoryRef, total } from '../src/domain/codes.js'
import { Decimal, type Printed } from '../src/domain/decimal.js'
import type { Figure, ReleaseHead } from '../src/domain/indicator.js'
import { parsePeriod, yearBefore } from '../src/domain/period.js'
import { type IngestReport, ingest } from '../src/store/ingest.js'
import type { Database } from '../src/store/open.js'

const metrics = ['TRADE', 'EXPORTS', 'IMPORTS']
const categories: CategoryRef[][] = [
  [total],
  ...['EU', 'US', 'DE', 'JP', 'VN'].map((code) => [{ dimension: 'PARTNER', code }]),
  ...['ELECTROMECHANICAL', 'SHIPS'].map((code) => [{ dimension: 'PRODUCT', code }]),
  [
    { dimension: 'ENTERPRISE_TYPE', code: 'PRIVATE' },
    { dimension: 'PARTNER', code: 'EU' },
  ],
]

/** The nth of a fixed sequence of whole numbers below `below` that looks like chance. */
const drawn = (n: number, below: number): number => Number(((BigInt(n) * 6364136223846793005n) >> 33n) % BigInt(below))

const printed = (n: number): Printed => ({ value: new Decimal(drawn(n, 400) - 200).div(10), decimals: 1 })

/**
 * Figures of a made-up release, always the same: 27 series of months and of years, with ties, with gaps in value,
 * growth and share, and with every qualifier. 27 more for each year beyond the first.
 */
export function madeUp(years: number, unlike = 0): Figure[] {
  const periods = Array.from({ length: years }, (_, index) => 1990 + index).flatMap((year) => [
    `${year}`,
    `${year}-06`,
    `${year}-12`,
  ])
  const figures: Figure[] = []
  for (const metric of metrics)
    for (const refs of categories)
      for (const text of periods) {
        const n = figures.length + 1
        const period = parsePeriod(text)
        const value = drawn(n, 9) === 0 ? null : new Decimal(drawn(n * 31, 500) + unlike)
        figures.push({
          metric,
          categories: refs,
          period,
          unit: drawn(n * 7, 2) === 0 || value === null ? 'CNY' : 'CNY_MILLION',
          value,
          decimals: value === null ? null : 0,
          qualifier:
            value === null
              ? 'EXACT'
              : ((['EXACT', 'EXACT', 'OVER', 'UNDER', 'ABOUT'] as const)[drawn(n * 3, 5)] ?? 'EXACT'),
          status: value === null ? 'MISSING' : 'NORMAL',
          flags: null,
          changes: drawn(n * 5, 3) === 0 ? [] : [{ percent: printed(n * 11), points: null, base: yearBefore(period) }],
          share: drawn(n * 13, 3) === 0 ? printed(n * 17) : null,
          shareOf: null,
          shareChange: null,
          note: { en: null, zh: null },
        })
      }
  return figures
}

/** Takes in a made-up release. */
export function takeIn(
  database: Database,
  code: string,
  figures: readonly Figure[],
  publishedAt = '2019-01-01T00:00:00Z',
): Promise<IngestReport> {
  const head: ReleaseHead = {
    code,
    title: code,
    publisher: 'Nobody',
    publishedAt,
    stage: 'MONTHLY',
    url: null,
    note: null,
  }
  return ingest(
    database,
    head,
    (async function* () {
      yield* figures
    })(),
  )
}
