import { excerpt } from '../../domain/input-bounds.js'
import { parseInstant } from '../../domain/periods/instant.js'
import type { Language } from '../../domain/text/language.js'
import { attempt } from '../../errors.js'
import { attributes, type Component, type Flow, measure, time } from '../../files/sdmx/components.js'
import type { Snapshot } from '../../store/query/metadata-snapshot.js'
import { type Conditions, readConditions } from './conditions.js'
import { notImplemented, semanticError, syntaxError } from './faults.js'
import { type DataPath, findFlow } from './flows.js'
import { checkReportingYear, oneOf, type Parameters, wholeNumber } from './parameters.js'

export const dataParameters = [
  ...(['c', 'updatedAfter', 'firstNObservations', 'lastNObservations', 'dimensionAtObservation'] as const),
  ...(['attributes', 'measures', 'includeHistory', 'offset', 'limit', 'sort', 'asOf'] as const),
  'reportingYearStartDay',
] as const

export interface DataQuery {
  readonly flow: Flow
  readonly conditions: Conditions
  readonly language: Language
  readonly asOf: string | null
  readonly updatedAfter: string | null
  readonly includeHistory: boolean
  /** The numbers of observations of each series from its beginning and its end; with neither, all. */
  readonly first: number | null
  readonly last: number | null
  readonly offset: number
  readonly limit: number | null
  readonly layout: 'series' | 'flat'
  readonly measures: readonly Component[]
  readonly attributes: readonly Component[]
  readonly keysOnly: boolean
  /** Indicates that attributes or measures are left out. */
  readonly isPart: boolean
}

export function readDataQuery(
  path: DataPath,
  { given, components }: Pick<Parameters<(typeof dataParameters)[number]>, 'given' | 'components'>,
  snapshot: Snapshot,
  language: Language,
): DataQuery {
  const flow = findFlow(path, snapshot)
  const asOf = momentOf('asOf', given.asOf)
  const updatedAfter = momentOf('updatedAfter', given.updatedAfter)
  if (asOf !== null && updatedAfter !== null && parseInstant(updatedAfter).at > parseInstant(asOf).at)
    throw semanticError('updatedAfter is later than asOf.')
  if (given.sort !== undefined)
    throw notImplemented('sort: observations are in the order of the code lists and of time, and in no other.')
  checkReportingYear(given.reportingYearStartDay)
  const measures = chosen('measures', given.measures, [measure], ['all'])
  const chosenAttributes = chosen('attributes', given.attributes, attributes, ['dsd', 'all', 'obs'])
  return {
    flow,
    conditions: readConditions(path.key, components, flow),
    language,
    asOf,
    updatedAfter,
    includeHistory: oneOf('includeHistory', given.includeHistory, ['false', 'true']) === 'true',
    first: wholeNumber('firstNObservations', given.firstNObservations, 1) ?? null,
    last: wholeNumber('lastNObservations', given.lastNObservations, 1) ?? null,
    offset: wholeNumber('offset', given.offset, 0) ?? 0,
    limit: wholeNumber('limit', given.limit, 1) ?? null,
    layout: layoutOf(given.dimensionAtObservation, flow),
    measures,
    attributes: chosenAttributes,
    keysOnly: measures.length === 0 && chosenAttributes.length === 0,
    isPart: measures.length === 0 || chosenAttributes.length < attributes.length,
  }
}

/** Reads a time. Without an offset, it is in UTC, which is the time of the server. */
function momentOf(name: 'asOf' | 'updatedAfter', text: string | undefined): string | null {
  if (text === undefined) return null
  const date = /^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00` : text
  const moment = /(?:Z|[+-]\d\d:\d\d)$/i.test(date) ? date : `${date}Z`
  return attempt(
    () => parseInstant(moment, text).at.toISOString(),
    (message) => {
      throw syntaxError(`${name}: ${message}`)
    },
  )
}

function layoutOf(id: string | undefined, flow: Flow): DataQuery['layout'] {
  if (id === undefined || id === time.id) return 'series'
  if (id === 'AllDimensions') return 'flat'
  if (flow.dimensions.some((each) => each.id === id))
    throw notImplemented(`dimensionAtObservation can be ${time.id} or AllDimensions, and not ${id}.`)
  throw semanticError(`dimensionAtObservation: the data structure has no dimension "${excerpt(id)}".`)
}

/** The attachments of attributes of which the data structure has none. */
const withoutAttributes: readonly string[] = ['none', 'msd', 'dataset', 'series']

function chosen(
  name: 'attributes' | 'measures',
  text: string | undefined,
  all: readonly Component[],
  words: readonly [string, ...string[]],
): readonly Component[] {
  const wanted = new Set((text ?? words[0]).split(','))
  const empty = name === 'measures' ? ['none'] : withoutAttributes
  const ids = all.map(({ id }) => id)
  const unknown = [...wanted].find((each) => ![...words, ...empty, ...ids].includes(each))
  if (unknown !== undefined)
    throw semanticError(
      `${name}: there is none with the id "${excerpt(unknown)}". Write ${[...words, ...empty, ...ids].join(', ')}.`,
    )
  return words.some((each) => wanted.has(each)) ? all : all.filter(({ id }) => wanted.has(id))
}
