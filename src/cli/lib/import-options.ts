import { basename } from 'node:path'
import { boundedUrl, excerpt, fileBounds, listBounds, type TextKind, textFault } from '../../domain/input-bounds.js'
import { type ReleaseMetadata, stages } from '../../domain/observations/observation.js'
import { parseInstant } from '../../domain/periods/instant.js'
import { type Period, parsePeriod } from '../../domain/periods/period.js'
import { attempt, formatCount, Refusal } from '../../errors.js'
import { type Encoding, encodingFrom } from '../../files/input/transcode.js'
import { tableMap, tableMaps } from '../../files/maps/map-files.js'
import { type ImportFormat, importFormats, type MapSource } from '../../import/formats.js'
import { usageError } from './exit.js'
import { checkReadable, readText } from './files.js'
import { stageFrom } from './release-metadata.js'
import type { ServerOptions } from './server-options.js'

export interface ImportOptions extends ServerOptions, Partial<ImportChoices> {
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
  readonly keepPointZero?: boolean
}

export interface ImportChoices {
  readonly createCodes: boolean
  readonly dryRun: boolean
  readonly acceptFindings: boolean
  readonly json: boolean
}

export interface Parsed {
  readonly head: ReleaseMetadata | null
  readonly period: Period | null
  readonly encoding: Encoding | null
  readonly choices: ImportChoices
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
const kinds: Readonly<Record<string, TextKind>> = {
  release: 'code',
  title: 'title',
  publisher: 'publisher',
  url: 'url',
  note: 'note',
  sheet: 'sheetName',
}
const required = ['release', 'title', 'publisher', 'publishedAt'] as const

/** Validates the options. Throws BAD_USER_INPUT with every fault on a line. */
export function parseOptions(options: ImportOptions): Parsed {
  const faults: string[] = []
  const history = options.releases !== undefined
  const read = <T>(name: keyof ImportOptions, parse: (text: string) => T): T | null => {
    const text = options[name]
    if (typeof text !== 'string') return null
    const report = (message: string) => faults.push(`${flag(name)}: ${message}`)
    return attempt(() => parse(text), report) ?? null
  }
  if (history) {
    const excluded = ofOne.filter((name) => options[name] !== undefined).map(flag)
    if (excluded.length > 0)
      faults.push(`${excluded.join(', ')} cannot be combined with --releases, whose file describes each release.`)
    if (options.format !== undefined && options.format.toLowerCase() !== 'csv')
      faults.push('--format must be csv with --releases. The files need a column "release".')
    if (options.server !== undefined)
      faults.push('--releases cannot be combined with --server, which imports one release at a time.')
  } else {
    const missing = required.filter((name) => options[name] === undefined).map(flag)
    if (missing.length > 0)
      faults.push(
        `${missing.join(', ')} ${missing.length > 1 ? 'are' : 'is'} missing. Describe the release of the figures.`,
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
  if (faults.length > 0) throw usageError(faults.join('\n'))
  const { release = '', title = '', publisher = '', publishedAt = '', url = null, note = null } = options
  const { createCodes = false, dryRun = false, acceptFindings = false, json = false } = options
  const head = { code: release, title, publisher, publishedAt, stage, url, note }
  return { head: history ? null : head, period, encoding, choices: { createCodes, dryRun, acceptFindings, json } }
}

function stageOf(text: string): ReleaseMetadata['stage'] {
  const stage = stageFrom(text)
  if (stage !== null) return stage
  const words = stages.map((each) => each.toLowerCase()).join(', ')
  throw usageError(`"${excerpt(text)}" is not a stage. The stages are ${words}.`)
}

const flag = (name: string): string => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`

/** A file to import. `name` is stored, and has no folders unless two files have the same name. */
export interface InputFile {
  readonly path: string
  readonly name: string
  readonly size: number
  readonly regular: boolean
}

export async function inputFiles(paths: readonly string[]): Promise<InputFile[]> {
  if (paths.length > listBounds.files)
    throw usageError(`${formatCount(paths.length)} files are named, and ${listBounds.files} are allowed.`)
  const found = await Promise.allSettled(paths.map((path) => checkReadable(path)))
  const faults = found.flatMap((each) => (each.status === 'rejected' ? [each.reason as Refusal] : []))
  if (faults.length > 0) throw usageError(faults.map(({ message }) => message).join('\n'))
  const names = paths.map((path) => basename(path))
  const isAlone = (name: string | undefined): boolean => names.indexOf(name ?? '') === names.lastIndexOf(name ?? '')
  return found.flatMap((each, index) => {
    const [path = '', name = ''] = [paths[index], names[index]]
    return each.status === 'fulfilled' ? [{ path, name: isAlone(name) ? name : path, ...each.value }] : []
  })
}

/** Returns the named format, or the one that file names and map determine. Throws BAD_USER_INPUT if they do not. */
export function formatOf(
  named: string | null,
  files: readonly string[],
  map: MapSource | null,
): { readonly format: ImportFormat; readonly named: boolean } {
  if (named !== null) return { format: formatFrom(named), named: true }
  const found = new Set(files.map((file) => guessFormat(file, map)))
  const [format, ...others] = [...found]
  if (format === undefined || others.length > 0)
    throw usageError(
      `The files have several formats (${[...found].join(', ')}). Name one with --format, or import them separately.`,
    )
  return { format, named: false }
}

function guessFormat(file: string, map: MapSource | null): ImportFormat {
  const [ending = ''] = /\.[^./\\]*$/.exec(file.toLowerCase()) ?? []
  if (ending === '.xlsx' || (map !== null && 'name' in map)) return 'TABLE'
  if (ending === '.json') return 'JSON_STAT'
  if (ending === '.csv' && map === null) return 'CSV'
  const which = ending === '.csv' ? ['sdmx-csv', 'table'] : importFormats.map(formatName)
  const reason = ending === '.csv' ? 'is read with a map of your own' : 'has a name that does not tell its format'
  throw usageError(`${file} ${reason}. Add --format ${which.join(' or --format ')}.`)
}

export const formatName = (format: ImportFormat): string => format.toLowerCase().replaceAll('_', '-')

function formatFrom(text: string): ImportFormat {
  const format = importFormats.find((each) => formatName(each) === text.toLowerCase().replaceAll('_', '-'))
  if (format !== undefined) return format
  throw usageError(`--format "${excerpt(text)}" is not one of ${importFormats.map(formatName).join(', ')}.`)
}

export async function mapFrom(text: string): Promise<MapSource> {
  const names = await tableMaps()
  if (names.includes(text)) return { name: text }
  if (!/[./\\]/.test(text)) await tableMap(text) // throws with the nearest names
  return { file: text, text: await readText(text, fileBounds.map) }
}
