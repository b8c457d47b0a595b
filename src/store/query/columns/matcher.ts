import { type CodeLists, subtree } from '../../../domain/codes/codes.js'
import { codesWith } from '../../../domain/codes/labels.js'
import type { Decimal } from '../../../domain/numbers/decimal.js'
import {
  type DecimalRange,
  type IndicatorFilter,
  type ListScope,
  namesReleases,
} from '../../../domain/observations/filter.js'
import { qualifiers } from '../../../domain/observations/observation.js'
import { parseInstant } from '../../../domain/periods/instant.js'
import type { Frequency, Period } from '../../../domain/periods/period.js'
import { compatible, type Unit } from '../../../domain/units/unit.js'
import { getOrInsert } from '../../../lib/memo.js'
import { breakdownsOfDatasets, breakdownsWithin, checkShape, toBaseUnit } from '../../sql/filter.js'
import { leastOrdinalAfter, leastOrdinalFrom } from '../../sql/period.js'
import type { Block, NumberName, SeriesEntry } from './block.js'
import { extremesOf, noRow } from './extremes.js'
import { comparedTo } from './sorting.js'

type SeriesTest = (block: Block, series: SeriesEntry) => boolean

interface RowTest {
  readonly ofRow: (block: Block) => (row: number) => boolean
  /** Returns what all rows of a series satisfy alike, or null where they do not. */
  readonly ofSeries: ((block: Block) => (place: number) => boolean | null) | null
}

const eachRow = (ofRow: RowTest['ofRow']): RowTest => ({ ofRow, ofSeries: null })

/** The condition of a filter on figures of blocks, divided into what the series decides and what the figure decides. */
export interface Matcher {
  readonly metrics: readonly number[]
  readonly categories: readonly number[] | null
  readonly periods: readonly Period[] | null
  readonly cells: readonly SeriesTest[]
  readonly series: readonly SeriesTest[]
  readonly rows: readonly RowTest[]
  /** The instant as of which figures are known; null is now. */
  readonly at: number | null
  /** The number of tests that a figure may take. */
  readonly weight: number
}

export const mostMetrics = 50

/**
 * Returns the condition of a filter and scope; null for those that only SQL answers: of many metrics, or by releases or
 * newest periods. Throws for unknown codes as the SQL of the filter does.
 */
export function matcherOf(filter: IndicatorFilter, scope: ListScope, codes: CodeLists): Matcher | null {
  if (filter.latest != null || namesReleases(filter) || scope?.kind === 'release') return null
  const metrics = metricsOf(filter, scope, codes)
  if (metrics.length > mostMetrics) return null
  checkShape(filter)
  const at = filter.asOf == null ? null : parseInstant(filter.asOf).at.getTime()
  const tests = testsOf(filter, codes)
  return {
    metrics,
    categories: scope?.kind === 'category' ? [scope.id] : categoriesOf(filter, codes),
    periods: filter.periods ?? null,
    rows: tests.rows,
    cells: [...(scope?.kind === 'dataset' ? [inDatasets([scope.code], codes)] : []), ...tests.cells],
    series: [...scopeTests(scope), ...tests.series],
    at,
    weight: weightOf(filter),
  }
}

function weightOf({ and, or, not, ...fields }: IndicatorFilter): number {
  const given = Object.values(fields).filter((field) => field != null)
  const own = given.reduce<number>((sum, field) => sum + (isRange(field) ? Object.keys(field).length : 1), 1)
  return [...(and ?? []), ...(or ?? []), ...(not == null ? [] : [not])].reduce(
    (sum, child) => sum + weightOf(child),
    own,
  )
}

const isRange = (field: unknown): field is DecimalRange =>
  typeof field === 'object' && !Array.isArray(field) && field !== null && !('ordinal' in field)

function metricsOf({ metrics }: IndicatorFilter, scope: ListScope, codes: CodeLists): readonly number[] {
  if (scope?.kind === 'metric') return [scope.id]
  if (metrics == null) return codes.metrics.flatMap(({ id, measures }) => (measures.length === 0 ? [] : [id]))
  return [...new Set(metrics.map((code) => codes.metric(code)?.id ?? 0))]
}

function scopeTests(scope: ListScope): readonly SeriesTest[] {
  if (scope?.kind === 'category') return [inCategories([scope.id])]
  return scope?.kind === 'series' ? [(_, { id }) => id === scope.id] : []
}

const categoryIds = (list: readonly string[], codes: CodeLists): number[] =>
  list.map((text) => codes.findCategory(text).id)
const idsWithin = (list: readonly string[], codes: CodeLists): number[] =>
  list.flatMap((text) => subtree(codes.findCategory(text)).map(({ id }) => id))

function categoriesOf({ categories, within }: IndicatorFilter, codes: CodeLists): readonly number[] | null {
  if (categories != null) return categoryIds(categories, codes)
  return within == null ? null : idsWithin(within, codes)
}

interface Tests {
  readonly cells: SeriesTest[]
  readonly series: SeriesTest[]
  readonly rows: RowTest[]
}

// The order of the fields is that of the SQL of a filter, so that the first unknown code is the same.
function testsOf(filter: IndicatorFilter, codes: CodeLists): Tests {
  const tests = testsOfFields(filter, codes)
  const { and, or, not } = filter
  if (and?.length === 0) tests.cells.push(() => false)
  for (const child of (and ?? []).map((each) => testsOf(each, codes))) {
    tests.cells.push(...child.cells)
    tests.series.push(...child.series)
    tests.rows.push(...child.rows)
  }
  if (or != null)
    addCombined(
      tests,
      or.map((child) => testsOf(child, codes)),
      some,
    )
  if (not != null) addCombined(tests, [testsOf(not, codes)], none)
  return tests
}

type Combine = (children: readonly Tests[], isSatisfied: (each: Tests) => boolean) => boolean
const some: Combine = (children, isSatisfied) => children.some(isSatisfied)
const none: Combine = (children, isSatisfied) => !children.some(isSatisfied)

function addCombined(tests: Tests, children: readonly Tests[], combine: Combine): void {
  const ofSeries = (block: Block, entry: SeriesEntry) => (each: Tests) =>
    each.cells.every((test) => test(block, entry)) && each.series.every((test) => test(block, entry))
  if (children.some(({ rows }) => rows.length > 0))
    tests.rows.push(
      eachRow((block) => {
        const rowTests = new Map(children.map(({ rows }) => [rows, rows.map(({ ofRow }) => ofRow(block))]))
        return (row) => {
          const isOfSeries = ofSeries(block, block.entryOf(row))
          const satisfies = (each: Tests): boolean => rowTests.get(each.rows)?.every((test) => test(row)) ?? true
          return combine(children, (each) => isOfSeries(each) && satisfies(each))
        }
      }),
    )
  else {
    const byCell = children.every(({ series }) => series.length === 0)
    const into = byCell ? tests.cells : tests.series
    into.push((block, entry) => combine(children, ofSeries(block, entry)))
  }
}

function testsOfFields(filter: IndicatorFilter, codes: CodeLists): Tests {
  const cells: SeriesTest[] = []
  const series: SeriesTest[] = []
  const rows: RowTest[] = []
  const { datasets, metrics, dimensions, categories, within, text, unit, periods, from, to, frequency } = filter
  if (datasets != null) cells.push(inDatasets(datasets, codes))
  if (metrics != null) cells.push(isOfMetrics(metrics.map((code) => codes.findMetric(code).id)))
  if (dimensions != null) cells.push(brokenDownBy(dimensions, codes))
  if (categories != null) series.push(inCategories(categoryIds(categories, codes)))
  if (within != null) series.push(inCategories(idsWithin(within, codes)))
  if (text != null) series.push(matchesText(text, codes))
  if (unit != null) rows.push(isInUnits(compatible(unit)))
  if (periods != null) addPeriods(periods, cells, rows)
  if (from != null) {
    const first = leastOrdinalFrom(from)
    rows.push(ofPeriods((ordinal) => ordinal >= first))
  }
  if (to != null) {
    const end = leastOrdinalAfter(to)
    rows.push(ofPeriods((ordinal) => ordinal < end))
  }
  if (frequency != null) cells.push((_, entry) => frequency.includes(entry.frequency))
  if (filter.value != null) rows.push(...inRange(toBaseUnit(filter.value, unit), 'value'))
  if (filter.yoyChange != null) rows.push(...inRange(filter.yoyChange, 'yoy'))
  if (filter.share != null) rows.push(...inRange(filter.share, 'share'))
  const { hasValue, qualifiers: named } = filter
  if (hasValue != null) rows.push(eachRow((block) => (row) => block.has('value', row) === hasValue))
  if (named != null) {
    const wanted = named.map((each) => qualifiers.indexOf(each))
    rows.push(
      eachRow(
        ({ columns: { qualifier } }) =>
          (row) =>
            wanted.includes(qualifier[row] as number),
      ),
    )
  }
  return { cells, series, rows }
}

function isOfMetrics(ids: readonly number[]): SeriesTest {
  const wanted = new Set(ids)
  return ({ metric }) => wanted.has(metric)
}

const inDatasets = (list: readonly string[], codes: CodeLists): SeriesTest => isOf(breakdownsOfDatasets(list, codes))

const brokenDownBy = (list: readonly string[], codes: CodeLists): SeriesTest => isOf(breakdownsWithin(list, codes))

function isOf(breakdowns: readonly number[]): SeriesTest {
  const wanted = new Set(breakdowns)
  return (_, { breakdown }) => wanted.has(breakdown)
}

function inCategories(ids: readonly number[]): SeriesTest {
  const wanted = new Set(ids)
  return (_, { categories }) => categories.some((id) => wanted.has(id))
}

function matchesText(text: string, codes: CodeLists): SeriesTest {
  const words = codesWith(text, codes).map(({ metrics, categories }) => ({
    metrics: new Set(metrics),
    categories: new Set(categories),
  }))
  return ({ metric }, entry) =>
    words.every((word) => word.metrics.has(metric) || entry.categories.some((id) => word.categories.has(id)))
}

function isInUnits(units: readonly Unit[]): RowTest {
  const wanted = new Set<string>(units)
  return eachRow((block) => (row) => wanted.has(block.unit(row)))
}

const ofPeriods = (test: (ordinal: number) => boolean): RowTest =>
  eachRow(
    ({ columns: { period } }) =>
      (row) =>
        test(period[row] as number),
  )

function addPeriods(periods: readonly Period[], cells: SeriesTest[], rows: RowTest[]): void {
  const ordinals = new Map<Frequency, Set<number>>()
  for (const { frequency, ordinal } of periods) getOrInsert(ordinals, frequency, () => new Set()).add(ordinal)
  cells.push((_, { frequency }) => ordinals.has(frequency))
  const [only] = periods
  if (only !== undefined && periods.length === 1) rows.push(ofPeriods((ordinal) => ordinal === only.ordinal))
  else
    rows.push(
      eachRow(
        (block) => (row) =>
          ordinals.get(block.entryOf(row).frequency)?.has(block.columns.period[row] as number) === true,
      ),
    )
}

const [exact, over, under, about] = (['EXACT', 'OVER', 'UNDER', 'ABOUT'] as const).map((each) =>
  qualifiers.indexOf(each),
) as [number, number, number, number]

function inRange(range: DecimalRange, name: NumberName): RowTest[] {
  const tests: RowTest[] = []
  type Test = (difference: number, qualifier: number) => boolean
  const add = (bound: Decimal | null | undefined, test: Test, isMonotone = true): void => {
    if (bound == null) return
    const compare = comparedTo(name, bound.toFixed())
    const [below, equal, above] = [-1, 0, 1].map((difference) =>
      qualifiers.reduce((bits, _, qualifier) => bits | (Number(test(difference, qualifier)) << qualifier), 0),
    ) as [number, number, number]
    const passing = (difference: number): number => (difference < 0 ? below : difference > 0 ? above : equal)
    const ofRow: RowTest['ofRow'] = (block) => {
      const { qualifier } = block.columns
      const compareRow = compare(block)
      const isQualified = name === 'value'
      return (row) =>
        block.has(name, row) &&
        ((passing(compareRow(row)) >> (isQualified ? (qualifier[row] as number) : exact)) & 1) === 1
    }
    const ofSeries: RowTest['ofSeries'] = (block) => {
      const { least, most, kinds } = extremesOf[name](block)
      const compareRow = compare(block)
      return (place) => {
        const low = least[place] as number
        if (low === noRow) return false
        const kind = kinds[place] as number
        const [ofLow, ofHigh] = [passing(compareRow(low)), passing(compareRow(most[place] as number))]
        if (((ofLow | ofHigh) & kind) === 0) return false
        return (ofLow & ofHigh & kind) === kind ? true : null
      }
    }
    tests.push({ ofRow, ofSeries: isMonotone ? ofSeries : null })
  }
  const isPlain = (qualifier: number): boolean => qualifier === exact || qualifier === about
  add(range.gt, (d, q) => (isPlain(q) && d > 0) || (q === over && d >= 0))
  add(range.gte, (d, q) => q !== under && d >= 0)
  add(range.lt, (d, q) => (isPlain(q) && d < 0) || (q === under && d <= 0))
  add(range.lte, (d, q) => q !== over && d <= 0)
  add(range.eq, (d, q) => isPlain(q) && d === 0, false)
  return tests
}
