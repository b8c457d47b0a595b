import { Command } from 'commander'
import type { CodeListRows } from '../../domain/codes/codes.js'
import { fileBounds } from '../../domain/input-bounds.js'
import { Refusal } from '../../errors.js'
import { writeCodeLists } from '../../store/admin/code-lists.js'
import { change } from '../../store/database/change.js'
import type { Database } from '../../store/database/open.js'
import { readCodeLists } from '../../store/query/code-lists.js'
import { Exit, status } from '../lib/exit.js'
import { readText, writeWhole } from '../lib/files.js'
import { print, say } from '../lib/output.js'
import { withSeededStore, withStore } from '../lib/store.js'

export function codesCommand(env: NodeJS.ProcessEnv): Command {
  return new Command('codes')
    .description('Export or extend the code lists.')
    .addCommand(exportCodes(env))
    .addCommand(importCodes(env))
}

function exportCodes(env: NodeJS.ProcessEnv): Command {
  return new Command('export')
    .description('Write all metrics, dimensions and categories to a CSV file.')
    .argument('<file>', 'the output file; - is standard output')
    .action(async (file: string) => {
      const { writeCodes } = await import('../../files/code-lists/writer.js')
      const lists = await withStore(env, ({ prisma }) => readCodeLists(prisma))
      await writeWhole(file, [writeCodes(lists)])
      say(`wrote ${counted(countsOf(lists))} to ${file === '-' ? 'standard output' : file}`)
    })
}

function importCodes(env: NodeJS.ProcessEnv): Command {
  return new Command('import')
    .description(
      'Add and change codes from a CSV file. An empty cell keeps a value, and "-" removes a name, description, synonyms, parent or members. No code is removed.',
    )
    .argument('<file>', 'a file with the columns of `codes export`; dimension, code and the changed ones are enough')
    .option('--json', 'print JSON')
    .action(async (file: string, { json = false }: { json?: boolean }) => {
      const text = await readText(file, fileBounds.codeList)
      const { rows, changed, version } = await withSeededStore(env, (database) => write(database, text, file))
      const counts = countsOf(rows)
      const outcome = changed
        ? `the store is at version ${version}`
        : `nothing has changed, and the store is at version ${version}`
      await print(json, { ...counts, changed, version }, [`read ${counted(counts)}: ${outcome}`])
    })
}

interface Written {
  readonly rows: CodeListRows
  readonly changed: boolean
  readonly version: number
}

/** Imports a file in one transaction. The version of the store increases only if something changes. */
async function write(database: Database, text: string, file: string): Promise<Written> {
  const { readCodes } = await import('../../files/code-lists/reader.js')
  const { writeCodes } = await import('../../files/code-lists/writer.js')
  return change(database, async (tx, next) => {
    const before = await readCodeLists(tx)
    const rows = contentOf(() => readCodes(text, file, before))
    await writeCodeLists(tx, rows)
    const changed = writeCodes(await readCodeLists(tx)) !== writeCodes(before)
    return { changed, result: { rows, changed, version: changed ? next : next - 1 } }
  })
}

function contentOf<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    // A fault of the content, as opposed to the command line.
    throw error instanceof Refusal ? new Exit(status.failed, error.message) : error
  }
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
