import { type CategoryRef, type CodeListRows, categoryText, type DatasetRow } from '../src/domain/codes/codes.js'
import {
  canonical,
  decimalsOf,
  type Printed,
  parseDecimal,
  printed,
  printedText,
} from '../src/domain/numbers/decimal.js'
import type { Observation, Qualifier, ReleaseHead } from '../src/domain/observations/observation.js'
import type { PrintedObservation } from '../src/domain/observations/printed.js'
import { seriesKey } from '../src/domain/observations/series-key.js'
import { parsePeriod, yearBefore } from '../src/domain/periods/period.js'
import { baseOf, type Unit } from '../src/domain/units/unit.js'
import { writeCodeLists } from '../src/store/admin/code-lists.js'
import { change } from '../src/store/database/change.js'
import type { Database } from '../src/store/database/open.js'
import { type IngestOptions, ingest } from '../src/store/ingest/ingest.js'
import type { Item } from '../src/store/ingest/item.js'
import type { IngestReport } from '../src/store/ingest/refusal.js'

/** A figure as a test writes it down: numbers as they are printed, codes as users write them. */
export interface Written extends Pick<Observation, 'metric' | 'unit' | 'qualifier' | 'status' | 'flags' | 'note'> {
  readonly categories: readonly string[]
  readonly period: string
  readonly value: string | null
  /** Where the number itself does not say it: -3 for 556000. */
  readonly decimals: number | null
  /** In percent on the same period a year before. */
  readonly yoy: string | null
  readonly changes: readonly { readonly percent?: string; readonly points?: string; readonly base: string }[]
  readonly share: string | null
  readonly shareOf: readonly [metric: string, category: string] | null
  readonly shareChange: string | null
}

const usual: Written = {
  metric: 'TRADE',
  categories: ['TOTAL:ALL'],
  period: '2023',
  unit: 'CNY_TRILLION',
  value: null,
  decimals: null,
  qualifier: 'EXACT',
  status: 'NORMAL',
  flags: null,
  yoy: null,
  changes: [],
  share: null,
  shareOf: null,
  shareChange: null,
  note: { en: null, zh: null },
}

/** A figure of all trade in 2023, in trillion yuan, but for what is given. */
export function figure(given: Partial<Written> = {}): Observation {
  const { period, value, decimals, yoy, changes, share, shareOf, shareChange, ...rest } = { ...usual, ...given }
  const own = parsePeriod(period)
  const number = (text: string | null | undefined): Printed | null => (text == null ? null : printed(text))
  const onYear = yoy === null ? [] : [{ percent: printed(yoy), points: null, base: yearBefore(own) }]
  const others = changes.map(({ percent, points, base }) => ({
    percent: number(percent),
    points: number(points),
    base: parsePeriod(base),
  }))
  return {
    ...rest,
    categories: rest.categories.map(categoryOf),
    period: own,
    value: value === null ? null : parseDecimal(value),
    decimals: value === null ? null : (decimals ?? decimalsOf(value)),
    changes: [...onYear, ...others],
    share: number(share),
    shareOf: shareOf && { metric: shareOf[0], category: categoryOf(shareOf[1]) },
    shareChange: number(shareChange),
  }
}

function categoryOf(text: string): CategoryRef {
  const colon = text.indexOf(':')
  return { dimension: text.slice(0, colon), code: text.slice(colon + 1) }
}

/** The same figure as files have it: its numbers as text. */
export function printedFigure(figure: Observation, release = 'R'): PrintedObservation {
  const { value, decimals, changes, share, shareChange, ...rest } = figure
  const text = (number: Printed | null): string | null => (number === null ? null : printedText(number))
  return {
    ...rest,
    decimals,
    value: value === null ? null : printedText({ value, decimals: decimals ?? 0 }),
    changes: changes.map(({ percent, points, base }) => ({ percent: text(percent), points: text(points), base })),
    share: text(share),
    shareChange: text(shareChange),
    dataset: 'CN_TRADE',
    release,
  }
}

/** A release of New Year's Day 2024, but for what is given. */
export const head = (given: Partial<ReleaseHead> = {}): ReleaseHead => ({
  code: 'R1',
  title: 'Trade in figures',
  publisher: 'Customs',
  publishedAt: '2024-01-01T00:00:00Z',
  stage: 'MONTHLY',
  url: null,
  note: null,
  ...given,
})

/** Takes in one release; what does not add up among figures that were made up is accepted. */
export const release = (
  database: Database,
  given: Partial<ReleaseHead>,
  figures: readonly Observation[],
  options: IngestOptions = {},
): Promise<IngestReport> => ingest(database, head(given), each(figures), { acceptFindings: true, ...options })

async function* each(figures: readonly Observation[]): AsyncGenerator<Item> {
  for (const figure of figures) yield { observation: figure, row: null, source: null }
}

/** What a figure is a figure of: its series and its period. */
export const nameOf = ({ metric, categories, unit, period: { frequency, text } }: Observation): string =>
  `${seriesKey({ dataset: 'CN_TRADE', metric, categories, measure: baseOf(unit), frequency })} ${text}`

/** All that is printed of a figure, as one text: what comes out of a store is to be what went in, digit for digit. */
export function said(figure: Observation): string {
  const { value, decimals, changes, share, shareOf, shareChange, note } = figure
  const number = (printing: Printed | null): string => (printing === null ? '' : printedText(printing))
  return [
    nameOf(figure),
    figure.unit,
    value === null ? 'none' : `${canonical(value)} to ${decimals}`,
    figure.qualifier,
    figure.status,
    figure.flags,
    ...changes.map(({ percent, points, base }) => `${number(percent)}% ${number(points)}pp on ${base.text}`).sort(),
    `${number(share)} of ${shareOf && `${shareOf.metric}|${categoryText(shareOf.category)}`}, ${number(shareChange)}`,
    note.en,
    note.zh,
  ].join('; ')
}

/** The dataset that ships, for a store without the shipped code lists. */
export const tradeDataset: DatasetRow = {
  code: 'CN_TRADE',
  name: { en: 'Foreign trade', zh: null },
  description: { en: null, zh: null },
  agency: null,
  reporter: null,
  licence: null,
  homepage: null,
  calendar: null,
}

const place = (code: string, parent: string | null, members: readonly string[] | null = null) => ({
  dimension: 'LOCATION',
  code,
  name: { en: code, zh: null },
  description: null,
  parent,
  isAggregate: members !== null,
  members,
})

/** What generated figures need beside the shipped code lists: a tree of three levels, a group, a code in two dimensions. */
export const generatedCodes: CodeListRows = {
  metrics: [],
  dimensions: [],
  categories: [
    place('GUANGDONG', null),
    place('SHENZHEN', 'GUANGDONG'),
    place('QIANHAI', 'SHENZHEN'),
    place('ZHUHAI', 'GUANGDONG'),
    place('浙江', null),
    place('SHIPS', '浙江'), // PRODUCT has one too: it has to be asked for as LOCATION:SHIPS
    place('DELTA', null, ['SHENZHEN', 'ZHUHAI']),
  ],
}

/** Adds the code lists that generated figures need. */
export const prepareForGenerated = (database: Database): Promise<void> =>
  change(database, async (tx, version) => {
    await writeCodeLists(tx, version, generatedCodes)
    return { changed: true, result: undefined }
  })

const metricUnits: readonly (readonly [metric: string, units: readonly [Unit, ...Unit[]]])[] = [
  ['TRADE', ['CNY', 'CNY_100_MILLION', 'CNY_BILLION']],
  ['TRADE', ['USD', 'USD_MILLION']],
  ['EXPORTS', ['CNY', 'CNY_10_THOUSAND', 'CNY_TRILLION']],
  ['IMPORTS', ['CNY', 'CNY_TRILLION']],
  ['TRADING_ENTERPRISES', ['ENTERPRISE', 'ENTERPRISE_10_THOUSAND']],
]

const breakdowns: readonly (readonly string[])[] = [
  ['TOTAL:ALL'],
  ...['ELECTROMECHANICAL', 'NEW_THREE', 'SOLAR_BATTERIES', 'SHIPS', 'LABOR_INTENSIVE'].map((code) => [
    `PRODUCT:${code}`,
  ]),
  ...['EU', 'DE', 'US', 'ASEAN', 'VN'].map((code) => [`PARTNER:${code}`]),
  ...generatedCodes.categories.map(({ code }) => [`LOCATION:${code}`]),
  ...['EU', 'US', 'VN'].flatMap((partner) =>
    ['ELECTROMECHANICAL', 'SHIPS'].map((product) => [`PARTNER:${partner}`, `PRODUCT:${product}`]),
  ),
  ['LOCATION:SHENZHEN', 'REGIME:PROCESSING'],
  ['LOCATION:浙江', 'REGIME:PROCESSING_SUPPLIED_MATERIALS'],
  ['ENTERPRISE_TYPE:PRIVATE', 'LOCATION:SHIPS', 'PARTNER:EU'],
]

const twoDigits = (month: number): string => String(month).padStart(2, '0')

/** Every period that there is in these years, of every frequency. */
export const generatedPeriods: readonly string[] = [2022, 2023, 2024].flatMap((year) => [
  `${year}`,
  ...[1, 2].map((half) => `${year}-H${half}`),
  ...[1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`),
  ...Array.from({ length: 12 }, (_, month) => `${year}-${twoDigits(month + 1)}`),
  ...Array.from({ length: 12 }, (_, month) => `${year}-01/${year}-${twoDigits(month + 1)}`),
])

/**
 * That many different figures, the same for the same seed: five metrics with their measures, in one, two and three
 * dimensions, of every frequency, with every qualifier, many ties, and often no level, growth or share. At most some
 * 15,000. They need the codes of `prepareForGenerated`.
 */
export function generated(count: number, seed: number): readonly Observation[] {
  const all = metricUnits.flatMap(([metric, units]) =>
    breakdowns.flatMap((categories) => generatedPeriods.map((period) => ({ metric, units, categories, period }))),
  )
  if (count > all.length) throw new RangeError(`there are ${all.length} different figures to generate`)
  const chance = generator(seed)
  const below = (bound: number): number => Math.floor(chance() * bound)
  const one = <T>(list: readonly [T, ...T[]]): T => list[below(list.length)] ?? list[0]
  const maybe = <T>(likely: number, make: () => T): T | null => (chance() < likely ? make() : null)
  const tenths = (most: number): string => (below(most * 10) / 10).toFixed(1)

  return all
    .map((each) => ({ ...each, at: chance() }))
    .sort((a, b) => a.at - b.at)
    .slice(0, count)
    .map(({ metric, units, categories, period }) => {
      const value = maybe(0.85, () => one([`${below(12)}`, `${below(12)}.5`, `${below(4) * 1000}`, `-${below(5)}.25`]))
      return figure({
        metric,
        categories,
        period,
        value,
        unit: value === null ? units[0] : one(units),
        qualifier:
          value === null ? 'EXACT' : one<Qualifier>(['EXACT', 'EXACT', 'EXACT', 'EXACT', 'OVER', 'UNDER', 'ABOUT']),
        status: value === null ? 'MISSING' : one(['NORMAL', 'PRELIMINARY', 'REVISED']),
        yoy: maybe(0.6, () => one([tenths(9), `-${tenths(4)}`, '5', '5.0'])),
        changes: maybe(0.1, () => [{ percent: tenths(9), base: '2019' }]) ?? [],
        ...maybe(0.3, () => ({ share: tenths(30), shareOf: [metric, 'TOTAL:ALL'] as const })),
      })
    })
}

/** Numbers from 0 to 1 that look like chance: mulberry32. */
function generator(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}
