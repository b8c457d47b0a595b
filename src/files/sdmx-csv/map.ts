import { isCode } from '../../domain/codes/code-text.js'
import { total } from '../../domain/codes/codes.js'
import type { ObservationStatus } from '../../domain/observations/observation.js'
import { readPeriod } from '../../domain/periods/period.js'
import { isUnit, type Unit, units } from '../../domain/units/unit.js'
import { Refusal } from '../../errors.js'
import { pathOf, shown, suggestion } from '../schema-check.js'

/** A code that is the same in every row, or that of a column (of several, joined with "."), translated by `codes`. */
export interface Source<Code extends string = string> {
  readonly constant?: Code
  readonly column?: string | readonly string[]
  readonly codes?: Readonly<Record<string, Code>>
}

/** A whole number that is the same in every row, or that of a column. */
export interface NumberSource {
  readonly constant?: number
  readonly column?: string
}

/** How to read a cube of observations: which column (in JSON-stat, which dimension) holds what. See maps/sdmx-map.schema.json. */
export interface SdmxMap {
  readonly $schema?: string
  readonly title?: string
  readonly datasets?: readonly string[]
  readonly metric: Source
  readonly dimensions?: Readonly<Record<string, DimensionColumn>>
  readonly period?: Source
  readonly value?: { readonly column?: string; readonly decimalMark?: '.' | ','; readonly missing?: readonly string[] }
  readonly unit: Source<Unit>
  readonly multiplier?: NumberSource | null
  readonly decimals?: NumberSource | null
  readonly status?: StatusColumns | null
  readonly confidentiality?: { readonly column?: string; readonly free?: readonly string[] } | null
  readonly note?: { readonly column: string } | null
  readonly only?: Readonly<Record<string, readonly string[]>>
  readonly ignore?: readonly string[]
}

/** A column that breaks figures down; a code that is translated to null stands for all of the dimension. */
export interface DimensionColumn {
  readonly dimension: string
  readonly codes?: Readonly<Record<string, string | null>>
}

/** The columns of observation flags, and what letters mean that are in no list, or mean something else here. */
export interface StatusColumns {
  readonly columns?: readonly string[]
  readonly codes?: Readonly<Record<string, ObservationStatus>>
}

/** How a map that its schema allows contradicts itself: a line each, with the JSON path. */
export function sdmxMapFaults(map: SdmxMap): string[] {
  const faults: string[] = []
  const check = (path: string, found: string | null | undefined, wrong: (found: string) => string | null) => {
    const message = found == null ? null : wrong(found)
    if (message !== null) faults.push(`${path}: ${message}`)
  }
  const checkSource = (path: string, each: Source | undefined, wrong: (found: string) => string | null) => {
    if (each === undefined) return
    oneOfBoth(path, each, faults)
    check(pathOf(path, 'constant'), each.constant, wrong)
    for (const [code, meaning] of Object.entries(each.codes ?? {}))
      check(pathOf(pathOf(path, 'codes'), code), meaning, wrong)
  }
  checkSource('metric', map.metric, noCode)
  checkSource('period', map.period, noPeriod)
  checkSource('unit', map.unit, noUnit)
  for (const key of ['multiplier', 'decimals'] as const) if (map[key]) oneOfBoth(key, map[key], faults)
  const columns = new Map<string, string>()
  for (const [column, { dimension, codes = {} }] of Object.entries(map.dimensions ?? {})) {
    const path = pathOf('dimensions', column)
    check(pathOf(path, 'dimension'), dimension, noCode)
    if (dimension === total.dimension)
      faults.push(
        `${path}.dimension: ${dimension} is what a figure has that nothing breaks down: name another, or null.`,
      )
    const twin = columns.get(dimension)
    if (twin !== undefined)
      faults.push(
        `${path}.dimension: The column ${shown(twin)} is ${dimension} already: a figure has one category of it.`,
      )
    columns.set(dimension, column)
    for (const [code, meaning] of Object.entries(codes)) check(pathOf(`${path}.codes`, code), meaning, noCode)
  }
  return faults
}

function oneOfBoth(path: string, each: Source | NumberSource, faults: string[]): void {
  if ((each.constant === undefined) === (each.column === undefined))
    faults.push(
      `${path}: ${shown(each)} has ${each.column === undefined ? 'neither' : 'both'} "constant" and "column": one of them is right.`,
    )
  if (each.constant !== undefined && 'codes' in each)
    faults.push(`${pathOf(path, 'codes')}: A constant needs no translation: leave them out.`)
}

const noCode = (found: string): string | null =>
  isCode(found) ? null : `${shown(found)} is not a code: write letters, digits and "_" only.`

const noUnit = (found: string): string | null =>
  isUnit(found)
    ? null
    : `There is no unit ${shown(found)}. ${suggestion(found, units) || `There are ${units.join(', ')}.`}`

function noPeriod(found: string): string | null {
  try {
    readPeriod(found)
    return null
  } catch (error) {
    if (error instanceof Refusal) return error.message
    throw error
  }
}
