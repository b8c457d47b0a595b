import type { Pool } from 'pg'
import { type Category, type CodeLists, type Metric, refOf } from '../../../src/domain/codes/codes.js'
import type { Decimal } from '../../../src/domain/numbers/decimal.js'
import type { DecimalRange, IndicatorFilter, ListScope } from '../../../src/domain/observations/filter.js'
import { type Observation, yoyOf } from '../../../src/domain/observations/observation.js'
import { baseOf, convert } from '../../../src/domain/units/unit.js'
import { columns, type Indicator, type Row, toIndicator } from '../../../src/store/query/rows.js'
import type { View } from '../../../src/store/query/view.js'
import { nameOf } from '../../figures.js'

// Evaluates filters as api.graphql words them, one figure at a time.

/** A stored version of a figure, with the releases that printed it. */
export interface Stored {
  readonly row: Indicator
  readonly categories: readonly Category[]
  /** The same with all that they are below. */
  readonly below: readonly Category[]
  readonly printedBy: ReadonlySet<string>
  readonly place: string
}

/** All that the store holds, read without any filter. */
export async function everything(pool: Pick<Pool, 'query'>, { snapshot }: View): Promise<readonly Stored[]> {
  const { rows } = await pool.query<Row & { confirmed_by: string[] }>(`
    SELECT ${columns.text}, ARRAY(
      SELECT r.code FROM confirmation c JOIN release r ON r.id = c.release_id
      WHERE c.confirmed_id = i.release_id AND c.period = i.period AND c.series @> i.series_id AND c.to_version IS NULL
    ) AS confirmed_by
    FROM indicator i JOIN series s ON s.id = i.series_id WHERE i.to_version IS NULL`)
  return rows.map((each) => {
    const row = toIndicator(each, snapshot)
    const categories = snapshot.codes.findCategories(row.categories)
    const printedBy = new Set([row.release.code, ...each.confirmed_by])
    return { row, categories, below: categories.flatMap(upwards), printedBy, place: placeOf(row) }
  })
}
const upwards = (category: Category): Category[] =>
  category.parent === null ? [category] : [category, ...upwards(category.parent)]
export const placeOf = (row: Indicator): string => `${nameOf(row)} in ${row.release.code}`

/** The figures that filters select from, with their codes. */
export interface Everything {
  readonly codes: CodeLists
  readonly all: readonly Stored[]
}

/** Whether a figure is in a list: what the filter says holds, and it is current or was printed by a release that is named. */
const isListed = (codes: CodeLists, filter: IndicatorFilter, scope: ListScope, stored: Stored): boolean =>
  isInScope(codes, scope, stored) &&
  satisfies(codes, filter, stored) &&
  (stored.row.knownTo === null || scope?.kind === 'release' || byRelease(codes, filter, stored))

function isInScope(codes: CodeLists, scope: ListScope, { row, categories, printedBy }: Stored): boolean {
  switch (scope?.kind) {
    case 'metric':
      return codes.findMetric(row.metric).id === scope.id
    case 'category':
      return categories.some(({ id }) => id === scope.id)
    case 'series':
      return row.series.id === scope.id
    case 'release':
      return printedBy.has(scope.code)
    default:
      return true
  }
}

/** Whether all of its fields hold, whichever version of a figure it is. */
function satisfies(codes: CodeLists, filter: IndicatorFilter, stored: Stored): boolean {
  const { row, categories, below, printedBy } = stored
  const { period, unit, value, qualifier } = row
  const base = value && convert(value, unit, baseOf(unit))
  const given = <T>(field: T | null | undefined, holds: (field: T) => boolean): boolean => field == null || holds(field)
  return (
    given(filter.metrics, (list) => list.includes(row.metric)) &&
    given(filter.dimensions, (list) => categories.every(({ dimension }) => list.includes(dimension.code))) &&
    given(filter.categories, (list) => categories.some((each) => names(list, each))) &&
    given(filter.within, (list) => below.some((each) => names(list, each))) &&
    given(filter.text, (text) => hasWords(text, [codes.findMetric(row.metric), ...categories])) &&
    given(filter.unit, (wanted) => baseOf(wanted) === baseOf(unit)) &&
    given(filter.periods, (list) => list.some(({ text }) => text === period.text)) &&
    given(filter.from, (from) => period.last >= from.first) &&
    given(filter.to, (to) => period.last <= to.last) &&
    given(filter.frequency, (list) => list.includes(period.frequency)) &&
    given(filter.value, (range) => {
      const number = filter.unit == null || base === null ? base : convert(base, baseOf(unit), filter.unit)
      return isWithin(range, number, qualifier)
    }) &&
    given(filter.yoyChange, (range) => isWithin(range, yoyOf(row)?.percent?.value ?? null)) &&
    given(filter.share, (range) => isWithin(range, row.share?.value ?? null)) &&
    given(filter.hasValue, (has) => has === (value !== null)) &&
    given(filter.qualifiers, (list) => list.includes(qualifier)) &&
    given(filter.releases, (list) => list.some((code) => printedBy.has(code))) &&
    given(filter.and, (list) => list.length > 0 && list.every((each) => satisfies(codes, each, stored))) &&
    given(filter.or, (list) => list.some((each) => satisfies(codes, each, stored))) &&
    given(filter.not, (other) => !satisfies(codes, other, stored))
  )
}

/** Whether a figure that satisfies a filter does so by an alternative that names releases: each speaks for itself. */
const byRelease = (codes: CodeLists, filter: IndicatorFilter, stored: Stored): boolean =>
  filter.releases != null ||
  (filter.and ?? []).some((each) => byRelease(codes, each, stored)) ||
  (filter.or ?? []).some((each) => satisfies(codes, each, stored) && byRelease(codes, each, stored))

function isWithin(range: DecimalRange, number: Decimal | null, qualifier: Observation['qualifier'] = 'EXACT'): boolean {
  const { gt, gte, lt, lte, eq } = range
  if ([gt, gte, lt, lte, eq].every((bound) => bound == null)) return true
  if (number === null) return false
  switch (qualifier) {
    case 'OVER': // more than its number is known, and nothing else
      return lt == null && lte == null && eq == null && [gt, gte].every((low) => low == null || low.lte(number))
    case 'UNDER':
      return gt == null && gte == null && eq == null && [lt, lte].every((high) => high == null || high.gte(number))
    default:
      return (
        (gt == null || number.gt(gt)) &&
        (gte == null || number.gte(gte)) &&
        (lt == null || number.lt(lt)) &&
        (lte == null || number.lte(lte)) &&
        (eq == null || number.eq(eq))
      )
  }
}

const names = (list: readonly string[], category: Category): boolean =>
  list.includes(refOf(category)) || list.includes(category.code)

/** Whether each word is at the beginning of one of a code, name or synonym; in Chinese, or from five letters on, anywhere. */
function hasWords(text: string, nouns: readonly (Metric | Category)[]): boolean {
  const labels = nouns
    .flatMap(({ code, name, synonyms }) => [code, name.en ?? '', name.zh ?? '', ...synonyms])
    .flatMap((label) => label.toLowerCase().split(/[^\p{L}\p{N}]+/u))
  return text
    .toLowerCase()
    .split(' ')
    .every((word) =>
      labels.some((label) => label.startsWith(word) || ((word.length > 4 || word > '一') && label.includes(word))),
    )
}

/** What is listed and, where only the latest are wanted, is for one of the newest periods that are listed of its series. */
function allListed(
  { codes, all }: Everything,
  { latest, ...rest }: IndicatorFilter,
  scope: ListScope,
): readonly Stored[] {
  const found = all.filter((stored) => isListed(codes, rest, scope, stored))
  if (latest == null) return found
  const days = new Map<number, Set<string>>()
  for (const { row } of found) days.set(row.series.id, (days.get(row.series.id) ?? new Set()).add(row.period.last))
  const isNewest = ({ series, period }: Indicator): boolean =>
    [...(days.get(series.id) ?? [])].filter((last) => last > period.last).length < latest
  return found.filter(({ row }) => isNewest(row))
}

export const listedByHand = (from: Everything, filter: IndicatorFilter, scope: ListScope = null): string[] =>
  allListed(from, filter, scope)
    .map(({ place }) => place)
    .sort()

export function facetsByHand(
  from: Everything,
  { categories: _, within: __, ...rest }: IndicatorFilter,
  scope: ListScope,
): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const stored of allListed(from, rest, scope)) {
    for (const category of stored.categories) counts[refOf(category)] = (counts[refOf(category)] ?? 0) + 1
  }
  return counts
}
