import { readFile } from 'node:fs/promises'
import { Command } from 'commander'
import type { CodeListRows } from '../domain/codes.js'
import { Refusal } from '../errors.js'
import { change } from '../store/change.js'
import { readCodeLists, writeCodeLists } from '../store/codelists.js'
import type { Database } from '../store/open.js'
import { Exit, status } from './exit.js'
import { checkReadable, writeWhole } from './files.js'
import { print, say } from './output.js'
import { withStore } from './store.js'

/** `indicators codes export|import`: metrics, dimensions and categories as one CSV file. */
export function codesCommand(env: NodeJS.ProcessEnv): Command {
  return new Command('codes')
    .description('Write the code lists to a CSV file, or add to them from one.')
    .addCommand(exportCodes(env))
    .addCommand(importCodes(env))
}

function exportCodes(env: NodeJS.ProcessEnv): Command {
  return new Command('export')
    .description('Write all metrics, dimensions and categories to a CSV file.')
    .argument('<file>', 'where to; - is standard output')
    .action(async (file: string) => {
      const { writeCodes } = await import('../writers/codes.js')
      const lists = await withStore(env, ({ prisma }) => readCodeLists(prisma))
      await writeWhole(file, [writeCodes(lists)])
      say(`wrote ${counted(countsOf(lists))} to ${file === '-' ? 'standard output' : file}`)
    })
}

function importCodes(env: NodeJS.ProcessEnv): Command {
  return new Command('import')
    .description('Add the codes of a CSV file, and update the texts of those that are there; nothing is taken away.')
    .argument(
      '<file>',
      'as `codes export` writes it: dimension, code, parent, group, members, additivity, names, synonyms',
    )
    .option('--json', 'print JSON, for programs')
    .action(async (file: string, { json = false }: { json?: boolean }) => {
      await checkReadable(file)
      const rows = await readRows(file)
      const { changed, version } = await withStore(env, (database) => write(database, rows))
      const counts = countsOf(rows)
      const outcome = changed
        ? `the store is at version ${version}`
        : `the store has all of it already, at version ${version}`
      await print(json, { ...counts, changed, version }, [`read ${counted(counts)}: ${outcome}`])
    })
}

async function readRows(file: string): Promise<CodeListRows> {
  const { readCodes } = await import('../readers/codes.js')
  try {
    return readCodes(await readFile(file, 'utf8'), file)
  } catch (error) {
    // The command was right: it is the content that is not.
    throw error instanceof Refusal ? new Exit(status.failed, error.message) : error
  }
}

/** Adds rows in one transaction; what was there already changes nothing, the version least of all. */
async function write(database: Database, rows: CodeListRows): Promise<{ changed: boolean; version: number }> {
  const { writeCodes } = await import('../writers/codes.js')
  return change(database, async (tx, next) => {
    const before = writeCodes(await readCodeLists(tx))
    await writeCodeLists(tx, rows)
    const changed = writeCodes(await readCodeLists(tx)) !== before
    return { changed, result: { changed, version: changed ? next : next - 1 } }
  })
}

interface Counts {
  readonly metrics: number
  readonly dimensions: number
  readonly categories: number
}

const countsOf = (lists: { readonly [K in keyof Counts]: readonly unknown[] }): Counts => ({
  metrics: lists.metrics.length,
  dimensions: lists.dimensions.length,
  categories: lists.categories.length,
})

const counted = ({ metrics, dimensions, categories }: Counts): string =>
  `${count(metrics, 'metric', 'metrics')}, ${count(dimensions, 'dimension', 'dimensions')} and ${count(categories, 'category', 'categories')}`

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`
