import { listBounds } from '../../domain/input-bounds.js'
import { formatPath, getOwn, preview } from '../input/messages.js'
import type { ProblemDetail } from '../input/reader.js'
import { type Json, JsonNumber, type JsonObject } from './json.js'

export interface Cube {
  readonly path: string
  /** The order is that of the values, the last dimension varying fastest. */
  readonly dimensions: readonly CubeDimension[]
  readonly time: readonly string[]
  readonly observations: () => Iterable<{ readonly index: number; readonly value: string; readonly status: string }>
}

interface CubeDimension {
  readonly id: string
  readonly codes: readonly string[]
  readonly units: JsonObject | null
}

export const isObject = (json: Json | undefined): json is JsonObject =>
  typeof json === 'object' && json !== null && !Array.isArray(json) && !(json instanceof JsonNumber)
const isList = (json: Json | undefined): json is readonly Json[] => Array.isArray(json)

export function cellOf(json: Json | undefined): string {
  if (json == null) return ''
  if (typeof json === 'string') return json
  return json instanceof JsonNumber ? json.digits : preview(json)
}

function countOf(json: Json | undefined): number | null {
  const text = cellOf(json)
  return /^(?:0|[1-9]\d{0,14})$/.test(text) ? Number(text) : null
}

/** Interprets a dataset of version 2.0, or of 1.x, which has `id`, `size` and `role` in its dimensions. Reports all faults. */
export function cubeOf(path: string, dataset: JsonObject, faults: ProblemDetail[]): Cube | null {
  const before = faults.length
  const report = (key: string, found: Json | undefined, message: string) => {
    if (faults.length - before > listBounds.faults) return
    const column = path === '' ? key : `${path}.${key}`
    faults.push({ column, found: found === undefined ? null : preview(found), message })
  }
  const all = getOwn(dataset, 'dimension')
  const described = isObject(all) ? all : undefined
  const found = (key: string) => getOwn(dataset, key) ?? getOwn(described, key)
  const ids = found('id')
  const sizes = found('size')
  if (!described || !isList(ids) || !ids.every((id) => typeof id === 'string') || !isList(sizes)) {
    const message = 'A dataset must have "dimension", and the lists "id" and "size" of its dimensions in order.'
    report(!described ? 'dimension' : isList(ids) ? 'size' : 'id', described && (isList(ids) ? sizes : ids), message)
    return null
  }
  if (sizes.length !== ids.length)
    report('size', sizes, `"size" must list one size for each of the ${ids.length} dimensions.`)
  const dimensions = ids.map((id, at) => dimensionOf(id, getOwn(described, id), sizes[at], report))
  const count = dimensions.reduce((product, each) => product * each.codes.length, 1)
  if (faults.length > before) return null
  const observations = observationsOf(dataset, count, report)
  const roles = found('role')
  const time = isObject(roles) ? getOwn(roles, 'time') : undefined
  if (!observations || faults.length > before) return null
  return { path, dimensions, time: isList(time) ? time.map(cellOf) : [], observations }
}

type ReportAt = (key: string, found: Json | undefined, message: string) => void

const none: JsonObject = {}

function dimensionOf(id: string, json: Json | undefined, size: Json | undefined, report: ReportAt): CubeDimension {
  const category = isObject(json) ? getOwn(json, 'category') : undefined
  const { index, label, unit } = isObject(category) ? category : none
  const key = `${formatPath('dimension', id)}.category`
  const codes: string[] = []
  if (isList(index)) for (const code of index) codes.push(cellOf(code))
  else if (isObject(index)) {
    const entries = Object.entries(index)
    for (const [code, at] of entries) {
      const position = countOf(at)
      if (position === null || codes[position] !== undefined || position >= entries.length)
        report(formatPath(`${key}.index`, code), at, 'Each code must have a position of its own, counted from 0.')
      else codes[position] = code
    }
  }
  // JSON-stat requires no index for a dimension of one category.
  else if (isObject(label)) for (const code of Object.keys(label)) codes.push(code)
  if (new Set(codes).size !== codes.length) report(`${key}.index`, index, 'A code occurs twice.')
  const right = countOf(size)
  if (right === null || codes.length !== right) {
    const message = `"index" has ${codes.length} categories, and "size" states ${right ?? 'no number'}.`
    report(key, size, message)
  }
  return { id, codes, units: isObject(unit) ? unit : null }
}

function observationsOf(dataset: JsonObject, count: number, report: ReportAt): Cube['observations'] | null {
  const values = getOwn(dataset, 'value')
  const status = getOwn(dataset, 'status')
  // Version 1.x of Eurostat has labels of the flags in the same object.
  const inner = isObject(status) && isList(getOwn(status, 'value')) ? getOwn(status, 'value') : status
  const flags = isList(inner) && inner.length === 1 ? inner[0] : inner
  const oneEach = `"status" must have one flag for all, or one for each of the ${count} values.`
  if (isList(flags) && flags.length !== count) report('status', new JsonNumber(`${flags.length}`), oneEach)
  const flagAt = (index: number) => cellOf(isList(flags) ? flags[index] : isObject(flags) ? flags[`${index}`] : flags)
  if (isList(values)) {
    if (values.length !== count)
      report('value', new JsonNumber(`${values.length}`), `The sizes of the dimensions require ${count} values.`)
    if (isObject(flags)) checkKeys('status', flags, count, report)
    return function* () {
      for (const [index, value] of values.entries()) yield { index, value: cellOf(value), status: flagAt(index) }
    }
  }
  if (!isObject(values)) {
    report('value', values, '"value" must be a list of all values, or an object of those that are present.')
    return null
  }
  const present = new Set(checkKeys('value', values, count, report))
  if (isObject(flags)) for (const index of checkKeys('status', flags, count, report)) present.add(index)
  const order = [...present].sort((a, b) => a - b)
  return function* () {
    for (const index of order) yield { index, value: cellOf(values[`${index}`]), status: flagAt(index) }
  }
}

function checkKeys(name: string, sparse: JsonObject, count: number, report: ReportAt): number[] {
  return Object.keys(sparse).flatMap((key) => {
    const index = countOf(key)
    if (index !== null && index < count) return [index]
    const message = `This is not a position of one of the ${count} values, which are counted from 0.`
    report(formatPath(name, key), key, message)
    return []
  })
}
