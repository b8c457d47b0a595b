import type { Block } from './blocks.js'

/** JSON as documents show it: on one line where that is not long, else an item a line. */
export function shown(value: unknown, indent = 0, room = 118): string {
  const flat = flatten(value)
  if (flat.length + indent <= room || typeof value !== 'object' || value === null) return flat
  const pad = ' '.repeat(indent + 2)
  const items = Array.isArray(value)
    ? value.map((item) => pad + shown(item, indent + 2))
    : Object.entries(value).map(([key, item]) => {
        const name = `${pad}${JSON.stringify(key)}: `
        return name + shown(item, indent + 2, room - name.length + indent + 2)
      })
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  return `${open}\n${items.join(',\n')}\n${' '.repeat(indent)}${close}`
}

function flatten(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flatten).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${flatten(item)}`)
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`
}

/** A query of a document, and the block right after it that shows its answer. */
export interface Asked {
  readonly query: Block
  readonly answer: Block | null
}

export function asked(blocks: readonly Block[]): Asked[] {
  return blocks.flatMap((query, at) => {
    if (query.language !== 'graphql') return []
    const next = blocks[at + 1]
    return [{ query, answer: next?.language === 'json' && next.file === null ? next : null }]
  })
}
