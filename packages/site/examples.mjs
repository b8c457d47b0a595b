import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { isInterfaceType, parse, TypeInfo, visit, visitWithTypeInfo } from 'graphql'

const folders = ['examples/queries', 'src/graphql/operations']

/** The queries of the examples and the saved operations, with what is written above the first line of each as its title. */
export const examples = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, name), 'utf8').trim()
      const [, title = basename(name, '.graphql')] = /^# (.*?)\.?$/m.exec(text) ?? []
      return { file: join(folder, name), title, text }
    }),
)

/**
 * Returns the first example that selects each field, by its coordinate, such as "Metric.name".
 * @param {import('graphql').GraphQLSchema} schema
 */
export function examplesByField(schema) {
  /** @type {Map<string, typeof examples[number]>} */
  const found = new Map()
  for (const example of examples) {
    const info = new TypeInfo(schema)
    visit(
      parse(example.text),
      visitWithTypeInfo(info, {
        Field() {
          const [parent, field] = [info.getParentType(), info.getFieldDef()]
          if (parent == null || field == null) return
          const types = isInterfaceType(parent) ? [parent, ...schema.getPossibleTypes(parent)] : [parent]
          for (const { name } of types) {
            const coordinate = `${name}.${field.name}`
            if (!found.has(coordinate)) found.set(coordinate, example)
          }
        },
      }),
    )
  }
  return found
}
