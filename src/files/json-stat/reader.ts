import { didYouMean, formatPath, getOwn, preview } from '../input/messages.js'
import {
  detail,
  failure,
  type Place,
  type ProblemDetail,
  type Reader,
  type ReaderOptions,
  type Reading,
} from '../input/reader.js'
import { layoutOf } from '../sdmx-map/layout.js'
import type { SdmxMap } from '../sdmx-map/map.js'
import { observationReader } from '../sdmx-map/observation-reader.js'
import { type Cube, cellOf, cubeOf, isObject } from './cube.js'
import { type Json, JsonFault, type JsonObject, parseJson } from './json.js'

/**
 * Reads JSON-stat 2.0 datasets and collections, and 1.x bundles, with a map. The columns of the map are dimensions, and
 * for the units of a file unit.base, unit.label, unit.symbol, unit.multiplier and unit.decimals. The row of a reading is
 * the position of the value in its dataset, from 1. Malformed JSON is refused with line and column.
 */
export const jsonStat = (map: SdmxMap, parse: (text: string) => Json = parseJson): Reader =>
  async function* (bytes, options) {
    const start = { file: options.file, row: 1, column: null }
    const text = await textOf(bytes)
    if (typeof text !== 'string') return yield failure(start, text)
    let json: Json
    try {
      json = parse(text)
    } catch (error) {
      if (!(error instanceof JsonFault)) throw error
      return yield notJson(options.file, text, error)
    }
    const faults: ProblemDetail[] = []
    const cubes = datasetsOf(json, map, faults).flatMap(({ path, dataset }) => cubeOf(path, dataset, faults) ?? [])
    if (faults.length > 0) yield failure(start, ...faults)
    for (const cube of cubes) yield* readCube(cube, map, options)
  }

const maxBytes = 256 * 1024 * 1024

/** Reads the whole file, since dimensions may follow the values. Returns its text or the reason of a refusal. */
async function textOf(bytes: AsyncIterable<Uint8Array>): Promise<string | ProblemDetail> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const parts: string[] = []
  let length = 0
  try {
    for await (const chunk of bytes) {
      length += chunk.length
      if (length > maxBytes)
        return detail('The file has more than 256 MB, which is the limit of this format. Split it.')
      parts.push(decoder.decode(chunk, { stream: true }))
    }
    parts.push(decoder.decode())
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return detail('The file is not text in UTF-8, which JSON requires.')
  }
  return parts.join('')
}

function notJson(file: string, text: string, { at, message }: JsonFault): Reading {
  const lines = text.slice(0, at).split(/\r\n|\n|\r/)
  const row = lines.length
  const why = `This is not JSON at line ${row}, column ${(lines.at(-1)?.length ?? 0) + 1}: ${message}`
  return failure({ file, row, column: null }, { column: null, found: text.slice(at, at + 40), message: why })
}

function datasetsOf(root: Json, { datasets }: SdmxMap, faults: ProblemDetail[]) {
  const wanted = datasets && new Set(datasets)
  const met = new Set<string>()
  const names: string[] = []
  const found: { readonly path: string; readonly dataset: JsonObject }[] = []
  const report = (path: string, json: Json | undefined, message: string) =>
    faults.push({ column: path === '' ? null : path, found: json === undefined ? null : preview(json), message })
  const take = (json: Json, path: string, key: string | null): void => {
    if (!isObject(json)) return void report(path, json, notDataset)
    const what = getOwn(json, 'class') ?? (getOwn(json, 'dimension') === undefined ? null : 'dataset')
    const link = getOwn(json, 'link')
    const items = isObject(link) ? getOwn(link, 'item') : undefined
    if (what === 'collection') {
      if (!Array.isArray(items))
        return void report(formatPath(path, 'link'), link, 'A collection must have its datasets in "link.item".')
      for (const [at, item] of items.entries())
        take(item, formatPath(formatPath(formatPath(path, 'link'), 'item'), at), null)
      return
    }
    if (what === null && path === '') {
      for (const [name, each] of Object.entries(json)) take(each, formatPath('', name), name)
      return
    }
    const called = [key, getOwn(json, 'href'), getOwn(json, 'label')].filter((name) => typeof name === 'string')
    names.push(...called)
    for (const name of called) met.add(name)
    if (wanted && !called.some((name) => wanted.has(name))) return
    if (what !== 'dataset') report(path, getOwn(json, 'class'), notDataset)
    else if (getOwn(json, 'value') === undefined)
      report(path, getOwn(json, 'href'), 'This is a link to a dataset without values. Import the linked file.')
    else found.push({ path, dataset: json })
  }
  take(root, '', null)
  for (const name of wanted ?? [])
    if (!met.has(name)) report('', name, `There is no such dataset. ${didYouMean(name, names)}`.trimEnd())
  if (found.length === 0 && faults.length === 0) report('', undefined, notDataset)
  return found
}

const notDataset = 'This is not a dataset or collection of JSON-stat: "dimension" and "value" are missing.'

const unitKeys = ['base', 'label', 'symbol', 'multiplier', 'decimals'] as const

function* readCube(cube: Cube, map: SdmxMap, options: ReaderOptions): Generator<Reading> {
  const { dimensions, path } = cube
  const width = dimensions.length
  const below = (name: string) => (path === '' ? name : `${path}.${name}`)
  const ofUnit = unitKeys.map((key) => `unit.${key}`)
  const ids = [...dimensions.map(({ id }) => id), ...ofUnit, '', '']
  const names = [...dimensions.map(({ id }) => formatPath('dimension', id)), ...ofUnit, 'value', 'status'].map(below)
  const place = (row: number): Place => ({ file: options.file, row, column: path === '' ? null : path })
  const { layout, faults } = layoutOf(map, ids, names, {
    period: cube.time.length === 1 ? dimensions.findIndex(({ id }) => id === cube.time[0]) : -1,
    value: ids.length - 2,
    multiplier: width + unitKeys.indexOf('multiplier'),
    decimals: width + unitKeys.indexOf('decimals'),
    status: [ids.length - 1],
    confidentiality: -1,
    known: new Set(ids.flatMap((_, at) => (at >= width ? [at] : []))),
  })
  if (!layout) return yield failure(place(1), ...faults)
  const read = observationReader(layout, map, options)
  const measured = dimensions.findIndex(({ units }) => units !== null)
  const units = dimensions[measured]?.codes.map((code) => unitCells(dimensions[measured]?.units?.[code]))
  const cells: string[] = new Array(ids.length).fill('')
  let some = false
  for (const { index, value, status } of cube.observations()) {
    let rest = index
    for (let at = width - 1; at >= 0; at--) {
      const codes = dimensions[at]?.codes ?? []
      const position = rest % codes.length
      cells[at] = codes[position] ?? ''
      rest = (rest - position) / codes.length
      if (at === measured) for (const [key, text] of (units?.[position] ?? []).entries()) cells[width + key] = text
    }
    cells[ids.length - 2] = value
    cells[ids.length - 1] = status
    const reading = read(place(index + 1), cells)
    if (reading) some = true
    if (reading) yield reading
  }
  if (!some) yield failure(place(1), { column: below('value'), found: null, message: noValue })
}

const unitCells = (unit: Json | undefined): string[] =>
  unitKeys.map((key) => (isObject(unit) ? cellOf(getOwn(unit, key)) : ''))

const noValue = 'There is no value in the dataset, or the map leaves out every one.'
