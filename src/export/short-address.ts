import { type CodeLists, type Dimension, type Metric, type MetricContent, refOf, total } from '../domain/codes/codes.js'
import type { Dataset } from '../domain/codes/dataset.js'
import { boundedList, excerpt, listBounds } from '../domain/input-bounds.js'
import type { IndicatorFilter, Order } from '../domain/observations/filter.js'
import { parseInstant } from '../domain/periods/instant.js'
import { frequencies, type Period, parsePeriod } from '../domain/periods/period.js'
import { languages } from '../domain/text/language.js'
import { baseOf, compatible, type Unit } from '../domain/units/unit.js'
import { Refusal, refuse } from '../errors.js'
import { didYouMean } from '../files/input/messages.js'
import { type RecordOptions, recordLabels, recordShapes } from '../files/output/record-table.js'
import { percentDecoded } from '../lib/percent-decoded.js'
import type { Snapshot } from '../store/query/metadata-snapshot.js'
import { type Pin, readPin } from '../store/query/pin.js'
import type { Format } from './formats.js'
import { type AddressParameter, addressParameters } from './parameters.js'
import type { ExportRequest } from './request.js'

/** An address below /data as it is written: nothing of it has been looked up. */
export interface ShortAddress {
  readonly dataset: string
  readonly metrics: readonly string[]
  readonly dimension: string
  readonly categories: readonly string[] | null
  readonly format: Format
  readonly pin: Pin | null
  readonly given: Given
}

type Given = Readonly<Partial<Record<AddressParameter, string>>>

export const endings = {
  csv: 'csv',
  xlsx: 'xlsx',
  json: 'json',
  parquet: 'parquet',
  'metadata.json': 'metadata',
} as const satisfies Record<string, Format>

const address = /^\/data\/([^/.]+)\/([^/.]+)(?:\/([^/.]+)(?:\/([^/.]+))?)?\.([a-z.]+)$/

/**
 * Parses /data/{dataset}/{metrics}/{dimension}/{categories}.{ending}. Throws NOT_FOUND for another path, and BAD_USER_INPUT
 * for parameters that there are not.
 */
export function parseAddress({ pathname, searchParams }: URL): ShortAddress {
  const { ending, ...named } = partsOf(pathname)
  if (!isEnding(ending)) throw notAnAddress()
  const given = readParameters(searchParams, Object.keys(addressParameters) as AddressParameter[])
  return { ...named, format: endings[ending], pin: pinIn(given), given }
}

/** The parameters of a feed of figures. It tells what every release changed, and has no columns. */
export const feedParameters = ['from', 'to', 'frequency', 'unit', 'language', 'version', 'stamp'] as const

export function parseFeedAddress({ pathname, searchParams }: URL): ShortAddress {
  const { ending, ...named } = partsOf(pathname)
  if (ending !== 'atom') throw notAnAddress()
  const given = readParameters(searchParams, feedParameters)
  return { ...named, format: 'json', pin: pinIn(given), given }
}

function partsOf(pathname: string) {
  const [, dataset = '', metrics = '', dimension = total.dimension, categories, ending = ''] =
    address.exec(percentDecoded(pathname) ?? '') ?? []
  return { dataset, metrics: metrics.split(','), dimension, categories: categories?.split(',') ?? null, ending }
}

const notAnAddress = (): Refusal =>
  new Refusal(
    'NOT_FOUND',
    `The address of figures is /data/DATASET/METRIC or /data/DATASET/METRIC,METRIC/DIMENSION/CATEGORY,CATEGORY, and ends in ${[...Object.keys(endings), 'atom'].join(', ')} after a point.`,
  )

const pinIn = ({ version, stamp }: Given): Pin | null => readPin(version ?? null, stamp ?? null)

const isEnding = (text: string): text is keyof typeof endings => Object.hasOwn(endings, text)

/** Returns the parameters of an address. Throws BAD_USER_INPUT for others than `known`, and for one that is given twice. */
export function readParameters<Name extends string>(
  parameters: URLSearchParams,
  known: readonly Name[],
): Readonly<Partial<Record<Name, string>>> {
  const given: Partial<Record<Name, string>> = {}
  for (const [text, value] of parameters) {
    const name = known.find((each) => each === text)
    if (name === undefined) {
      const all = `The parameters are ${known.join(', ')}.`
      return refuse(sentences(`There is no parameter "${excerpt(text)}".`, didYouMean(text, known), all))
    }
    if (given[name] !== undefined) refuse(`The parameter ${name} is given twice.`)
    given[name] = value
  }
  return given
}

const sentences = (...all: readonly string[]): string => all.filter((each) => each !== '').join(' ')

// A chart of a spreadsheet draws its rows in their order. A wide table takes its rows in the order of their first figures.
const orders: Readonly<Record<RecordOptions['shape'], readonly Order[]>> = {
  long: [
    { field: 'PERIOD', direction: 'ASC' },
    { field: 'CATEGORY', direction: 'ASC' },
  ],
  wide: [
    { field: 'CATEGORY', direction: 'ASC' },
    { field: 'PERIOD', direction: 'ASC' },
  ],
}

/**
 * Returns the request of an address for `indicators` as records. Throws UNKNOWN_CODE or NOT_FOUND for codes that are not in
 * the store or do not belong together, and the errors of GraphQL for parameters.
 */
export function requestOf(
  { format, pin, given, ...named }: ShortAddress,
  { codes, releases }: Pick<Snapshot, 'codes' | 'releases'>,
): ExportRequest {
  const dataset = codes.findDataset(named.dataset)
  boundedList('The address', named.metrics.length + (named.categories?.length ?? 0), listBounds.values)
  const contents = named.metrics.map((code) => contentOf(dataset, code, codes))
  const [dimension] = contents.map(({ metric }) => dimensionOf(dataset, metric, named.dimension, codes))
  if (dimension === undefined) throw new Error('an address without metrics was parsed')
  const categories = named.categories?.map((code) => refOf(codes.findCategory(`${dimension.code}:${code}`)))
  const { frequency, unit: unitCode, asOf } = given
  const [unit = null] = unitCode === undefined ? [] : contents.map((content) => unitOf(unitCode, content, codes))
  const shape = oneOf('shape', given.shape ?? 'long', recordShapes)
  const comment = oneOf('comment', given.comment ?? 'false', ['false', 'true']) === 'true'
  if (comment && format !== 'csv' && format !== 'metadata')
    refuse('comment: only a CSV file has a line of comment. Use the ending .csv.')
  const filter = {
    datasets: [dataset.code],
    metrics: contents.map(({ metric }) => metric.code),
    dimensions: [dimension.code],
    ...(categories && { categories }),
    ...(frequency !== undefined && {
      frequency: frequency.split(',').map((each) => oneOf('frequency', each, frequencies)),
    }),
    ...(unit !== null && { unit }),
    ...(asOf !== undefined && { asOf: momentOf(asOf, dataset, releases) }),
  }
  const from = periodOf('from', given)
  const to = periodOf('to', given)
  if (from !== null && to !== null && from.first > to.last)
    refuse(`from: ${from.text} is after to, ${to.text}. Exchange the two, or leave one out.`)
  const orderBy = orders[shape]
  return {
    format,
    query: 'indicators',
    args: { filter: { ...filter, from, to } satisfies IndicatorFilter, orderBy },
    variables: JSON.stringify({ filter: { ...filter, from: from?.text, to: to?.text }, orderBy }),
    language: oneOf('language', given.language ?? 'en', languages),
    pin,
    records: { shape, labels: oneOf('labels', given.labels ?? 'code', recordLabels), unit, comment },
  }
}

function contentOf(dataset: Dataset, code: string, codes: CodeLists): MetricContent {
  const metric = codes.findMetric(code)
  const { contents } = codes.contentsOf(dataset)
  const found = contents.find((each) => each.metric === metric)
  if (found !== undefined) return found
  const known = contents.map((each) => each.metric.code)
  throw notIn(`The dataset ${dataset.code} has no figures of ${metric.code}.`, known)
}

function dimensionOf(dataset: Dataset, metric: Metric, code: string, codes: CodeLists): Dimension {
  const dimension = codes.findDimension(code)
  const alone = dimensionsAlone(dataset, metric, codes)
  if (alone.includes(dimension)) return dimension
  const known = alone.map((each) => each.code)
  throw notIn(`${dataset.code} has no figures of ${metric.code} by ${dimension.code} alone.`, known)
}

/** Returns the dimensions by which alone a metric is broken down, in code list order; each makes a short address. */
export function dimensionsAlone(dataset: Dataset, metric: Metric, codes: CodeLists): readonly Dimension[] {
  const alone = codes.breakdowns.flatMap(({ dataset: of, dimensions, metrics }) =>
    of === dataset && metrics.includes(metric.id) && dimensions.length === 1 ? dimensions : [],
  )
  return codes.dimensions.filter((each) => alone.includes(each))
}

export function tablePath(dataset: Dataset, metric: Metric, dimension: Dimension): string {
  const codes = [dataset, metric, ...(dimension.code === total.dimension ? [] : [dimension])]
  return `/data/${codes.map(({ code }) => encodeURIComponent(code)).join('/')}`
}

const notIn = (message: string, known: readonly string[]): Refusal =>
  new Refusal('NOT_FOUND', `${message} It has ${known.join(', ') || 'none'}.`)

function unitOf(code: string, { metric, measures }: MetricContent, { units }: CodeLists): Unit {
  const known = units.map((each) => each.unit)
  const unit = known.find((each) => each === code)
  if (unit === undefined) refuse(sentences(`unit: there is no unit "${excerpt(code)}".`, didYouMean(code, known)))
  if (measures.includes(baseOf(unit))) return unit
  const allowed = known.filter((each) => measures.some((measure) => compatible(measure).includes(each)))
  throw new Refusal(
    'UNIT_MISMATCH',
    `unit: ${metric.code} is in ${measures.join(' and ')}, which cannot be converted to ${unit}. The units are ${allowed.join(', ')}.`,
  )
}

function periodOf(name: 'from' | 'to', { [name]: text }: Given): Period | null {
  return text === undefined ? null : naming(name, () => parsePeriod(text))
}

/** Reads a time, or a date for its end where the dataset is published. A plus sign in an address means a space. */
function momentOf(text: string, dataset: Dataset, releases: Snapshot['releases']): string {
  const published = releases.find((release) => release.dataset === dataset)?.publishedAt
  const offset = /[+-]\d\d:\d\d$/.exec(published ?? '')?.[0] ?? 'Z'
  const moment = /^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T23:59:59${offset}` : text.replace(' ', '+')
  naming('asOf', () => parseInstant(moment, text))
  return moment
}

function naming<T>(name: AddressParameter, parse: () => T): T {
  try {
    return parse()
  } catch (error) {
    throw error instanceof Refusal ? new Refusal(error.code, `${name}: ${error.message}`) : error
  }
}

function oneOf<T extends string>(name: AddressParameter, text: string, values: readonly T[]): T {
  const found = values.find((each) => each.toLowerCase() === text.toLowerCase())
  if (found !== undefined) return found
  return refuse(`${name} cannot be "${excerpt(text)}". The values are ${values.join(', ')}.`)
}
