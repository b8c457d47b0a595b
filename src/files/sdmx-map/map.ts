import { isCode } from '../../domain/codes/code-text.js'
import { total } from '../../domain/codes/codes.js'
import type { ObservationStatus, Qualifier } from '../../domain/observations/observation.js'
import { readPeriod } from '../../domain/periods/period.js'
import type { Unit } from '../../domain/units/unit.js'
import { attempt } from '../../errors.js'
import { formatPath, preview } from '../input/messages.js'
import { codeFault, type NamedUnit, unitsAt } from '../input/row.js'

/** The code is constant or that of a column (of several columns, joined with "."), translated by `codes`. */
export interface Source<Code extends string = string> {
  readonly constant?: Code
  readonly column?: string | readonly string[]
  readonly codes?: Readonly<Record<string, Code>>
}

export interface NumberSource {
  readonly constant?: number
  readonly column?: string
}

/** Assigns meanings to the columns of SDMX-CSV or the dimensions of JSON-stat. See maps/sdmx-map.schema.json. */
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
  readonly qualifier?: { readonly column: string; readonly codes?: Readonly<Record<string, Qualifier>> } | null
  readonly flags?: TextColumn | null
  readonly yoyChange?: TextColumn | null
  readonly otherChanges?: TextColumn | null
  readonly share?: TextColumn | null
  readonly shareOf?: TextColumn | null
  readonly shareChange?: TextColumn | null
  readonly note?: TextColumn | null
  readonly noteZh?: TextColumn | null
  readonly only?: Readonly<Record<string, readonly string[]>>
  readonly ignore?: readonly string[]
}

interface TextColumn {
  readonly column: string
}

interface DimensionColumn {
  readonly dimension: string
  readonly codes?: Readonly<Record<string, string | null>>
}

interface StatusColumns {
  readonly columns?: readonly string[]
  readonly codes?: Readonly<Record<string, ObservationStatus>>
}

/** Returns the contradictions in a map that conforms to its schema, a line each, with JSON path. */
export function sdmxMapFaults(map: SdmxMap): string[] {
  const faults: string[] = []
  const check = (path: string, found: string | null | undefined, wrong: (found: string) => string | null) => {
    const message = found == null ? null : wrong(found)
    if (message !== null) faults.push(`${path}: ${message}`)
  }
  const checkSource = (path: string, each: Source | undefined, wrong: (found: string) => string | null) => {
    if (each === undefined) return
    checkOneOf(path, each, faults)
    check(formatPath(path, 'constant'), each.constant, wrong)
    for (const [code, meaning] of Object.entries(each.codes ?? {}))
      check(formatPath(formatPath(path, 'codes'), code), meaning, wrong)
  }
  checkSource('metric', map.metric, noCode)
  checkSource('period', map.period, noPeriod)
  checkSource('unit', map.unit, () => null)
  for (const key of ['multiplier', 'decimals'] as const) if (map[key]) checkOneOf(key, map[key], faults)
  const columns = new Map<string, string>()
  for (const [column, { dimension, codes = {} }] of Object.entries(map.dimensions ?? {})) {
    const path = formatPath('dimensions', column)
    check(formatPath(path, 'dimension'), dimension, noCode)
    const fault = (message: string) => faults.push(`${path}.dimension: ${message}`)
    if (dimension === total.dimension)
      fault(`${dimension} is reserved for figures without a breakdown. Name another dimension.`)
    const twin = columns.get(dimension)
    if (twin !== undefined)
      fault(`The column ${preview(twin)} is ${dimension} already. A figure has one category of a dimension.`)
    columns.set(dimension, column)
    for (const [code, meaning] of Object.entries(codes)) check(formatPath(`${path}.codes`, code), meaning, noCode)
  }
  return faults
}

function checkOneOf(path: string, each: Source | NumberSource, faults: string[]): void {
  const has = each.column === undefined ? 'has neither' : 'has both'
  if ((each.constant === undefined) === (each.column === undefined))
    faults.push(`${path}: ${preview(each)} ${has} "constant" and "column". Write one of them.`)
  if (each.constant !== undefined && 'codes' in each)
    faults.push(`${formatPath(path, 'codes')}: A constant has no translation. Remove the codes.`)
}

const noCode = (found: string): string | null => (isCode(found) ? null : `${codeFault(found)}.`)

export const unitsOfCube = ({ unit: { constant, codes = {} } }: SdmxMap): readonly NamedUnit[] => [
  ['unit.constant', constant],
  ...unitsAt('unit.codes', codes),
]

function noPeriod(found: string): string | null {
  const faults: string[] = []
  attempt(
    () => readPeriod(found),
    (message) => faults.push(message),
  )
  return faults[0] ?? null
}
