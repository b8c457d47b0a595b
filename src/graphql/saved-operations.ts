import { readdirSync, readFileSync } from 'node:fs'

const operations = new URL('../../src/graphql/operations/', import.meta.url)

/** Reads the saved operations that ship, in the order of their files. */
export function readOperations(): readonly { readonly name: string; readonly text: string }[] {
  const names = readdirSync(operations).filter((name) => name.endsWith('.graphql'))
  return names.sort().map((name) => ({ name, text: readFileSync(new URL(name, operations), 'utf8') }))
}
