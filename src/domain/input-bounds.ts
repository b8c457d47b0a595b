import { Refusal } from '../errors.js'

/** A bound on a text that comes from outside: its length, and whether it is one line. */
interface TextBound {
  /** UTF-16 code units, as JavaScript and JSON Schema count them. */
  readonly most: number
  /** Which control characters it may hold: none; line breaks and tabs; or all but NUL, as what is printed is kept. */
  readonly controls?: 'lines' | 'all'
}

/**
 * The bound of every text that a client, a command or a file can give. A kind of input that is not listed has the
 * bound `other`. docs/operating.md repeats the table, and a test compares the two.
 */
export const textBounds = {
  /** A code of a metric, a dimension, a category or a release. */
  code: { most: 100 },
  /** A category as a filter names it: two codes with a colon between. */
  reference: { most: 201 },
  /** What is searched for, and the text of a filter. */
  search: { most: 200 },
  /** An opaque id or cursor; one of a series with many dimensions is long. */
  id: { most: 8000 },
  title: { most: 500 },
  publisher: { most: 200 },
  url: { most: 2000 },
  /** Why a release is retracted. */
  reason: { most: 2000, controls: 'lines' },
  /** What else is to be known of a release or of a figure. */
  note: { most: 10_000, controls: 'all' },
  /** The letters by which an office marks a figure. */
  flags: { most: 200, controls: 'all' },
  /** A name of a code, the label of a row. */
  name: { most: 500, controls: 'all' },
  description: { most: 5000, controls: 'all' },
  synonym: { most: 200, controls: 'all' },
  fileName: { most: 255 },
  sheetName: { most: 100 },
  /** The heading of a column. */
  header: { most: 1000, controls: 'lines' },
  period: { most: 40 },
  moment: { most: 40 },
  /** A number as it is written; of its digits 38 may be significant. */
  number: { most: 100 },
  /** Who a token is for. */
  subject: { most: 200 },
  /** A setting of the environment. */
  setting: { most: 4000 },
  /** A text of a map: a label, a code of a file and what it means. */
  mapText: { most: 1000, controls: 'lines' },
  /** A whole map, as JSON. */
  map: { most: 1_048_576, controls: 'lines' },
  /** What is in a file that is sent; the bytes of a request are limited besides. */
  content: { most: 134_217_728, controls: 'all' },
  other: { most: 1000 },
} as const satisfies Record<string, TextBound>

export type TextKind = keyof typeof textBounds

/** The bound of every list that a client, a command or a file can give. */
export const listBounds = {
  /** Codes, periods and other values of one field of a filter. */
  values: 1000,
  /** Filters within one `and` or `or`. */
  filters: 100,
  /** Keys of an order, or of what figures are grouped by. */
  keys: 10,
  ids: 100,
  files: 100,
  /** Columns of a table, cells of a row. */
  columns: 1000,
  synonyms: 100,
  /** Faults that are told of one map, code list, row or request. */
  faults: 1000,
  /** Heads of the releases of a history. */
  releases: 10_000,
  /** Sheets of a workbook. */
  sheets: 1000,
  /** Items of a list of a map, keys of an object of one. */
  mapItems: 10_000,
  /** Addresses of one setting. */
  addresses: 100,
} as const

/** Files that are held as a whole, in bytes. */
export const fileBounds = {
  map: textBounds.map.most,
  codeList: 67_108_864,
  releases: 67_108_864,
} as const

const shortest = 40

/**
 * The beginning of a text for a message or a log: 40 characters at most, with a mark where there are more, and with what
 * no reader would see, or what would turn the line around, as escapes.
 */
export function excerpt(text: string, most = shortest): string {
  const whole = text.length <= most
  const begin = (whole ? text : withoutHalf(text.slice(0, most))).replace(halves, '\uFFFD').replace(unseen, escaped)
  return whole ? begin : `${begin}…`
}

/** A long message with its middle left out, of about `most` characters. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text
  const part = Math.floor(most / 2)
  return `${text.slice(0, part)} … ${text.slice(-part)}`.replace(halves, '\uFFFD')
}

/** The beginning of what stood in a cell, for a finding: a copy, as a part of a text keeps the whole of it in memory. */
export const foundText = (text: string, most = 200): string =>
  text.length <= most ? text : `${Buffer.from(withoutHalf(text.slice(0, most))).toString()}…`

const half = /\p{Cs}/u
const halves = /\p{Cs}/gu
const unseen = /[\p{Cc}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\u2028\u2029\uFEFF]/gu
const escaped = (character: string): string =>
  `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}}`

/** Without the first half of a surrogate pair that a cut left at the end. */
const withoutHalf = (text: string): string => (/[\uD800-\uDBFF]$/.test(text) ? text.slice(0, -1) : text)

export const grouped = (number: number): string => number.toLocaleString('en')

/**
 * A text within its bound, in Unicode's normal form C. LIMIT_EXCEEDED where it is longer, BAD_USER_INPUT where it holds
 * half a surrogate pair, a NUL or another control character that a text of its kind has not; both name the field.
 */
export function boundedText(field: string, text: string, kind: TextKind): string {
  const fault = textFault(text, kind)
  if (fault !== null) throw new Refusal(fault.code, `${field} ${fault.message}`)
  return text.normalize('NFC')
}

/** A text that is within its bound, as it is; LIMIT_EXCEEDED where it is longer. */
export function boundedLength(field: string, text: string, kind: TextKind): string {
  const fault = lengthFault(text, kind)
  if (fault !== null) throw new Refusal(fault.code, `${field} ${fault.message}`)
  return text
}

/** What is wrong with a text, to be said after the name of its field. */
interface TextFault {
  readonly code: 'LIMIT_EXCEEDED' | 'BAD_USER_INPUT'
  readonly message: string
}

function lengthFault(text: string, kind: TextKind): TextFault | null {
  const { most } = textBounds[kind]
  if (text.length <= most) return null
  const message = `has ${grouped(text.length)} characters ("${excerpt(text)}"), and ${grouped(most)} are allowed.`
  return { code: 'LIMIT_EXCEEDED', message }
}

/** What keeps a text from being one of its kind, to be said after the name of its field; null where nothing does. */
export function textFault(text: string, kind: TextKind): TextFault | null {
  const { controls }: TextBound = textBounds[kind]
  const tooLong = lengthFault(text, kind)
  if (tooLong !== null) return tooLong
  const wrong = (what: string) =>
    ({ code: 'BAD_USER_INPUT', message: `holds ${what} ("${excerpt(text)}"): take it out.` }) as const
  if (half.test(text)) return wrong('half a surrogate pair')
  const [control] = (controls === 'all' ? nul : controls === 'lines' ? controlButLines : anyControl).exec(text) ?? []
  if (control === undefined) return null
  return wrong(control === '\0' ? 'a NUL character' : `the control character ${escaped(control).slice(1)}`)
}

const nul = /\0/
const anyControl = /\p{Cc}/u
const controlButLines = /[^\P{Cc}\t\n\r]/u

/** LIMIT_EXCEEDED where a list has more items than `most`. */
export function boundedList(field: string, length: number, most: number): void {
  if (length > most)
    throw new Refusal('LIMIT_EXCEEDED', `${field} has ${grouped(length)} items, and ${grouped(most)} are allowed.`)
}

/** An address of the web; BAD_USER_INPUT where it is none, or not of http or https. */
export function boundedUrl(field: string, text: string): string {
  const url = boundedText(field, text, 'url')
  const right = /^https?:\/\//i.test(url) && !/\s/.test(url) && URL.canParse(url)
  if (!right)
    throw new Refusal(
      'BAD_USER_INPUT',
      `${field} "${excerpt(url)}" is not an address of the web: write it as in https://example.org/report.`,
    )
  return url
}

/** The first faults of a list, and how many more there are: a text that tells all of a million is none that is read. */
export function someFaults(faults: readonly string[]): string {
  const more = faults.length - listBounds.faults
  return more > 0
    ? [...faults.slice(0, listBounds.faults), `… and ${grouped(more)} more.`].join('\n')
    : faults.join('\n')
}

/** Checks the arguments of a field of the schema: answers them as they are within their bounds, or throws a Refusal. */
export type ArgumentCheck = (args: Readonly<Record<string, unknown>>) => Record<string, unknown>

/** The extension of a field of the schema that holds its check, for who coerces arguments without executing. */
export const checkExtension = 'checkArguments'
