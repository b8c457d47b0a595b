import { type Category, type CodeLists, subtree } from '../../domain/codes/codes.js'
import { codesWith } from '../../domain/codes/labels.js'
import { unknownRelease } from '../../domain/codes/unknown-release.js'
import { filterLimits, type IndicatorFilter, type ListScope } from '../../domain/observations/filter.js'
import { parseInstant } from '../../domain/periods/instant.js'
import type { Period } from '../../domain/periods/period.js'
import { compatible } from '../../domain/units/unit.js'
import { Refusal } from '../../errors.js'
import { Prisma } from '../../generated/prisma/client.js'
import { all, any } from './logic.js'
import { inRange, inUnit } from './range.js'

type Sql = Prisma.Sql
const { sql } = Prisma

/** What a filter's codes are looked up in. */
export interface Lookup {
  readonly codes: CodeLists
  /** Ids of releases by their codes. */
  readonly releases: ReadonlyMap<string, number>
}

/**
 * The condition, on a row `i` of `indicator`, that a filter and the scope it stands in put. Only current figures
 * satisfy it, except where a release is named: there, what that release printed. Refuses unknown codes and filters
 * that are nested too deep or have out of place what stands at the top only.
 */
export function condition(filter: IndicatorFilter, scope: ListScope, lookup: Lookup): Sql {
  checkShape(filter)
  const versions = scope?.kind === 'release' ? [] : versionsOf(filter, lookup)
  const rest = all([...scopeCondition(scope, lookup), ...versions, translate(filter, lookup)])
  return filter.latest == null ? rest : all([rest, ofLatest(filter.latest, rest)])
}

/** Figures for the newest periods that their series has figures for which satisfy a condition. */
const ofLatest = (periods: number, condition: Sql): Sql => sql`(i.series_id, i.period) IN (
  SELECT series_id, period FROM (
    SELECT i.series_id, i.period, dense_rank() OVER (PARTITION BY i.series_id ORDER BY i.period DESC) AS place
    FROM indicator i WHERE ${condition}
  ) ranked WHERE place <= ${periods})`

/** The same filter without its categories, for facets: what else could be chosen. */
export const withoutCategories = ({ categories: _, within: __, ...rest }: IndicatorFilter): IndicatorFilter => rest

function scopeCondition(scope: ListScope, lookup: Lookup): Sql[] {
  switch (scope?.kind) {
    case 'metric':
      return [sql`i.metric_id = ${scope.id}`]
    case 'series':
      return [sql`i.series_id = ${scope.id}`]
    case 'category':
      return [inCategories([scope.id], lookup.codes)]
    case 'release':
      return [printedBy(releaseIds([scope.code], lookup))]
    default:
      return []
  }
}

/** What a filter says of a figure, whichever version of it. */
function translate(filter: IndicatorFilter, lookup: Lookup): Sql {
  const { and, or, not } = filter
  const each = (child: IndicatorFilter): Sql => translate(child, lookup)
  const conditions = fields(filter, lookup)
  if (and != null) conditions.push(and.length === 0 ? sql`false` : all(and.map(each)))
  if (or != null) conditions.push(any(or.map(each)))
  if (not != null) conditions.push(sql`(${each(not)}) IS NOT TRUE`)
  return all(conditions)
}

/** Which versions are meant: those that are or were known and, by an alternative that names releases, what those printed. */
function versionsOf(filter: IndicatorFilter, lookup: Lookup): Sql[] {
  const named = naming(filter, lookup)
  return named === 'always' ? [] : [any([knownAt(filter.asOf), ...named])]
}

/** The condition, on a row `i` of `indicator`, that it was what was known then; what is known now where no time is given. */
export function knownAt(asOf: string | null | undefined): Sql {
  if (asOf == null) return sql`i.known_to IS NULL`
  const { at } = parseInstant(asOf)
  return sql`i.known_from <= ${at} AND (i.known_to IS NULL OR i.known_to > ${at})`
}

/**
 * When a figure that satisfies a filter does so by an alternative that names releases: always, or where one of these
 * holds too. `not` names none: it is the complement among what else is meant.
 */
function naming({ releases, and, or }: IndicatorFilter, lookup: Lookup): 'always' | Sql[] {
  const ofAnd = (and ?? []).map((each) => naming(each, lookup))
  const ofOr = (or ?? []).map((each) => ({ each, named: naming(each, lookup) }))
  const inAll = ofOr.length > 0 && ofOr.every(({ named }) => named === 'always')
  if (releases != null || inAll || ofAnd.includes('always')) return 'always'
  return [
    ...ofAnd.flatMap((named) => (named === 'always' ? [] : named)),
    ...ofOr.flatMap(({ each, named }) => {
      if (named === 'always') return [translate(each, lookup)]
      return named.length === 0 ? [] : [all([translate(each, lookup), any(named)])]
    }),
  ]
}

function fields(filter: IndicatorFilter, lookup: Lookup): Sql[] {
  const { codes } = lookup
  const conditions: Sql[] = []
  const add = <T>(value: T | null | undefined, condition: (value: T) => Sql): void => {
    if (value != null) conditions.push(condition(value))
  }
  add(filter.metrics, (list) =>
    isAmong(
      sql`i.metric_id`,
      list.map((code) => codes.findMetric(code).id),
    ),
  )
  add(filter.dimensions, (list) => brokenDownBy(list, codes))
  add(filter.categories, (list) =>
    inCategories(
      list.map((text) => codes.findCategory(text).id),
      codes,
    ),
  )
  add(filter.within, (list) =>
    inCategories(
      list.flatMap((text) => subtree(codes.findCategory(text)).map(idOf)),
      codes,
    ),
  )
  add(filter.text, (text) => withWords(text, codes))
  add(filter.unit, (unit) => sql`i.unit = ANY(${compatible(unit)}::text[])`)
  add(filter.periods, isOneOf)
  add(filter.from, (from) => sql`i.period / 16 - i.period % 16 >= ${firstMonth(from)}`)
  add(filter.to, (to) => sql`i.period < ${(Math.floor(to.ordinal / 16) + 1) * 16}`)
  add(filter.frequency, (list) => sql`i.frequency = ANY(${list}::frequency[])`)
  add(filter.value, (range) => inRange(inUnit(range, filter.unit), sql`i.value`, true))
  add(filter.yoyChange, (range) => inRange(range, sql`i.yoy`, false))
  add(filter.share, (range) => inRange(range, sql`i.share`, false))
  add(filter.hasValue, (has) => (has ? sql`i.value IS NOT NULL` : sql`i.value IS NULL`))
  add(filter.qualifiers, (list) => sql`i.qualifier = ANY(${list}::qualifier[])`)
  add(filter.releases, (list) => printedBy(releaseIds(list, lookup)))
  return conditions
}

const idOf = ({ id }: Category): number => id
const firstMonth = ({ ordinal }: Period): number => Math.floor(ordinal / 16) - (ordinal % 16)

/** Figures whose metric and categories, taken together, have every word of a text. */
const withWords = (text: string, codes: CodeLists): Sql =>
  all(
    codesWith(text, codes).map(({ metrics, categories }) =>
      any([
        ...(metrics.length > 0 ? [sql`i.metric_id = ANY(${metrics}::int[])`] : []),
        ...(categories.length > 0 ? [inCategories(categories, codes)] : []),
      ]),
    ),
  )
/** A list of one as an equation: an index then has its rows in order. */
const isAmong = (column: Sql, ids: readonly number[]): Sql =>
  ids.length === 1 ? sql`${column} = ${ids[0]}` : sql`${column} = ANY(${ids}::int[])`

/**
 * Figures with one of these among their categories: their first, or, of those that are broken down by several, another.
 * No index leads to both at once, so the others are looked for only where there are breakdowns that have them.
 */
function inCategories(ids: readonly number[], codes: CodeLists): Sql {
  const isFirst = isAmong(sql`i.category_id`, ids)
  const further = new Set(codes.breakdowns.flatMap(({ dimensions }) => dimensions.slice(1)))
  const others = ids.filter((id) => further.has(codes.categoryById(id).dimension))
  if (others.length === 0) return isFirst
  return sql`(${isFirst} OR i.series_id IN (SELECT series_id FROM series_category WHERE category_id = ANY(${others}::int[])))`
}

/** Figures whose dimensions are all among these. */
function brokenDownBy(list: readonly string[], codes: CodeLists): Sql {
  const wanted = new Set(list.map((code) => codes.findDimension(code)))
  const ids = codes.breakdowns
    .filter(({ dimensions }) => dimensions.every((each) => wanted.has(each)))
    .map(({ id }) => id)
  return isAmong(sql`i.breakdown_id`, ids)
}

function isOneOf(periods: readonly Period[]): Sql {
  return any(
    [...new Set(periods.map(({ frequency }) => frequency))].map((frequency) => {
      const ordinals = periods.filter((each) => each.frequency === frequency).map(({ ordinal }) => ordinal)
      return sql`${isAmong(sql`i.period`, ordinals)} AND i.frequency = ${frequency}::frequency`
    }),
  )
}

/** What a release printed: the rows that it brought, and those of others that it printed again unchanged. */
const printedBy = (ids: readonly number[]): Sql =>
  sql`(i.release_id = ANY(${ids}::int[]) OR EXISTS (
    SELECT 1 FROM confirmation c WHERE c.release_id = ANY(${ids}::int[]) AND c.period = i.period
      AND c.chunk = i.series_id >> 12 AND c.confirmed_id = i.release_id AND c.series @> i.series_id))`

function releaseIds(list: readonly string[], { releases }: Lookup): number[] {
  return list.map((code) => {
    const id = releases.get(code)
    if (id !== undefined) return id
    throw unknownRelease(code, releases.keys())
  })
}

function checkShape(filter: IndicatorFilter): void {
  if (filter.latest != null && filter.latest < 1)
    throw new Refusal('BAD_USER_INPUT', `latest is ${filter.latest}: it says how many periods, from 1 on.`)
  let count = 0
  const visit = (each: IndicatorFilter, depth: number): void => {
    count += 1
    if (depth > filterLimits.depth) throw tooLarge(`nested at most ${filterLimits.depth} deep`)
    for (const field of ['asOf', 'latest'] as const) if (depth > 0 && each[field] != null) throw notAtTheTop(field)
    if (count > filterLimits.count) throw tooLarge(`${filterLimits.count} in all at most`)
    for (const child of [...(each.and ?? []), ...(each.or ?? []), ...(each.not == null ? [] : [each.not])])
      visit(child, depth + 1)
  }
  visit(filter, 0)
}

const notAtTheTop = (field: keyof typeof onlyAtTheTop): Refusal =>
  new Refusal(
    'BAD_USER_INPUT',
    `${field} stands at the top of a filter, not within and, or or not: ${onlyAtTheTop[field]}.`,
  )

const onlyAtTheTop = {
  asOf: 'an answer has one viewpoint',
  latest: 'it is about what all the rest of the filter leaves',
}

const tooLarge = (limit: string): Refusal => new Refusal('LIMIT_EXCEEDED', `Filters may be ${limit}.`)
