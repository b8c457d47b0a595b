/** The names of variables and fields of filters whose values are enums: GraphQL writes them without quotes. */
const enums: ReadonlySet<string> = new Set(['unit', 'shownUnit', 'frequency', 'language', 'transform'])

/** Returns the operation with its variables as default values, for links that cannot pass variables. */
export const preset = (document: string, variables: Readonly<Record<string, unknown>>): string =>
  document.replace(/\$(\w+): ([[\]\w!]+)(?=[,)])/g, (whole, name: string) =>
    variables[name] === undefined ? whole : `${whole} = ${literal(variables[name], enums.has(name))}`,
  )

function literal(value: unknown, isEnum: boolean): string {
  if (Array.isArray(value)) return `[${value.map((each) => literal(each, isEnum)).join(', ')}]`
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .map(([name, each]) => `${name}: ${literal(each, enums.has(name))}`)
      .join(', ')}}`
  return isEnum && value !== null ? String(value) : JSON.stringify(value)
}
