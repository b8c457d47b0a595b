import { readdir, readFile } from 'node:fs/promises'
import { Refusal } from '../errors.js'
import { checkSchema, type Schema, suggestion } from './schema-check.js'
import type { TableMap } from './table-map.js'
import { tableMapFaults } from './table-map-faults.js'

const folder = new URL('../../src/readers/maps/', import.meta.url)
const schemaName = 'table-map.schema.json'

/** The names of the maps that ship, in order: files that name the schema, as other formats may have maps of their own. */
export async function tableMaps(): Promise<string[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort()
  const maps = files.map(async (file) => {
    const { $schema } = JSON.parse(await readFile(new URL(file, folder), 'utf8')) as { readonly $schema?: string }
    return $schema === `./${schemaName}` ? [file.slice(0, -'.json'.length)] : []
  })
  return (await Promise.all(maps)).flat()
}

/** A map that ships, by its name; BAD_USER_INPUT with the nearest names where there is none. */
export async function tableMap(name: string): Promise<TableMap> {
  const names = await tableMaps()
  if (!names.includes(name)) {
    const advice = suggestion(name, names) || `The maps are ${names.join(', ')}.`
    throw new Refusal('BAD_USER_INPUT', `There is no map "${name.slice(0, 100)}". ${advice}`)
  }
  return parseTableMap(await readFile(new URL(`${name}.json`, folder), 'utf8'), `${name}.json`)
}

/** The JSON Schema of maps, as it is published. */
export const tableMapSchema = async (): Promise<Schema> =>
  JSON.parse(await readFile(new URL(schemaName, folder), 'utf8')) as Schema

/** A map from its JSON; BAD_USER_INPUT names everything that is wrong: a line each, with file and JSON path. */
export async function parseTableMap(text: string, file: string): Promise<TableMap> {
  const refuse = (faults: readonly string[]) => {
    throw new Refusal('BAD_USER_INPUT', faults.map((fault) => `${file}, ${fault}`).join('\n'))
  }
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    return refuse([`the whole: This is not JSON: ${(error as Error).message}.`])
  }
  const faults = checkSchema(value, await tableMapSchema())
  if (faults.length > 0) return refuse(faults)
  const map = value as TableMap
  const contradictions = tableMapFaults(map)
  return contradictions.length > 0 ? refuse(contradictions) : map
}
