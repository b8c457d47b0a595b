import { formatCount, Refusal } from '../../../errors.js'
import type { Pace } from '../../../lib/pace.js'

const valuesAtOnce = 1000

/**
 * Writes a tree of plain values as JSON.stringify does, with pauses for other work. Throws LIMIT_EXCEEDED as soon as the
 * text exceeds `most` bytes of UTF-8.
 */
export async function jsonText(tree: unknown, pace: Pace, most: number): Promise<string> {
  const pieces: string[] = []
  let bytes = 0
  for (const piece of piecesOf(tree)) {
    bytes += Buffer.byteLength(piece)
    if (bytes > most) throw tooLong(bytes, most)
    pieces.push(piece)
    if (pace.due()) await pace.rest()
  }
  return pieces.length === 1 ? (pieces[0] ?? '') : pieces.join('')
}

function* piecesOf(value: unknown): Generator<string> {
  if (sizeOf(value, valuesAtOnce) < valuesAtOnce) yield JSON.stringify(value) ?? 'null'
  else if (Array.isArray(value)) yield* piecesOfList(value)
  else yield* piecesOfObject(value as object)
}

function* piecesOfList(list: readonly unknown[]): Generator<string> {
  let separator = '['
  let from = 0
  let size = 0
  for (const [index, item] of list.entries()) {
    const own = sizeOf(item, valuesAtOnce)
    if (size + own > valuesAtOnce && index > from) {
      yield separator + JSON.stringify(list.slice(from, index)).slice(1, -1)
      separator = ','
      from = index
      size = 0
    }
    size += own
    if (own < valuesAtOnce) continue
    yield separator
    separator = ','
    yield* piecesOf(item)
    from = index + 1
    size = 0
  }
  if (from < list.length) yield separator + JSON.stringify(list.slice(from)).slice(1, -1)
  yield ']'
}

function* piecesOfObject(object: object): Generator<string> {
  let separator = '{'
  for (const [name, value] of Object.entries(object)) {
    if (value === undefined) continue // omitted by @skip or @include
    yield `${separator}${JSON.stringify(name)}:`
    separator = ','
    yield* piecesOf(value)
  }
  yield separator === '{' ? '{}' : '}'
}

function sizeOf(value: unknown, most: number): number {
  if (typeof value !== 'object' || value === null) return 1
  let size = 1
  for (const name in value) {
    size += sizeOf((value as Record<string, unknown>)[name], most - size)
    if (size >= most) return most
  }
  return size
}

const tooLong = (bytes: number, most: number): Refusal =>
  new Refusal(
    'LIMIT_EXCEEDED',
    `The response exceeds the limit of ${formatCount(most)} bytes (${formatCount(bytes)} bytes so far). Request shorter lists (first) or fewer fields of each item, or whole lists as files from /export.`,
  )
