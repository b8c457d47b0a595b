import { isCode, total } from '../domain/codes.js'
import { type ObservationStatus, statuses } from '../domain/indicator.js'
import { readPeriod } from '../domain/period.js'
import { isUnit, type Unit, units } from '../domain/unit.js'
import { Refusal } from '../errors.js'
import { checkSchema, pathOf, type Schema, shown, suggestion } from './schema-check.js'

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

/** How to read a cube of observations: which column (in JSON-stat, which dimension) holds what. See `sdmxMapSchema`. */
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

const text: Schema = { type: 'string', minLength: 1 }
const list = (description: string): Schema => ({ type: 'array', items: { type: 'string' }, description })
const closed = (description: string, properties: Schema['properties'] & object, more: Schema = {}): Schema => ({
  type: 'object',
  additionalProperties: false,
  description,
  properties,
  ...more,
})
const nullable = (schema: Schema): Schema => ({ ...schema, type: ['object', 'null'] })
const source = (what: string): Schema =>
  closed(`{"constant": …} or {"column": …, "codes": {…}} for ${what}`, {
    constant: { ...text, description: `${what} of all rows` },
    column: { type: ['string', 'array'], minLength: 1, minItems: 1, items: text, description: 'a column, or several' },
    codes: { type: 'object', additionalProperties: text, description: 'codes of the file and what they are here' },
  })
const number = (minimum: number, maximum: number, what: string): Schema =>
  nullable(
    closed(`{"column": …} or {"constant": …} for ${what}; null to take no notice of it`, {
      constant: { type: 'integer', minimum, maximum, description: `${what} of all rows` },
      column: text,
    }),
  )

/** The JSON Schema of a map for SDMX-CSV and JSON-stat: to be published, and what `readSdmxMap` goes by. */
export const sdmxMapSchema = {
  ...closed(
    'How to read a file of SDMX-CSV or JSON-stat. A code that no "codes" translates stays as it is, "_" in place of what no code may hold. Every column of the file is spoken of.',
    {
      $schema: { type: 'string', description: 'Where this schema is.' },
      title: { type: 'string', description: 'what the data are, in a line' },
      datasets: list('of a JSON-stat collection or bundle, those to read, by name, href or label; without it all'),
      metric: source('the metric'),
      dimensions: {
        type: 'object',
        description: 'by column, what the figures are broken down by',
        additionalProperties: closed(
          'the dimension that a column is',
          {
            dimension: { ...text, description: 'the code of the dimension, like PARTNER' },
            codes: {
              type: 'object',
              additionalProperties: { type: ['string', 'null'], minLength: 1 },
              description: 'codes of the file and what they are here; null for the one that stands for all of them',
            },
          },
          { required: ['dimension'] },
        ),
      },
      period: source('the period; without it TIME_PERIOD, or the dimension of JSON-stat with the role "time"'),
      value: closed('how values are written; without it in OBS_VALUE with a decimal point', {
        column: text,
        decimalMark: { type: 'string', enum: ['.', ','], description: 'what stands before the decimals' },
        missing: list('what stands where there is no value, beside nothing and NaN'),
      }),
      unit: source('the unit, before the multiplier scales it'),
      multiplier: number(-15, 15, 'the power of ten of the unit; without it UNIT_MULT'),
      decimals: number(-15, 15, 'the printed decimals; without it DECIMALS, else the digits as they stand'),
      status: nullable(
        closed('observation flags; without it in OBS_STATUS and OBS_FLAG. null to take no notice of them', {
          columns: list('the columns'),
          codes: {
            type: 'object',
            additionalProperties: { type: 'string', enum: statuses },
            description: 'what flags mean, where that is in no list or not as in the list',
          },
        }),
      ),
      confidentiality: nullable(
        closed('whether figures may be published; without it in CONF_STATUS. null to take no notice of it', {
          column: text,
          free: list('the codes that allow it; without it F'),
        }),
      ),
      note: nullable(closed('a text for each figure', { column: text }, { required: ['column'] })),
      only: {
        type: 'object',
        additionalProperties: { ...list('the codes to read'), minItems: 1 },
        description: 'by column, the codes whose rows are read; all other rows are left out',
      },
      ignore: list('columns that make no figure another one'),
    },
    { required: ['metric', 'unit'] },
  ),
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Map of SDMX-CSV or JSON-stat',
} satisfies Schema & { readonly $schema: string; readonly title: string }

/** A map from parsed JSON; BAD_USER_INPUT names all that is wrong with it, a line each: path, found, what is right. */
export function readSdmxMap(value: unknown): SdmxMap {
  const faults = checkSchema(value, sdmxMapSchema)
  if (faults.length === 0) faults.push(...contradictions(value as SdmxMap))
  if (faults.length > 0) throw new Refusal('BAD_USER_INPUT', faults.join('\n'))
  return value as SdmxMap
}

function contradictions(map: SdmxMap): string[] {
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
