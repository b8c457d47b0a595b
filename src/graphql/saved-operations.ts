import { readdirSync, readFileSync } from 'node:fs'
import { packageFile } from '../lib/package-file.js'

const operations = packageFile('src/graphql/operations/')

/** Reads the saved operations that ship, in the order of their files. */
export function readOperations(): readonly { readonly name: string; readonly text: string }[] {
  const names = readdirSync(operations).filter((name) => name.endsWith('.graphql'))
  return names.sort().map((name) => ({ name, text: readFileSync(new URL(name, operations), 'utf8') }))
}
