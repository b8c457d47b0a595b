import type { TableQueryVariables } from '../../../generated/gql/explorer/graphql.js'
import { lastMonthOf } from '../period.js'

interface Shown extends Pick<TableQueryVariables, 'filter' | 'unit' | 'language'> {
  /** The dimensions by which the dataset has figures. */
  readonly breakdowns: readonly string[]
}

/** The programs that read an address, by what is copied for them. */
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
}: Omit<Shown, 'breakdowns'>): ((ending: string, more?: object) => string) | null {
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

/** Returns the codes of the categories that a filter names. */
const chosenIn = (filter: Shown['filter']): readonly string[] | undefined =>
  filter?.categories?.map((each) => each.slice(each.indexOf(':') + 1))

const segment = (text: string): string =>
  encodeURIComponent(text).replace(/%2C/g, ',').replace(/%3A/g, ':').replace(/%2F/g, '/')

type Snippet = (origin: string, address: (ending: string, more?: object) => string) => string

const snippets: Readonly<Record<'excel' | 'sheets' | 'pandas' | 'r' | 'duckdb', Snippet>> = {
  excel: (origin, address) => `let
  Source = Csv.Document(
    Web.Contents("${origin}${address('csv')}"),
    [Encoding = 65001]),
  Table = Table.PromoteHeaders(Source),
  Typed = Table.TransformColumnTypes(Table, {{"last_day", type date}, {"value", type number}}, "en-US")
in
  Typed
`,
  sheets: (origin, address) => `=IMPORTDATA("${origin}${address('csv', { shape: 'wide' })}")`,
  pandas: (origin, address) => `import pandas as pd

figures = pd.read_csv(
    "${origin}${address('csv')}",
    dtype={"period": "string"},
    parse_dates=["first_day", "last_day"],
)
`,
  r: (origin, address) => `figures <- read.csv(
  "${origin}${address('csv')}",
  colClasses = c(period = "character"), encoding = "UTF-8"
)
`,
  duckdb: (origin, address) => `curl -sS -o figures.parquet '${origin}${address('parquet', { labels: 'both' })}'
duckdb -c "SELECT * FROM 'figures.parquet'"
`,
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
    value === undefined ? [] : [`c[${name}]=${value}`],
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

/** Returns the address of the description of the dataset; null for several. */
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

/** Returns the text to copy for a program; null if it cannot read the shown figures. */
export function textFor(program: Program, shown: Shown, origin: string): string | null {
  if (program === 'mcp') return `${origin}/mcp`
  if (program === 'calendar') return `${origin}/calendar.ics`
  if (program === 'catalogue') return `${origin}/catalog.jsonld`
  if (program === 'openapi') return `${origin}/openapi.json`
  if (program === 'croissant') return croissantAddress(shown, origin)
  if (program === 'webhook') return webhookCommand(shown, origin)
  if (program === 'feed') return feedAddress(shown, origin)
  const address = shortAddress(shown)
  if (address === null) return null
  if (program === 'sdmx') return `${origin}${sdmxAddress(shown)}`
  return snippets[program](origin, address)
}
