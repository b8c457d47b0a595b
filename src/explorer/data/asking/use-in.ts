import type { TableQueryVariables } from '../../../generated/gql/explorer/graphql.js'
import { exportOf, seriesVariables } from '../export.js'
import { lastMonthOf } from '../period.js'

export interface Shown
  extends Pick<TableQueryVariables, 'filter' | 'unit' | 'language' | 'transform' | 'shownUnit' | 'base'> {
  readonly breakdowns: readonly string[]
  readonly isConverted: boolean
  /** Indicates that printed growth stands beside computed growth. */
  readonly isOfRates: boolean
}

export const programs = [
  'excel',
  'sheets',
  'pandas',
  'r',
  'duckdb',
  'sdmx',
  'feed',
  'calendar',
  'catalogue',
  'croissant',
  'openapi',
  'webhook',
  'mcp',
] as const
export type Program = (typeof programs)[number]

/** The longest address that Excel opens. */
const mostSigns = 2000

/**
 * Returns the short address of the figures that a table shows, without its ending; null if there is none: for several
 * datasets, or for so many categories that it would be too long.
 */
export function shortAddress({
  filter,
  unit,
  language,
}: Pick<Shown, 'filter' | 'unit' | 'language'>): ((ending: string, more?: object) => string) | null {
  const [dataset, ...others] = filter?.datasets ?? []
  const [dimension = ''] = filter?.dimensions ?? []
  if (dataset === undefined || others.length > 0) return null
  const chosen = chosenIn(filter)
  const parts = [dataset, (filter?.metrics ?? []).join(), dimension, ...(chosen === undefined ? [] : [chosen.join()])]
  const path = `/data/${parts.map(segment).join('/')}`.replace(/\/TOTAL$/, '')
  const given = { frequency: filter?.frequency?.join(), from: filter?.from, to: filter?.to, unit, asOf: filter?.asOf }
  const address = (ending: string, more: object = {}): string => {
    const parameters = Object.entries({ ...given, ...(language === 'ZH' && { language: 'zh' }), ...more })
    const query = parameters.flatMap(([name, value]) => (value == null ? [] : [`${name}=${segment(String(value))}`]))
    return `${path}.${ending}?${query.join('&')}`
  }
  return address('parquet', { labels: 'both' }).length > mostSigns ? null : address
}

const chosenIn = (filter: Shown['filter']): readonly string[] | undefined =>
  filter?.categories?.map((each) => each.slice(each.indexOf(':') + 1))

const segment = (text: string): string =>
  encodeURIComponent(text).replace(/%2C/g, ',').replace(/%3A/g, ':').replace(/%2F/g, '/')

type Reader = 'excel' | 'sheets' | 'pandas' | 'r' | 'duckdb'
type Snippet = (addressOf: (format: 'csv' | 'parquet') => string) => string

const excelQuery = (address: string, types: string): string => `let
  Source = Csv.Document(
    Web.Contents("${address}"),
    [Encoding = 65001]),
  Table = Table.PromoteHeaders(Source),
  Typed = Table.TransformColumnTypes(Table, ${types}, "en-US")
in
  Typed
`

const snippets: Readonly<Record<Reader, Snippet>> = {
  excel: (addressOf) => excelQuery(addressOf('csv'), '{{"last_day", type date}, {"value", type number}}'),
  sheets: (addressOf) => `=IMPORTDATA("${addressOf('csv')}")`,
  pandas: (addressOf) => `import pandas as pd

figures = pd.read_csv(
    "${addressOf('csv')}",
    dtype={"period": "string"},
    parse_dates=["first_day", "last_day"],
)
`,
  r: (addressOf) => `figures <- read.csv(
  "${addressOf('csv')}",
  colClasses = c(period = "character"), encoding = "UTF-8"
)
`,
  duckdb: (addressOf) => `curl -sS -o figures.parquet '${addressOf('parquet')}'
duckdb -c "SELECT * FROM 'figures.parquet'"
`,
}

/** Read a row for each series, whose periods begin in the sixth column. */
const seriesSnippets: Readonly<Record<Reader, Snippet>> = {
  ...snippets,
  excel: (addressOf) =>
    excelQuery(addressOf('csv'), 'List.Transform(List.Skip(Table.ColumnNames(Table), 5), each {_, type number})'),
  pandas: (addressOf) => `import pandas as pd

figures = pd.read_csv("${addressOf('csv')}")
`,
  r: (addressOf) => `figures <- read.csv(
  "${addressOf('csv')}",
  check.names = FALSE, encoding = "UTF-8"
)
`,
}

/** Indicates that numbers are shown that no release has printed, which only `/export` has. */
const isComputed = ({ transform, isConverted }: Shown): boolean => transform !== 'LEVEL' || isConverted

function seriesAddress(shown: Shown): ((format: 'csv' | 'parquet') => string) | null {
  const variables = Object.entries(seriesVariables(shown)).filter(([, value]) => value != null)
  const language = shown.language === 'ZH' ? 'zh' : 'en'
  const address = (format: 'csv' | 'parquet'): string =>
    exportOf(format, 'series', language, Object.fromEntries(variables))
  return address('parquet').length > mostSigns ? null : address
}

function readerText(program: Reader, shown: Shown, origin: string): string | null {
  if (isComputed(shown)) {
    const address = seriesAddress(shown)
    return address && seriesSnippets[program]((format) => origin + address(format))
  }
  const address = shortAddress(shown)
  const shape = program === 'sheets' && !shown.isOfRates ? { shape: 'wide' } : {}
  return (
    address &&
    snippets[program]((format) => origin + address(format, format === 'parquet' ? { labels: 'both' } : shape))
  )
}

/** Returns a period of a view as SDMX writes it; a year to date begins in January. */
const sdmxTime = (period: string, isStart: boolean, frequency: string | undefined): string =>
  isStart && frequency === 'YEAR_TO_DATE' ? `${period.slice(0, 4)}-01` : lastMonthOf(period).replace('-H', '-S')

const letters: Readonly<Record<string, string>> = {
  ANNUAL: 'A',
  HALF_YEARLY: 'S',
  QUARTERLY: 'Q',
  MONTHLY: 'M',
  YEAR_TO_DATE: '_O',
}

// Identifiers of SDMX have no letters beyond ASCII.

const escapedFor = (code: string, sign: '$' | '-'): string =>
  code.replace(/\W/g, (unit) => `${sign}${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`)

const sdmxCodes = (codes: readonly string[]): string => codes.map((code) => escapedFor(code, '$')).join()

function componentOf(dimension: string): string {
  const id = escapedFor(dimension, '-')
  return /^[A-Za-z]/.test(id) ? id : `U--${id}`
}

/** Returns the address of the dataflow with the conditions of a table; figures that are broken down otherwise have no _T. */
function sdmxAddress({ filter, breakdowns }: Shown): string {
  const [dimension = ''] = filter?.dimensions ?? []
  const [frequency] = filter?.frequency ?? []
  const chosen = chosenIn(filter)
  const times = [
    ...(filter?.from == null ? [] : [`ge:${sdmxTime(filter.from, true, frequency)}`]),
    ...(filter?.to == null ? [] : [`le:${sdmxTime(filter.to, false, frequency)}`]),
  ]
  const conditions: Readonly<Record<string, string | undefined>> = {
    METRIC: sdmxCodes(filter?.metrics ?? []) || undefined,
    FREQ: filter?.frequency?.map((each) => letters[each]).join(),
    UNIT_MEASURE: filter?.unit ?? undefined,
    ...Object.fromEntries(
      breakdowns.map((each) => [
        componentOf(each),
        each === dimension ? (chosen === undefined ? 'ne:_T' : sdmxCodes(chosen)) : '_T',
      ]),
    ),
    TIME_PERIOD: times.length === 0 ? undefined : times.join('+'),
  }
  const query = Object.entries(conditions).flatMap(([name, value]) =>
    value === undefined ? [] : [`c%5B${name}%5D=${value}`],
  )
  if (filter?.asOf != null) query.push(`asOf=${segment(filter.asOf)}`)
  return `/sdmx/v2/data/dataflow/*/${filter?.datasets?.[0]}/*?${query.join('&')}`
}

/** Returns the address of the feed of what a table shows; it has no end, so that it goes on with the next releases. */
function feedAddress(shown: Shown, origin: string): string | null {
  const { to: _, asOf: __, ...filter } = shown.filter ?? {}
  const address = shortAddress({ ...shown, filter })
  return address && `${origin}${address('atom')}`
}

function croissantAddress({ filter, language }: Shown, origin: string): string | null {
  const [dataset, ...others] = filter?.datasets ?? []
  if (dataset === undefined || others.length > 0) return null
  return `${origin}/data/${segment(dataset)}.croissant.json?lang=${language === 'ZH' ? 'zh' : 'en'}`
}

/** Returns the command that tells a program of new releases; it is run where the server is. */
const webhookCommand = ({ filter }: Shown, origin: string): string =>
  [
    `# ${origin}/docs/webhooks/`,
    'npx indicators hooks add https://YOUR-PROGRAM.example/releases \\',
    `  --events release.published${filter?.datasets?.length === 1 ? ` --dataset ${filter.datasets[0]}` : ''}`,
    '',
  ].join('\n')

export function reasonAgainst(program: Program, shown: Shown): 'converted' | 'computed' | 'tooMany' | null {
  if ((program === 'sdmx' || program === 'feed') && isComputed(shown))
    return shown.transform === 'LEVEL' ? 'converted' : 'computed'
  return textFor(program, shown, '') === null ? 'tooMany' : null
}

/** Returns the text to copy for a program; null if it cannot read the shown figures. */
export function textFor(program: Program, shown: Shown, origin: string): string | null {
  switch (program) {
    case 'mcp':
      return `${origin}/mcp`
    case 'calendar':
      return `${origin}/calendar.ics`
    case 'catalogue':
      return `${origin}/catalog.jsonld`
    case 'openapi':
      return `${origin}/openapi.json`
    case 'croissant':
      return croissantAddress(shown, origin)
    case 'webhook':
      return webhookCommand(shown, origin)
    case 'feed':
      return isComputed(shown) ? null : feedAddress(shown, origin)
    case 'sdmx':
      return isComputed(shown) || shortAddress(shown) === null ? null : `${origin}${sdmxAddress(shown)}`
    default:
      return readerText(program, shown, origin)
  }
}
