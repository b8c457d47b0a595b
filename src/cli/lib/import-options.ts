import { basename } from 'node:path'
import {
  boundedText,
  boundedUrl,
  excerpt,
  fileBounds,
  listBounds,
  type TextKind,
  textFault,
} from '../../domain/input-bounds.js'
import { type ReleaseHead, type ReleaseMetadata, stages } from '../../domain/observations/observation.js'
import { parseInstant } from '../../domain/periods/instant.js'
import { parsePeriod } from '../../domain/periods/period.js'
import { attempt, formatCount, type Refusal } from '../../errors.js'
import { encodingFrom } from '../../files/input/transcode.js'
import { tableMap, tableMaps } from '../../files/maps/map-files.js'
import { type ImportFormat, importFormats, type MapSource } from '../../import/formats.js'
import type { CreateCodes } from '../../store/ingest/code-resolver.js'
import { usageError } from './exit.js'
import { checkReadable, readText } from './files.js'
import { stageFrom } from './release-metadata.js'
import type { ServerOptions } from './server-options.js'

type TextOption = (typeof ofOne)[number] | 'format' | 'encoding' | 'releases'

export interface ImportOptions
  extends ServerOptions,
    Readonly<Partial<Record<TextOption, string>>>,
    Partial<Omit<ImportChoices, 'createCodes'>> {
  readonly createCodes?: boolean
  readonly createNearCodes?: boolean
  readonly keepPointZero?: boolean
}

export interface ImportChoices {
  readonly createCodes: CreateCodes
  readonly dryRun: boolean
  readonly acceptFindings: boolean
  readonly json: boolean
}

const ofOne = [
  'release',
  'dataset',
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
const kinds = [
  ['release', 'code'],
  ['dataset', 'code'],
  ['title', 'title'],
  ['publisher', 'publisher'],
  ['url', 'url'],
  ['note', 'note'],
  ['sheet', 'sheetName'],
] as const satisfies readonly (readonly [TextOption, TextKind])[]
const required = ['release', 'title', 'publisher', 'publishedAt'] as const

/** Validates the options. Throws BAD_USER_INPUT with every fault on a line. */
export function parseOptions(options: ImportOptions) {
  const faults: string[] = []
  const history = options.releases !== undefined
  const read = <T>(name: TextOption, parse: (text: string) => T): T | null => {
    const text = options[name]
    if (text === undefined) return null
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
  for (const [name, kind] of kinds) read(name, (text) => boundedText('It', text, kind))
  if (options.url !== undefined && textFault(options.url, 'url') === null)
    read('url', (text) => boundedUrl('The address', text))
  const stage = read('stage', stageOf) ?? 'MONTHLY'
  read('publishedAt', parseInstant)
  const period = read('period', parsePeriod)
  const encoding = read('encoding', encodingFrom)
  if (faults.length > 0) throw usageError(faults.join('\n'))
  const {
    release = '',
    dataset = null,
    title = '',
    publisher = '',
    publishedAt = '',
    url = null,
    note = null,
  } = options
  const createCodes: CreateCodes = options.createNearCodes ? 'near' : (options.createCodes ?? false)
  const { dryRun = false, acceptFindings = false, json = false } = options
  const head: ReleaseHead = { code: release, dataset, title, publisher, publishedAt, stage, url, note }
  return { head: history ? null : head, period, encoding, choices: { createCodes, dryRun, acceptFindings, json } }
}

function stageOf(text: string): ReleaseMetadata['stage'] {
  const stage = stageFrom(text)
  if (stage !== null) return stage
  const words = stages.map((each) => each.toLowerCase()).join(', ')
  throw usageError(`"${excerpt(text)}" is not a stage. The stages are ${words}.`)
}

const flag = (name: string): string => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`

/** The field `name` is stored, and has no folders unless two files have the same name. */
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

/** Returns the format that file names and map determine. Throws BAD_USER_INPUT if they do not. */
export function guessFormat(files: readonly string[], map: MapSource | null): ImportFormat {
  const found = new Set(files.map((file) => formatOf(file, map)))
  const [format, ...others] = [...found]
  if (format === undefined || others.length > 0)
    throw usageError(
      `The files have several formats (${[...found].join(', ')}). Name one with --format, or import them separately.`,
    )
  return format
}

function formatOf(file: string, map: MapSource | null): ImportFormat {
  const [ending = ''] = /\.[^./\\]*$/.exec(file.toLowerCase()) ?? []
  if (['.xlsx', '.xls', '.html', '.htm'].includes(ending) || (map !== null && 'name' in map)) return 'TABLE'
  if (ending === '.json') return 'JSON_STAT'
  if (ending === '.csv' && map === null) return 'CSV'
  const which = ending === '.csv' ? ['sdmx-csv', 'table'] : importFormats.map(formatName)
  const reason = ending === '.csv' ? 'is read with a map of your own' : 'has a name that does not tell its format'
  throw usageError(`${file} ${reason}. Add --format ${which.join(' or --format ')}.`)
}

export const formatName = (format: ImportFormat): string => format.toLowerCase().replaceAll('_', '-')

export function formatFrom(text: string): ImportFormat {
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
