import { readdir, readFile } from 'node:fs/promises'
import { excerpt, shortened, someFaults, textBounds } from '../../domain/input-bounds.js'
import { formatCount, Refusal } from '../../errors.js'
import { memoizeByText, memoizeUntilRejected } from '../../lib/memo.js'
import { packageFile } from '../../lib/package-file.js'
import { didYouMean, formatPath, preview } from '../input/messages.js'
import { unknownUnits } from '../input/row.js'
import { type SdmxMap, sdmxMapFaults, unitsOfCube } from '../sdmx-map/map.js'
import { type TableMap, tableMapFaults, unitsOfTable } from '../table-map/map.js'
import type { Schema } from './schema-check.js'

const folder = packageFile('src/files/maps/')
const tableSchema = 'table-map.schema.json'
const sdmxSchema = 'sdmx-map.schema.json'

export const tableMaps = memoizeUntilRejected(async (): Promise<readonly string[]> => {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort()
  const maps = files.map(async (file) => {
    const { $schema } = JSON.parse(await readFile(new URL(file, folder), 'utf8')) as { readonly $schema?: string }
    return $schema === `./${tableSchema}` ? [file.slice(0, -'.json'.length)] : []
  })
  return (await Promise.all(maps)).flat()
})

/** Reads a shipped table map. Throws BAD_USER_INPUT with the nearest names for an unknown one. */
export async function tableMap(name: string): Promise<TableMap> {
  const names = await tableMaps()
  if (!names.includes(name)) {
    const advice = didYouMean(name, names) || `The maps are ${names.join(', ')}.`
    throw new Refusal('BAD_USER_INPUT', `There is no map "${excerpt(name)}". ${advice}`)
  }
  return parseTableMap(await readFile(new URL(`${name}.json`, folder), 'utf8'), `${name}.json`)
}

export const tableMapSchema = (): Promise<Schema> => readJson(tableSchema)

export const sdmxMapSchema = (): Promise<Schema> => readJson(sdmxSchema)

const readJson = async (file: string): Promise<Schema> => JSON.parse(await readFile(new URL(file, folder), 'utf8'))

const checkOf = memoizeByText(async (schema) => {
  const { compileSchema } = await import('./schema-check.js') // loads ajv, which most processes never need
  return compileSchema(await readJson(schema))
})

interface ParseOptions {
  readonly anyUnit?: boolean | undefined
}

/** Parses a table map. Throws BAD_USER_INPUT with every fault on a line, each with file and JSON path. */
export const parseTableMap = (text: string, file: string, { anyUnit = false }: ParseOptions = {}): Promise<TableMap> =>
  parseMap(
    text,
    file,
    tableSchema,
    (map: TableMap) => [...tableMapFaults(map), ...(anyUnit ? [] : unknownUnits(unitsOfTable(map)))],
    withoutUnread,
  )

/** Removes what a draft says about a column that a person leaves out, with the placeholders in it. */
function withoutUnread(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('is' in value) || value.is !== 'nothing') return value
  const { is, header, optional } = value as Readonly<Record<string, unknown>>
  const texts = Array.isArray(header)
    ? header.map((text) => (typeof text === 'string' && isPlaceholder(text) ? null : text))
    : header
  return { is, header: texts, ...(optional !== undefined && { optional }) }
}

export const parseSdmxMap = (text: string, file: string, { anyUnit = false }: ParseOptions = {}): Promise<SdmxMap> =>
  parseMap(text, file, sdmxSchema, (map: SdmxMap) => [
    ...sdmxMapFaults(map),
    ...(anyUnit ? [] : unknownUnits(unitsOfCube(map))),
  ])

/** Marks a value that a person must write. Maps that contain one are refused. */
export const placeholder = (what: string): string => `<fill in: ${what}>`

export const isPlaceholder = (text: string): boolean => text.startsWith(placeholder('').slice(0, -1))

function placeholdersOf(value: unknown, path: string, depth = 0): string[] {
  if (typeof value === 'string')
    return isPlaceholder(value)
      ? [`${shortened(path, 300)}: ${preview(value)} is a placeholder. Replace it by the value.`]
      : []
  if (typeof value !== 'object' || value === null || depth === deepest) return []
  const isList = Array.isArray(value)
  return Object.entries(value).flatMap(([key, each]) =>
    placeholdersOf(each, formatPath(path, isList ? Number(key) : key), depth + 1),
  )
}

const deepest = 20

async function parseMap<Parsed>(
  text: string,
  file: string,
  schema: string,
  faultsOf: (map: Parsed) => string[],
  reviver?: (key: string, value: unknown) => unknown,
): Promise<Parsed> {
  const refuse = (faults: readonly string[]) => {
    throw new Refusal('BAD_USER_INPUT', someFaults(faults.map((fault) => `${file}, ${fault}`)))
  }
  const [count, most] = [formatCount(text.length), formatCount(textBounds.map.most)]
  if (text.length > textBounds.map.most)
    return refuse([`whole file: The map has ${count} characters, and ${most} are allowed.`])
  let value: unknown
  try {
    // Files are normalised to the same form.
    value = JSON.parse(text.replace(/^\uFEFF/, '').normalize('NFC'), reviver)
  } catch (error) {
    return refuse([`whole file: This is not JSON: ${shortened((error as Error).message, 200)}.`])
  }
  const open = placeholdersOf(value, '')
  if (open.length > 0) return refuse(open)
  const faults = (await checkOf(schema))(value)
  const all = faults.length > 0 ? faults : faultsOf(value as Parsed)
  return all.length > 0 ? refuse(all) : (value as Parsed)
}
