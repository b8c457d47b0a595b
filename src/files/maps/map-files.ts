import { readdir, readFile } from 'node:fs/promises'
import { excerpt, shortened, someFaults, textBounds } from '../../domain/input-bounds.js'
import { Refusal } from '../../errors.js'
import { checkSchema, type Schema, suggestion } from '../input/messages.js'
import { type SdmxMap, sdmxMapFaults } from '../sdmx-map/map.js'
import { type TableMap, tableMapFaults } from '../table-map/map.js'

const folder = new URL('../../../src/files/maps/', import.meta.url)
const tableSchema = 'table-map.schema.json'

/** The names of the table maps that ship, in order: files that name the schema of tables. */
export async function tableMaps(): Promise<string[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort()
  const maps = files.map(async (file) => {
    const { $schema } = JSON.parse(await readFile(new URL(file, folder), 'utf8')) as { readonly $schema?: string }
    return $schema === `./${tableSchema}` ? [file.slice(0, -'.json'.length)] : []
  })
  return (await Promise.all(maps)).flat()
}

/** A map that ships, by its name; BAD_USER_INPUT with the nearest names where there is none. */
export async function tableMap(name: string): Promise<TableMap> {
  const names = await tableMaps()
  if (!names.includes(name)) {
    const advice = suggestion(name, names) || `The maps are ${names.join(', ')}.`
    throw new Refusal('BAD_USER_INPUT', `There is no map "${excerpt(name)}". ${advice}`)
  }
  return parseTableMap(await readFile(new URL(`${name}.json`, folder), 'utf8'), `${name}.json`)
}

/** The JSON Schema of maps of tables, as it is published. */
export const tableMapSchema = (): Promise<Schema> => schemaIn(tableSchema)

/** The JSON Schema of maps of SDMX-CSV and JSON-stat, as it is published. */
export const sdmxMapSchema = (): Promise<Schema> => schemaIn('sdmx-map.schema.json')

const schemaIn = async (file: string): Promise<Schema> =>
  JSON.parse(await readFile(new URL(file, folder), 'utf8')) as Schema

/** A map of a table from its JSON; BAD_USER_INPUT names all that is wrong: a line each, with file and JSON path. */
export const parseTableMap = async (text: string, file: string): Promise<TableMap> =>
  parseMap(text, file, await tableMapSchema(), tableMapFaults)

/** The same of a map of SDMX-CSV or JSON-stat. */
export const parseSdmxMap = async (text: string, file: string): Promise<SdmxMap> =>
  parseMap(text, file, await sdmxMapSchema(), sdmxMapFaults)

function parseMap<Map>(text: string, file: string, schema: Schema, faultsOf: (map: Map) => string[]): Map {
  const refuse = (faults: readonly string[]) => {
    throw new Refusal('BAD_USER_INPUT', someFaults(faults.map((fault) => `${file}, ${fault}`)))
  }
  if (text.length > textBounds.map.most)
    return refuse([`the whole: The map has ${text.length} characters, and ${textBounds.map.most} are allowed.`])
  let value: unknown
  try {
    // Texts of a map are compared with those of files, which are read in the same form.
    value = JSON.parse(text.replace(/^\uFEFF/, '').normalize('NFC'))
  } catch (error) {
    return refuse([`the whole: This is not JSON: ${shortened((error as Error).message, 200)}.`])
  }
  const faults = checkSchema(value, schema)
  const all = faults.length > 0 ? faults : faultsOf(value as Map)
  return all.length > 0 ? refuse(all) : (value as Map)
}
