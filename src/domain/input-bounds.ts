import { formatCount, Refusal } from '../errors.js'

interface TextBound {
  readonly most: number
  /** The control characters that are allowed: none by default, line breaks and tabs, or all but NUL. */
  readonly controls?: 'lines' | 'all'
}

/**
 * The bounds of every text from clients, commands and files; `other` for a kind that is not listed. A test compares the
 * table with docs/operating.md.
 */
export const textBounds = {
  code: { most: 100 },
  reference: { most: 201 },
  search: { most: 200 },
  id: { most: 8000 },
  title: { most: 500 },
  publisher: { most: 200 },
  url: { most: 2000 },
  reason: { most: 2000, controls: 'lines' },
  note: { most: 10_000, controls: 'all' },
  flags: { most: 200, controls: 'all' },
  name: { most: 500, controls: 'all' },
  unit: { most: 100 },
  description: { most: 5000, controls: 'all' },
  synonym: { most: 200, controls: 'all' },
  fileName: { most: 255 },
  sheetName: { most: 100 },
  header: { most: 1000, controls: 'lines' },
  period: { most: 40 },
  moment: { most: 40 },
  number: { most: 100 },
  subject: { most: 200 },
  setting: { most: 4000 },
  mapText: { most: 1000, controls: 'lines' },
  map: { most: 1_048_576, controls: 'lines' },
  pressText: { most: 20_000, controls: 'all' },
  draftContent: { most: 1_000_000, controls: 'all' },
  content: { most: 134_217_728, controls: 'all' },
  other: { most: 1000 },
} as const satisfies Record<string, TextBound>

export type TextKind = keyof typeof textBounds

export const listBounds = {
  values: 1000,
  filters: 100,
  keys: 10,
  ids: 100,
  files: 100,
  columns: 1000,
  synonyms: 100,
  plannedReleases: 100,
  datasets: 100,
  units: 2000,
  faults: 1000,
  releases: 10_000,
  sheets: 1000,
  mapItems: 10_000,
  addresses: 100,
} as const

export const fileBounds = {
  map: textBounds.map.most,
  table: 67_108_864,
  page: 16_777_216,
  codeList: 67_108_864,
  releases: 67_108_864,
} as const

/** The limits of a table whose map anybody may have drafted; `unpacked` counts the bytes of a part each time it is read. */
export const draftBounds = { cells: 250_000, characters: 2_000_000, unpacked: 33_554_432 } as const

const shortest = 40

/** Returns the beginning of a text for a message or a log, with invisible and bidirectional characters escaped. */
export function excerpt(text: string, most = shortest): string {
  const whole = text.length <= most
  const begin = (whole ? text : withoutHalf(text.slice(0, most))).replace(halves, '\uFFFD').replace(unseen, escaped)
  return whole ? begin : `${begin}…`
}

export function shortened(text: string, most: number): string {
  if (text.length <= most) return text
  const part = Math.floor(most / 2)
  return `${text.slice(0, part)} … ${text.slice(-part)}`.replace(halves, '\uFFFD')
}

/** Returns a storable copy of the beginning of a cell; a slice would keep the whole text in memory. */
export const foundText = (text: string, most = 200): string =>
  storable(text.length <= most ? text : `${Buffer.from(withoutHalf(text.slice(0, most))).toString()}…`)

export const storable = (text: string): string => text.replace(halves, '\uFFFD').replaceAll('\0', escaped)

const half = /\p{Cs}/u
const halves = /\p{Cs}/gu
const unseen = /[\p{Cc}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\u2028\u2029\uFEFF]/gu
const escaped = (character: string): string =>
  `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}}`

export const isBlank = (text: string): boolean => !visible.test(text)

const visible = /[^\s\p{Cc}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}]/u

const withoutHalf = (text: string): string => (/[\uD800-\uDBFF]$/.test(text) ? text.slice(0, -1) : text)

/**
 * Returns a text in normal form C; throws LIMIT_EXCEEDED if it is too long and BAD_USER_INPUT for characters that its
 * kind does not allow.
 */
export function boundedText(field: string, text: string, kind: TextKind): string {
  refuseFault(field, textFault(text, kind))
  return ascii.test(text) ? text : text.normalize('NFC')
}

export function boundedLength(field: string, text: string, kind: TextKind): string {
  refuseFault(field, lengthFault(text, kind))
  return text
}

function refuseFault(field: string, fault: TextFault | null): void {
  if (fault !== null) throw new Refusal(fault.code, `${field} ${fault.message}`)
}

const ascii = /^[\x20-\x7e]*$/

interface TextFault {
  readonly code: 'LIMIT_EXCEEDED' | 'BAD_USER_INPUT'
  readonly message: string
}

function lengthFault(text: string, kind: TextKind): TextFault | null {
  const { most } = textBounds[kind]
  if (text.length <= most) return null
  const message = `has ${formatCount(text.length)} characters ("${excerpt(text)}"); the limit is ${formatCount(most)}.`
  return { code: 'LIMIT_EXCEEDED', message }
}

export function textFault(text: string, kind: TextKind): TextFault | null {
  const { controls }: TextBound = textBounds[kind]
  const tooLong = lengthFault(text, kind)
  if (tooLong !== null) return tooLong
  const wrong = (what: string) =>
    ({ code: 'BAD_USER_INPUT', message: `holds ${what} ("${excerpt(text)}"): remove it.` }) as const
  if (half.test(text)) return wrong('half a surrogate pair')
  const [control] = (controls === 'all' ? nul : controls === 'lines' ? controlButLines : anyControl).exec(text) ?? []
  if (control === undefined) return null
  return wrong(control === '\0' ? 'a NUL character' : `the control character ${escaped(control).slice(1)}`)
}

const nul = /\0/
const anyControl = /\p{Cc}/u
const controlButLines = /[^\P{Cc}\t\n\r]/u

export function boundedList(field: string, length: number, most: number): void {
  if (length > most)
    throw new Refusal('LIMIT_EXCEEDED', `${field} has ${formatCount(length)} items; the limit is ${formatCount(most)}.`)
}

export function boundedUrl(field: string, text: string): string {
  const url = boundedText(field, text, 'url')
  const right = /^https?:\/\//i.test(url) && !/\s/.test(url) && URL.canParse(url)
  if (!right)
    throw new Refusal(
      'BAD_USER_INPUT',
      `${field} "${excerpt(url)}" is not a web address: write it as https://example.org/report.`,
    )
  return url
}

export function someFaults(faults: readonly string[]): string {
  const more = faults.length - listBounds.faults
  return more > 0
    ? [...faults.slice(0, listBounds.faults), `… and ${formatCount(more)} more.`].join('\n')
    : faults.join('\n')
}

export type ArgumentCheck = (args: Readonly<Record<string, unknown>>) => Record<string, unknown>

export const checkExtension = 'checkArguments'
