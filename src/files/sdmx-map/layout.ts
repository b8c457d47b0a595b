import { textBounds } from '../../domain/input-bounds.js'
import { didYouMean, getOwn } from '../input/messages.js'
import { detail, type ProblemDetail } from '../input/reader.js'
import type { NumberSource, SdmxMap, Source } from './map.js'

/** The columns of a code, from 0, and the translation of their codes; or the code of all rows. */
export interface Coded {
  readonly constant: string | null
  readonly at: readonly number[]
  readonly codes: Readonly<Record<string, string | null>>
}

export interface Numbered {
  readonly constant: number | null
  readonly at: number
}

/** The positions of cells in a row, from 0, -1 if absent. */
export interface Layout {
  readonly names: readonly string[]
  readonly metric: Coded
  readonly dimensions: readonly { readonly dimension: string; readonly coded: Coded }[]
  readonly period: Coded
  readonly value: number
  readonly unit: Coded
  readonly multiplier: Numbered
  readonly decimals: Numbered
  readonly status: readonly number[]
  readonly confidentiality: number
  readonly qualifier: number
  readonly flags: number
  readonly yoyChange: number
  readonly otherChanges: number
  readonly share: number
  readonly shareOf: number
  readonly shareChange: number
  readonly note: number
  readonly noteZh: number
  readonly only: readonly { readonly at: number; readonly codes: ReadonlySet<string> }[]
}

type StandardColumn = 'period' | 'value' | 'multiplier' | 'decimals' | 'confidentiality'

interface Standard extends Readonly<Record<StandardColumn, number>> {
  readonly status: readonly number[]
  readonly known: ReadonlySet<number>
}

/**
 * Locates the columns of a map in a file. Returns the layout, or every fault: missing and duplicate columns, and columns
 * that the map does not mention, since they might be a further breakdown.
 */
export function layoutOf(
  map: SdmxMap,
  ids: readonly string[],
  names: readonly string[],
  standard: Standard,
):
  | { readonly layout: Layout; readonly faults?: never }
  | { readonly layout?: never; readonly faults: readonly ProblemDetail[] } {
  const faults: ProblemDetail[] = []
  const { multiplier, decimals, period, status, confidentiality } = standard
  const mentioned = new Set([...standard.known, multiplier, decimals, period, ...status, confidentiality])
  const find = (column: string, use: string): number => {
    const at = ids.indexOf(column)
    if (at < 0) {
      const advice = didYouMean(column, ids) || `The columns are ${ids.filter((id) => id !== '').join(', ')}.`
      const message = `There is no column "${column}", which the map names for ${use}. ${advice}`
      faults.push({ column, found: null, message })
    } else if (ids.indexOf(column, at + 1) >= 0) {
      faults.push({ column, found: column, message: `The column "${column}" occurs twice.` })
    }
    mentioned.add(at)
    return at
  }
  const coded = ({ constant, column, codes = {} }: Source, use: string): Coded => {
    const columns = column === undefined ? [] : typeof column === 'string' ? [column] : column
    return { constant: constant ?? null, at: columns.map((each) => find(each, use)), codes }
  }
  const optional = (column: string | undefined, at: number, use: string): number =>
    column === undefined ? at : find(column, use)
  const named = (each: { readonly column: string } | null | undefined, use: string): number =>
    each == null ? -1 : find(each.column, use)
  const numbered = (each: NumberSource | null | undefined, at: number, use: string): Numbered => {
    if (each === null) return { constant: null, at: -1 }
    if (each?.constant !== undefined) return { constant: each.constant, at: -1 }
    return { constant: null, at: optional(each?.column, at, use) }
  }

  const value = optional(map.value?.column, standard.value, 'the value')
  mentioned.add(value)
  if (map.value?.column === undefined && value < 0) faults.push(detail(noValue))
  if (map.period === undefined && period < 0) faults.push(detail(noPeriod))
  for (const column of map.ignore ?? []) for (const [at, id] of ids.entries()) if (id === column) mentioned.add(at)
  const layout: Layout = {
    names,
    metric: coded(map.metric, 'the metric'),
    dimensions: Object.entries(map.dimensions ?? {})
      .map(([column, { dimension, codes = {} }]) => ({
        dimension,
        coded: { constant: null, at: [find(column, dimension)], codes },
      }))
      .sort((a, b) => (a.dimension < b.dimension ? -1 : 1)),
    period: map.period ? coded(map.period, 'the period') : { constant: null, at: [period], codes: {} },
    value,
    unit: coded(map.unit, 'the unit'),
    multiplier: numbered(map.multiplier, multiplier, 'the multiplier'),
    decimals: numbered(map.decimals, decimals, 'the decimals'),
    status: map.status === null ? [] : (map.status?.columns?.map((each) => find(each, 'flags')) ?? status),
    confidentiality:
      map.confidentiality === null ? -1 : optional(map.confidentiality?.column, confidentiality, 'confidentiality'),
    qualifier: named(map.qualifier, 'the qualifier'),
    flags: named(map.flags, 'the flags of the office'),
    yoyChange: named(map.yoyChange, 'the change on a year before'),
    otherChanges: named(map.otherChanges, 'the other changes'),
    share: named(map.share, 'the share'),
    shareOf: named(map.shareOf, 'the base of the share'),
    shareChange: named(map.shareChange, 'the change of the share'),
    note: named(map.note, 'the note'),
    noteZh: named(map.noteZh, 'the note in Chinese'),
    only: Object.entries(map.only ?? {}).map(([column, codes]) => ({
      at: find(column, 'what to read'),
      codes: new Set(codes),
    })),
  }
  for (const [at, id] of ids.entries())
    if (!mentioned.has(at)) faults.push({ column: names[at] ?? id, found: id, message: notMentioned })
  return faults.length > 0 ? { faults } : { layout }
}

const noValue = 'There is no column "OBS_VALUE". Name the column of values in the map, as {"value": {"column": …}}.'
const noPeriod =
  'No column holds the period. Name it in the map, as {"period": {"column": …}}, or write the period of all rows as a constant.'
const notMentioned =
  'The map does not mention this column. Add it to "dimensions", or to "ignore" if it does not distinguish figures.'

export const translated = ({ codes }: Coded, code: string): string | null | undefined =>
  getOwn(codes, code) ?? (code.length > textBounds.mapText.most ? undefined : getOwn(codes, code.normalize('NFC')))

export const textsOf = (layout: Layout): ReadonlySet<number> =>
  new Set([layout.value, layout.flags, layout.otherChanges, layout.shareOf, layout.note, layout.noteZh])
