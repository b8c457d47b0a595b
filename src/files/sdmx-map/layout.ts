import { textBounds } from '../../domain/input-bounds.js'
import type { HeaderFault } from '../csv/header.js'
import { getOwn, didYouMean } from '../input/messages.js'
import type { NumberSource, SdmxMap, Source } from './map.js'

/** A code's columns, from 0, and what their codes are here; or the code of all rows. */
export interface Coded {
  readonly constant: string | null
  readonly at: readonly number[]
  readonly codes: Readonly<Record<string, string | null>>
}

/** A number's column, -1 where there is none, or the number of all rows. */
export interface Numbered {
  readonly constant: number | null
  readonly at: number
}

/** Which cell of a row holds what, from 0; -1 where none does. */
export interface Layout {
  /** The columns as messages call them. */
  readonly names: readonly string[]
  readonly metric: Coded
  /** In order of dimension code. */
  readonly dimensions: readonly { readonly dimension: string; readonly coded: Coded }[]
  readonly period: Coded
  readonly value: number
  readonly unit: Coded
  readonly multiplier: Numbered
  readonly decimals: Numbered
  readonly status: readonly number[]
  readonly confidentiality: number
  readonly note: number
  /** Rows with another code in one of these are not read. */
  readonly only: readonly { readonly at: number; readonly codes: ReadonlySet<string> }[]
}

/** The columns that a format itself says something of: where they stand, -1 for those that a file has not. */
interface Standard {
  readonly period: number
  readonly value: number
  readonly multiplier: number
  readonly decimals: number
  readonly status: readonly number[]
  readonly confidentiality: number
  /** Those that a map need not speak of. */
  readonly known: ReadonlySet<number>
}

/**
 * Where a map finds things among a file's columns, or all that keeps it from that: columns that the file has not, or
 * has twice, and columns that the map says nothing of, as they might make one figure several.
 */
export function layoutOf(
  map: SdmxMap,
  ids: readonly string[],
  names: readonly string[],
  standard: Standard,
):
  | { readonly layout: Layout; readonly faults?: never }
  | { readonly layout?: never; readonly faults: readonly HeaderFault[] } {
  const faults: HeaderFault[] = []
  const spoken = new Set(standard.known)
  const find = (column: string, forWhat: string): number => {
    const at = ids.indexOf(column)
    if (at < 0) {
      const advice = didYouMean(column, ids) || `The columns are ${ids.filter((id) => id !== '').join(', ')}.`
      faults.push({
        column,
        found: null,
        message: `There is no column "${column}", which the map names for ${forWhat}. ${advice}`,
      })
    } else if (ids.indexOf(column, at + 1) >= 0) {
      faults.push({ column, found: column, message: `There are two columns "${column}": one of them is right.` })
    }
    spoken.add(at)
    return at
  }
  const coded = ({ constant, column, codes = {} }: Source, forWhat: string): Coded => {
    const columns = column === undefined ? [] : typeof column === 'string' ? [column] : column
    return { constant: constant ?? null, at: columns.map((each) => find(each, forWhat)), codes }
  }
  const numbered = (each: NumberSource | null | undefined, at: number, forWhat: string): Numbered => {
    spoken.add(at)
    if (each === null) return { constant: null, at: -1 }
    if (each?.constant !== undefined) return { constant: each.constant, at: -1 }
    return { constant: null, at: each?.column === undefined ? at : find(each.column, forWhat) }
  }
  const optional = (column: string | undefined, at: number, forWhat: string): number => {
    const found = column === undefined ? at : find(column, forWhat)
    spoken.add(found)
    return found
  }
  const missing = (at: number, message: string) => {
    if (at < 0) faults.push({ column: null, found: null, message })
  }

  const value = optional(map.value?.column, standard.value, 'the value')
  if (map.value?.column === undefined) missing(value, noValue)
  if (map.period === undefined) missing(standard.period, noPeriod)
  spoken.add(standard.period)
  for (const at of standard.status) spoken.add(at)
  spoken.add(standard.confidentiality)
  for (const column of map.ignore ?? []) for (const [at, id] of ids.entries()) if (id === column) spoken.add(at)
  const layout: Layout = {
    names,
    metric: coded(map.metric, 'the metric'),
    dimensions: Object.entries(map.dimensions ?? {})
      .map(([column, { dimension, codes = {} }]) => ({
        dimension,
        coded: { constant: null, at: [find(column, dimension)], codes },
      }))
      .sort((a, b) => (a.dimension < b.dimension ? -1 : 1)),
    period: map.period ? coded(map.period, 'the period') : { constant: null, at: [standard.period], codes: {} },
    value,
    unit: coded(map.unit, 'the unit'),
    multiplier: numbered(map.multiplier, standard.multiplier, 'the multiplier'),
    decimals: numbered(map.decimals, standard.decimals, 'the decimals'),
    status: map.status === null ? [] : (map.status?.columns?.map((each) => find(each, 'flags')) ?? standard.status),
    confidentiality:
      map.confidentiality === null
        ? -1
        : optional(map.confidentiality?.column, standard.confidentiality, 'confidentiality'),
    note: map.note ? find(map.note.column, 'the note') : -1,
    only: Object.entries(map.only ?? {}).map(([column, codes]) => ({
      at: find(column, 'what to read'),
      codes: new Set(codes),
    })),
  }
  for (const [at, id] of ids.entries())
    if (!spoken.has(at)) faults.push({ column: names[at] ?? id, found: id, message: unspoken })
  return faults.length > 0 ? { faults } : { layout }
}

const noValue = 'There is no column "OBS_VALUE": name the column of values in the map, as {"value": {"column": …}}.'
const noPeriod =
  'Nothing says which column is the period: name it in the map, as {"period": {"column": …}}, or give the period of all rows as a constant.'
const unspoken =
  'The map says nothing of this column: put it under "dimensions", or under "ignore" where it makes no figure another one.'

/** What a code of a file is here: undefined where the map does not translate it. */
export const translated = ({ codes }: Coded, code: string): string | null | undefined =>
  getOwn(codes, code) ?? (code.length > textBounds.mapText.most ? undefined : getOwn(codes, code.normalize('NFC')))
