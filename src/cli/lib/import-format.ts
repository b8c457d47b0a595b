import { excerpt, fileBounds } from '../../domain/input-bounds.js'
import { Refusal } from '../../errors.js'
import { tableMap, tableMaps } from '../../files/maps/map-files.js'
import { type ImportFormat, importFormats, type MapSource } from '../../import/formats.js'
import { readText } from './files.js'

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
