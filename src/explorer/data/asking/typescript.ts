interface Asked {
  readonly name: string
  readonly document: string
  readonly variables: unknown
  readonly origin: string
  readonly generated: string
}

/** Returns a module that queries the server: types, and a function that an app imports or a script calls. */
export function typescriptOf({ name, document, variables, origin, generated }: Asked): string {
  const answer = `${name}Query`
  const types = typesFor(answer, generated)
  const ask = `${name[0]?.toLowerCase()}${name.slice(1)}`
  return `// Import this file in an app, or call ${ask}() and run it: npx tsx FILE.ts
// A page on another origin may ask the server if CORS_ORIGINS allows it, or through a proxy: ${ask}('').

const query = \`
${indented(document.trim())}
\`

const variables = ${JSON.stringify(variables, null, 2)}

${types.map((type) => `export ${type}`).join('\n\n')}

export async function ${ask}(server = '${origin}'): Promise<${answer}> {
  const response = await fetch(\`\${server}/graphql\`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query, variables }),
  })
  const { data, errors } = (await response.json()) as { data?: ${answer} | null; errors?: { message: string }[] }
  if (data == null || errors !== undefined) throw new Error(errors?.map(({ message }) => message).join('\\n'))
  return data
}
`
}

export function typesFor(name: string, generated: string): string[] {
  const declarations = new Map<string, string>()
  for (const [, declared = '', body = ''] of generated.matchAll(/^export type (\w+) =\s*([\s\S]*?);?\n(?=\n|$)/gm))
    declarations.set(
      declared,
      body
        .replace(/\/\*\*[\s\S]*?\*\//g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
  const taken: string[] = []
  const take = (wanted: string): void => {
    const body = declarations.get(wanted)
    if (body === undefined || taken.includes(wanted)) return
    taken.push(wanted)
    for (const [named] of body.replace(/'[^']*'/g, '').matchAll(/\b[A-Z]\w*\b/g)) take(named)
  }
  take(name)
  return taken.map((each) => `type ${each} = ${declarations.get(each)}`)
}

const indented = (text: string): string => text.replace(/^(?=.)/gm, '  ')
