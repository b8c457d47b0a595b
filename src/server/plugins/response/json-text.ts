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

  const put = async (text: string): Promise<void> => {
    bytes += Buffer.byteLength(text)
    if (bytes > most) throw tooLong(bytes, most)
    pieces.push(text)
    if (pace.due()) await pace.rest()
  }

  const write = async (value: unknown): Promise<void> => {
    if (sizeOf(value, valuesAtOnce) < valuesAtOnce) return put(JSON.stringify(value) ?? 'null')
    await (Array.isArray(value) ? writeList(value) : writeObject(value as object))
  }

  const writeList = async (list: readonly unknown[]): Promise<void> => {
    await put('[')
    let from = 0
    let size = 0
    const flush = async (to: number): Promise<void> => {
      if (to > from) await put(`${from > 0 ? ',' : ''}${JSON.stringify(list.slice(from, to)).slice(1, -1)}`)
      from = to
      size = 0
    }
    for (const [index, item] of list.entries()) {
      const own = sizeOf(item, valuesAtOnce)
      if (size + own > valuesAtOnce) await flush(index)
      if (own < valuesAtOnce) size += own
      else {
        if (index > 0) await put(',')
        await write(item)
        from = index + 1
      }
    }
    await flush(list.length)
    await put(']')
  }

  const writeObject = async (object: object): Promise<void> => {
    let separator = '{'
    for (const [name, value] of Object.entries(object)) {
      if (value === undefined) continue // omitted by @skip or @include
      await put(`${separator}${JSON.stringify(name)}:`)
      separator = ','
      await write(value)
    }
    await put(separator === '{' ? '{}' : '}')
  }

  await write(tree)
  return pieces.length === 1 ? (pieces[0] ?? '') : pieces.join('')
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
