import { type CodeLists, subtree } from '../../domain/codes/codes.js'
import { codesWith } from '../../domain/codes/labels.js'
import { unknownRelease } from '../../domain/codes/unknown-release.js'
import type { Decimal } from '../../domain/numbers/decimal.js'
import {
  type DecimalRange,
  filterLimits,
  type IndicatorFilter,
  type ListScope,
} from '../../domain/observations/filter.js'
import { parseInstant } from '../../domain/periods/instant.js'
import type { Period } from '../../domain/periods/period.js'
import { countWords } from '../../domain/search/tokenize.js'
import { compatible, type Unit, unitInfo } from '../../domain/units/unit.js'
import { Refusal, refuse } from '../../errors.js'
import { Prisma } from '../../generated/prisma/client.js'
import { endsFrom, endsUntil } from './period.js'
import { validAt } from './validity.js'

type Sql = Prisma.Sql
const { sql, join, raw } = Prisma

export interface CodeLookup {
  readonly version: number
  readonly codes: CodeLists
  readonly releaseIds: ReadonlyMap<string, number>
}

/**
 * Returns the condition of a filter and its scope on a row `i` of `indicator`. Only current figures satisfy it, except
 * where the filter names releases. Throws UNKNOWN_CODE, LIMIT_EXCEEDED or BAD_USER_INPUT.
 */
export function condition(filter: IndicatorFilter, scope: ListScope, lookup: CodeLookup): Sql {
  checkShape(filter)
  const versions = scope?.kind === 'release' ? [] : versionsOf(filter, lookup)
  const valid = validAt(lookup.version)
  const rest = all([...scopeCondition(scope, lookup), ...versions, translate(filter, lookup), valid])
  return filter.latest == null ? rest : all([rest, inLatestPeriods(filter.latest, rest)])
}

/** Returns the condition of a filter on a row `i` of `indicator`, current or not, and valid at any version. */
export function conditionOnAny(filter: IndicatorFilter, lookup: CodeLookup): Sql {
  checkShape(filter)
  return translate(filter, lookup)
}

const inLatestPeriods = (n: number, condition: Sql): Sql => sql`(i.series_id, i.period) IN (
  SELECT series_id, period FROM (
    SELECT i.series_id, i.period, dense_rank() OVER (PARTITION BY i.series_id ORDER BY i.period DESC) AS place
    FROM indicator i WHERE ${condition}
  ) ranked WHERE place <= ${n})`

export const withoutCategories = ({ categories: _, within: __, ...rest }: IndicatorFilter): IndicatorFilter => rest

function scopeCondition(scope: ListScope, lookup: CodeLookup): Sql[] {
  switch (scope?.kind) {
    case 'metric':
      return [sql`i.metric_id = ${scope.id}`]
    case 'series':
      return [sql`i.series_id = ${scope.id}`]
    case 'category':
      return [inCategories([scope.id], lookup.codes)]
    case 'dataset':
      return [inDatasets([scope.code], lookup.codes)]
    case 'release':
      return [printedBy(findReleaseIds([scope.code], lookup), lookup)]
    default:
      return []
  }
}

function translate(filter: IndicatorFilter, lookup: CodeLookup): Sql {
  const { and, or, not } = filter
  const each = (child: IndicatorFilter): Sql => translate(child, lookup)
  const conditions = translateFields(filter, lookup)
  if (and != null) conditions.push(and.length === 0 ? sql`false` : all(and.map(each)))
  if (or != null) conditions.push(any(or.map(each)))
  if (not != null) conditions.push(sql`(${each(not)}) IS NOT TRUE`)
  return all(conditions)
}

function versionsOf(filter: IndicatorFilter, lookup: CodeLookup): Sql[] {
  const named = releaseConditions(filter, lookup)
  return named === 'always' ? [] : [any([isKnown(filter.asOf), ...named])]
}

/** The condition that a row of `indicator` is valid at a version, and was current at an instant; now if that is null. */
export const knownAt = (asOf: string | null | undefined, version: number, alias = 'i'): Sql =>
  sql`${isKnown(asOf, alias)} AND ${validAt(version, alias)}`

export function isKnown(asOf: string | null | undefined, alias = 'i'): Sql {
  const [from, to] = [raw(`${alias}.known_from`), raw(`${alias}.known_to`)]
  if (asOf == null) return sql`${to} IS NULL`
  const { at } = parseInstant(asOf)
  return sql`${from} <= ${at} AND (${to} IS NULL OR ${to} > ${at})`
}

/**
 * Returns the alternatives of a filter that name releases, or `always` if each of its figures satisfies one. `not` names
 * none: it is the complement within the rest.
 */
function releaseConditions({ releases, and, or }: IndicatorFilter, lookup: CodeLookup): 'always' | Sql[] {
  const ofAnd = (and ?? []).map((each) => releaseConditions(each, lookup))
  const ofOr = (or ?? []).map((each) => ({ each, named: releaseConditions(each, lookup) }))
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

function translateFields(filter: IndicatorFilter, lookup: CodeLookup): Sql[] {
  const { codes } = lookup
  const conditions: Sql[] = []
  const add = <T>(value: T | null | undefined, condition: (value: T) => Sql): void => {
    if (value != null) conditions.push(condition(value))
  }
  const metricId = (code: string): number => codes.findMetric(code).id
  const categoryId = (text: string): number => codes.findCategory(text).id
  const below = (text: string): number[] => subtree(codes.findCategory(text)).map(({ id }) => id)
  add(filter.datasets, (list) => inDatasets(list, codes))
  add(filter.metrics, (list) => isAmong(sql`i.metric_id`, list.map(metricId)))
  add(filter.dimensions, (list) => brokenDownBy(list, codes))
  add(filter.categories, (list) => inCategories(list.map(categoryId), codes))
  add(filter.within, (list) => inCategories(list.flatMap(below), codes))
  add(filter.text, (text) => matchesText(text, codes))
  add(filter.unit, (unit) => sql`i.unit = ANY(${compatible(unit)}::text[])`)
  add(filter.periods, isOneOf)
  add(filter.from, (from) => endsFrom('i.period', from))
  add(filter.to, (to) => endsUntil('i.period', to))
  add(filter.frequency, (list) => sql`i.frequency = ANY(${list}::frequency[])`)
  add(filter.value, (range) => inRange(toBaseUnit(range, filter.unit), sql`i.value`, true))
  add(filter.yoyChange, (range) => inRange(range, sql`i.yoy`, false))
  add(filter.share, (range) => inRange(range, sql`i.share`, false))
  add(filter.hasValue, (has) => (has ? sql`i.value IS NOT NULL` : sql`i.value IS NULL`))
  add(filter.qualifiers, (list) => sql`i.qualifier = ANY(${list}::qualifier[])`)
  add(filter.releases, (list) => printedBy(findReleaseIds(list, lookup), lookup))
  return conditions
}

const inDatasets = (list: readonly string[], codes: CodeLists): Sql =>
  isAmong(sql`i.breakdown_id`, breakdownsOfDatasets(list, codes))

export function breakdownsOfDatasets(list: readonly string[], codes: CodeLists): number[] {
  const wanted = new Set(list.map((code) => codes.findDataset(code)))
  return codes.breakdowns.flatMap(({ id, dataset }) => (wanted.has(dataset) ? [id] : []))
}

const matchesText = (text: string, codes: CodeLists): Sql =>
  all(
    codesWith(text, codes).map(({ metrics, categories }) =>
      any([
        ...(metrics.length > 0 ? [sql`i.metric_id = ANY(${metrics}::int[])`] : []),
        ...(categories.length > 0 ? [inCategories(categories, codes)] : []),
      ]),
    ),
  )

// An equation for one id lets an index return rows in order.
const isAmong = (column: Sql, ids: readonly number[]): Sql =>
  ids.length === 1 ? sql`${column} = ${ids[0]}` : sql`${column} = ANY(${ids}::int[])`

/**
 * Selects figures with at least one of these categories. No index covers the first category of a series and the others,
 * which are therefore included only if a breakdown has their dimension in another place than the first.
 */
function inCategories(ids: readonly number[], codes: CodeLists): Sql {
  const isFirst = isAmong(sql`i.category_id`, ids)
  const further = new Set(codes.breakdowns.flatMap(({ dimensions }) => dimensions.slice(1)))
  const others = ids.filter((id) => further.has(codes.categoryById(id).dimension))
  if (others.length === 0) return isFirst
  return sql`(${isFirst} OR i.series_id IN (SELECT series_id FROM series_category WHERE category_id = ANY(${others}::int[])))`
}

const brokenDownBy = (list: readonly string[], codes: CodeLists): Sql =>
  isAmong(sql`i.breakdown_id`, breakdownsWithin(list, codes))

export function breakdownsWithin(list: readonly string[], codes: CodeLists): number[] {
  const wanted = new Set(list.map((code) => codes.findDimension(code)))
  return codes.breakdowns.filter(({ dimensions }) => dimensions.every((each) => wanted.has(each))).map(({ id }) => id)
}

function isOneOf(periods: readonly Period[]): Sql {
  return any(
    [...new Set(periods.map(({ frequency }) => frequency))].map((frequency) => {
      const ordinals = periods.filter((each) => each.frequency === frequency).map(({ ordinal }) => ordinal)
      return sql`${isAmong(sql`i.period`, ordinals)} AND i.frequency = ${frequency}::frequency`
    }),
  )
}

export function toBaseUnit(range: DecimalRange, unit: Unit | null | undefined): DecimalRange {
  if (unit == null) return range
  const { factor } = unitInfo(unit)
  const scaled = Object.entries(range).map(([key, bound]) => [key, bound?.times(factor)])
  return Object.fromEntries(scaled)
}

/**
 * The condition that a number is certainly in a range. "Over 600,000" is greater than every number up to 600,000, and
 * not known to be less than any; "under" is the reverse. Rates have no qualifier.
 */
function inRange(range: DecimalRange, number: Sql, hasQualifier: boolean): Sql {
  const qualifier = hasQualifier ? sql`i.qualifier` : sql`'EXACT'`
  const plain = sql`${qualifier} IN ('EXACT', 'ABOUT')`
  const over = sql`${qualifier} = 'OVER'`
  const under = sql`${qualifier} = 'UNDER'`
  const bounds: Sql[] = []
  const add = (bound: Decimal | null | undefined, condition: (bound: Sql) => Sql): void => {
    if (bound != null) bounds.push(sql`(${condition(sql`${bound.toFixed()}::numeric`)})`)
  }
  add(range.gt, (bound) => sql`${plain} AND ${number} > ${bound} OR ${over} AND ${number} >= ${bound}`)
  add(range.gte, (bound) => sql`${qualifier} <> 'UNDER' AND ${number} >= ${bound}`)
  add(range.lt, (bound) => sql`${plain} AND ${number} < ${bound} OR ${under} AND ${number} <= ${bound}`)
  add(range.lte, (bound) => sql`${qualifier} <> 'OVER' AND ${number} <= ${bound}`)
  add(range.eq, (bound) => sql`${plain} AND ${number} = ${bound}`)
  return all(bounds)
}

export const printedBy = (ids: readonly number[], { version }: CodeLookup): Sql =>
  sql`(i.release_id = ANY(${ids}::int[]) OR EXISTS (
    SELECT 1 FROM confirmation c WHERE c.release_id = ANY(${ids}::int[]) AND c.period = i.period
      AND c.chunk = i.series_id >> 12 AND c.confirmed_id = i.release_id AND c.series @> i.series_id
      AND ${validAt(version, 'c')}))`

function findReleaseIds(list: readonly string[], { releaseIds }: CodeLookup): number[] {
  return list.map((code) => {
    const id = releaseIds.get(code)
    if (id !== undefined) return id
    throw unknownRelease(code, releaseIds.keys())
  })
}

const all = (conditions: readonly Sql[]): Sql => (conditions.length === 0 ? sql`true` : join(conditions, ' AND '))

function any(conditions: readonly Sql[]): Sql {
  const alternatives = conditions.map((each) => sql`(${each})`)
  return alternatives.length === 0 ? sql`false` : sql`(${join(alternatives, ' OR ')})`
}

/** Throws for a filter that is nested too deeply, has too many parts or words, or has one in the wrong place. */
export function checkShape(filter: IndicatorFilter): void {
  if (filter.latest != null && filter.latest < 1)
    refuse(`latest is ${filter.latest}. It must be a number of periods, at least 1.`)
  let count = 0
  let words = 0
  const visit = (each: IndicatorFilter, depth: number): void => {
    count += 1
    if (depth > filterLimits.depth)
      throw new Refusal('LIMIT_EXCEEDED', `Filters may be nested at most ${filterLimits.depth} levels deep.`)
    if (count > filterLimits.count)
      throw new Refusal('LIMIT_EXCEEDED', `A filter may contain at most ${filterLimits.count} filters in all.`)
    words += each.text == null ? 0 : countWords(each.text)
    if (words > filterLimits.words)
      throw new Refusal('LIMIT_EXCEEDED', `The texts of a filter may have at most ${filterLimits.words} words in all.`)
    for (const field of ['asOf', 'latest'] as const)
      if (depth > 0 && each[field] != null)
        refuse(`${field} is allowed only at the top level of a filter, not in and, or or not.`)
    for (const child of [...(each.and ?? []), ...(each.or ?? []), ...(each.not == null ? [] : [each.not])])
      visit(child, depth + 1)
  }
  visit(filter, 0)
}
