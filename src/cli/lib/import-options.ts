import { basename } from 'node:path'
import { boundedUrl, excerpt, fileBounds, listBounds, type TextKind, textFault } from '../../domain/input-bounds.js'
import { type ReleaseMetadata, stages } from '../../domain/observations/observation.js'
import { parseInstant } from '../../domain/periods/instant.js'
import { type Period, parsePeriod } from '../../domain/periods/period.js'
import { Refusal } from '../../errors.js'
import { type Encoding, encodingFrom } from '../../files/input/transcode.js'
import { tableMap, tableMaps } from '../../files/maps/map-files.js'
import { type ImportFormat, importFormats, type MapSource } from '../../import/formats.js'
import { checkReadable, readText } from './files.js'
import { stageFrom } from './release-metadata.js'
import type { ServerOptions } from './server-options.js'

/** The options of `indicators import`, as commander gives them. */
export interface ImportOptions extends ServerOptions {
  readonly release?: string
  readonly title?: string
  readonly publisher?: string
  readonly publishedAt?: string
  readonly stage?: string
  readonly url?: string
  readonly note?: string
  readonly format?: string
  readonly map?: string
  readonly period?: string
  readonly encoding?: string
  readonly sheet?: string
  readonly releases?: string
  readonly createCodes?: boolean
  readonly keepPointZero?: boolean
  readonly dryRun?: boolean
  readonly acceptFindings?: boolean
  readonly json?: boolean
}

/** What options say that stands on its own; all that is wrong with them is told together. */
export interface Parsed {
  readonly head: ReleaseMetadata | null
  readonly period: Period | null
  readonly encoding: Encoding | null
}

const ofOne = [
  'release',
  'title',
  'publisher',
  'publishedAt',
  'stage',
  'url',
  'note',
  'map',
  'period',
  'sheet',
] as const
/** The kind of text that each option gives. */
const kinds: Readonly<Record<string, TextKind>> = {
  release: 'code',
  title: 'title',
  publisher: 'publisher',
  url: 'url',
  note: 'note',
  sheet: 'sheetName',
}
const required = ['release', 'title', 'publisher', 'publishedAt'] as const

/** Reads the options; BAD_USER_INPUT names all that is missing, malformed or at odds, a line each. */
export function parseOptions(options: ImportOptions): Parsed {
  const faults: string[] = []
  const history = options.releases !== undefined
  const read = <T>(name: keyof ImportOptions, parse: (text: string) => T): T | null => {
    const text = options[name]
    if (typeof text !== 'string') return null
    try {
      return parse(text)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      faults.push(`${flag(name)}: ${error.message}`)
      return null
    }
  }
  if (history) {
    const given = ofOne.filter((name) => options[name] !== undefined).map(flag)
    if (given.length > 0) faults.push(`${given.join(', ')}: not with --releases, whose file says this of each release.`)
    if (options.format !== undefined && options.format.toLowerCase() !== 'csv')
      faults.push('--format: with --releases the files are csv, with a column "release".')
    if (options.server !== undefined)
      faults.push('--releases: not with --server, which takes in one release at a time.')
  } else {
    const missing = required.filter((name) => options[name] === undefined).map(flag)
    if (missing.length > 0)
      faults.push(
        `${missing.join(', ')} ${missing.length > 1 ? 'are' : 'is'} missing: say of which release the figures are.`,
      )
  }
  for (const [name, kind] of Object.entries(kinds))
    read(name as keyof ImportOptions, (text) => {
      const fault = textFault(text, kind)
      if (fault !== null) throw new Refusal(fault.code, `It ${fault.message}`)
    })
  if (options.url !== undefined && textFault(options.url, 'url') === null)
    read('url', (text) => boundedUrl('The address', text))
  const stage = read('stage', stageOf) ?? 'MONTHLY'
  read('publishedAt', parseInstant)
  const period = read('period', parsePeriod)
  const encoding = read('encoding', encodingFrom)
  if (faults.length > 0) throw new Refusal('BAD_USER_INPUT', faults.join('\n'))
  const { release = '', title = '', publisher = '', publishedAt = '', url = null, note = null } = options
  const head = { code: release, title, publisher, publishedAt, stage, url, note }
  return { head: history ? null : head, period, encoding }
}

function stageOf(text: string): ReleaseMetadata['stage'] {
  const stage = stageFrom(text)
  if (stage !== null) return stage
  const words = stages.map((each) => each.toLowerCase()).join(', ')
  throw new Refusal('BAD_USER_INPUT', `"${excerpt(text)}" is no stage: write one of ${words}.`)
}

/** An option as it is written: --published-at. */
const flag = (name: string): string => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`

/** A file to be taken in: its path, and the name that the store keeps of it, without what is the user's own. */
export interface Given {
  readonly path: string
  readonly name: string
  readonly size: number
  /** Whether it can be read more than once. */
  readonly regular: boolean
}

/** The files that are given, each of which can be read; BAD_USER_INPUT names all that cannot. */
export async function givenFiles(paths: readonly string[]): Promise<Given[]> {
  if (paths.length > listBounds.files)
    throw new Refusal('BAD_USER_INPUT', `${paths.length} files are named, and ${listBounds.files} are allowed.`)
  const found = await Promise.allSettled(paths.map((path) => checkReadable(path)))
  const faults = found.flatMap((each) => (each.status === 'rejected' ? [each.reason as Refusal] : []))
  if (faults.length > 0) throw new Refusal('BAD_USER_INPUT', faults.map(({ message }) => message).join('\n'))
  const names = paths.map((path) => basename(path))
  const isAlone = (name: string | undefined): boolean => names.indexOf(name ?? '') === names.lastIndexOf(name ?? '')
  return found.flatMap((each, index) => {
    const [path = '', name = ''] = [paths[index], names[index]]
    return each.status === 'fulfilled' ? [{ path, name: isAlone(name) ? name : path, ...each.value }] : []
  })
}

/** Which format the files are in: what was named, or what their names and the map leave no doubt of; else BAD_USER_INPUT. */
export function formatOf(
  named: string | null,
  files: readonly string[],
  map: MapSource | null,
): { readonly format: ImportFormat; readonly named: boolean } {
  if (named !== null) return { format: formatFrom(named), named: true }
  const found = new Set(files.map((file) => guess(file, map)))
  const [format, ...others] = [...found]
  if (format === undefined || others.length > 0)
    throw wrong(
      `The files are of several formats (${[...found].join(', ')}): name one with --format, or import them apart.`,
    )
  return { format, named: false }
}

function guess(file: string, map: MapSource | null): ImportFormat {
  const [ending = ''] = /\.[^./\\]*$/.exec(file.toLowerCase()) ?? []
  if (ending === '.xlsx' || (map !== null && 'name' in map)) return 'TABLE'
  if (ending === '.json') return 'JSON_STAT'
  if (ending === '.csv' && map === null) return 'CSV'
  const which = ending === '.csv' ? ['sdmx-csv', 'table'] : importFormats.map(shownFormat)
  const why = ending === '.csv' ? 'and a map of your own says how it is to be read' : 'which does not say its format'
  throw wrong(
    `${file} is named ${ending === '' ? 'without an ending' : ending}, ${why}: add --format ${which.join(' or --format ')}.`,
  )
}

/** A format as the command line has it: sdmx-csv. */
export const shownFormat = (format: ImportFormat): string => format.toLowerCase().replaceAll('_', '-')

function formatFrom(text: string): ImportFormat {
  const format = importFormats.find((each) => shownFormat(each) === text.toLowerCase().replaceAll('_', '-'))
  if (format !== undefined) return format
  throw wrong(`--format "${excerpt(text)}" is none of ${importFormats.map(shownFormat).join(', ')}.`)
}

/** The map that an option names: one that ships, or a file of JSON. */
export async function mapFrom(text: string): Promise<MapSource> {
  const names = await tableMaps()
  if (names.includes(text)) return { name: text }
  if (!/[./\\]/.test(text)) await tableMap(text) // says that there is none, and which there are
  return { file: text, text: await readText(text, fileBounds.map) }
}

const wrong = (message: string): Refusal => new Refusal('BAD_USER_INPUT', message)
