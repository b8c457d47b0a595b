/** The names of variables and fields of filters whose values are enums: GraphQL writes them without quotes. */
const enums: ReadonlySet<string> = new Set(['unit', 'frequency', 'language'])

/** The operation with its variables as presets: a text that asks on its own, for where variables cannot be given. */
export const preset = (document: string, variables: Readonly<Record<string, unknown>>): string =>
  document.replace(/\$(\w+): ([[\]\w!]+)(?=[,)])/g, (whole, name: string) =>
    variables[name] === undefined ? whole : `${whole} = ${literal(variables[name], enums.has(name))}`,
  )

/** A value of JSON as GraphQL writes it. */
function literal(value: unknown, isEnum: boolean): string {
  if (Array.isArray(value)) return `[${value.map((each) => literal(each, isEnum)).join(', ')}]`
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .map(([name, each]) => `${name}: ${literal(each, enums.has(name))}`)
      .join(', ')}}`
  return isEnum ? String(value) : JSON.stringify(value)
}
