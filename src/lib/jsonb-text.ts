/** Writes a value of objects, lists and strings as PostgreSQL writes `jsonb`: shorter names first, and spaces between parts. */
export function jsonbText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(jsonbText).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const parts = Object.entries(value).sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1))
  return `{${parts.map(([name, each]) => `${JSON.stringify(name)}: ${jsonbText(each)}`).join(', ')}}`
}
