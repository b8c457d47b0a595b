import { nearest } from '../../domain/text/nearest.js'

export const getOwn = <T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined =>
  record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined

/** Appends a key to a JSON path: columns[3].metric, aliases["a b"]. */
export function formatPath(above: string, key: string | number): string {
  if (typeof key === 'number') return `${above}[${key}]`
  if (!/^[A-Za-z$_][\w$]*$/.test(key)) return `${above}[${JSON.stringify(key)}]`
  return above === '' ? key : `${above}.${key}`
}

export const preview = (value: unknown): string => {
  const text = JSON.stringify(begun(value, 0)) ?? String(value)
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}

function begun(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return value.slice(0, 100)
  if (typeof value !== 'object' || value === null || 'toJSON' in value) return value
  if (depth === 3) return '…'
  if (Array.isArray(value)) return value.slice(0, 20).map((each) => begun(each, depth + 1))
  const some: Record<string, unknown> = {}
  let count = 0
  for (const key in value) {
    if (++count > 20) break
    some[key.slice(0, 100)] = begun((value as Record<string, unknown>)[key], depth + 1)
  }
  return some
}

export function didYouMean(name: string, known: readonly string[]): string {
  const alike = nearest(name, known)
  return alike.length > 0 ? `Did you mean ${alike.join(', ')}?` : ''
}
