import { readdir, readFile } from 'node:fs/promises'
import { excerpt, shortened, someFaults, textBounds } from '../../domain/input-bounds.js'
import { formatCount, Refusal } from '../../errors.js'
import { didYouMean } from '../input/messages.js'
import { type SdmxMap, sdmxMapFaults } from '../sdmx-map/map.js'
import { type TableMap, tableMapFaults } from '../table-map/map.js'
import type { Schema } from './schema-check.js'

const folder = new URL('../../../src/files/maps/', import.meta.url)
const tableSchema = 'table-map.schema.json'
const sdmxSchema = 'sdmx-map.schema.json'

/** Lists the names of the shipped table maps, which are the files that name the schema of table maps. */
export async function tableMaps(): Promise<string[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort()
  const maps = files.map(async (file) => {
    const { $schema } = JSON.parse(await readFile(new URL(file, folder), 'utf8')) as { readonly $schema?: string }
    return $schema === `./${tableSchema}` ? [file.slice(0, -'.json'.length)] : []
  })
  return (await Promise.all(maps)).flat()
}

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

type Check = (value: unknown) => string[]

const checks = new Map<string, Promise<Check>>()

async function compile(file: string): Promise<Check> {
  const { compileSchema } = await import('./schema-check.js') // loads ajv, which most processes never need
  return compileSchema(await readJson(file))
}

function checkOf(file: string): Promise<Check> {
  const check = checks.get(file) ?? compile(file)
  checks.set(file, check)
  return check
}

/** Parses a table map. Throws BAD_USER_INPUT with every fault on a line, each with file and JSON path. */
export const parseTableMap = (text: string, file: string): Promise<TableMap> =>
  parseMap(text, file, tableSchema, tableMapFaults)

export const parseSdmxMap = (text: string, file: string): Promise<SdmxMap> =>
  parseMap(text, file, sdmxSchema, sdmxMapFaults)

async function parseMap<Parsed>(
  text: string,
  file: string,
  schema: string,
  faultsOf: (map: Parsed) => string[],
): Promise<Parsed> {
  const refuse = (faults: readonly string[]) => {
    throw new Refusal('BAD_USER_INPUT', someFaults(faults.map((fault) => `${file}, ${fault}`)))
  }
  if (text.length > textBounds.map.most)
    return refuse([
      `whole file: The map has ${formatCount(text.length)} characters, and ${formatCount(textBounds.map.most)} are allowed.`,
    ])
  let value: unknown
  try {
    // Files are normalised to the same form.
    value = JSON.parse(text.replace(/^\uFEFF/, '').normalize('NFC'))
  } catch (error) {
    return refuse([`whole file: This is not JSON: ${shortened((error as Error).message, 200)}.`])
  }
  const faults = (await checkOf(schema))(value)
  const all = faults.length > 0 ? faults : faultsOf(value as Parsed)
  return all.length > 0 ? refuse(all) : (value as Parsed)
}
