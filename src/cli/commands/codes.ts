import { Command } from 'commander'
import { fileBounds } from '../../domain/input-bounds.js'
import { isShipped } from '../../domain/units/unit.js'
import { Refusal } from '../../errors.js'
import type { CodesReport } from '../../import/code-lists.js'
import type { Database } from '../../store/database/open.js'
import { readCodeLists } from '../../store/query/code-lists.js'
import { Exit, status } from '../lib/exit.js'
import { readText, writeWhole } from '../lib/files.js'
import { asJson, counted, print, say } from '../lib/output.js'
import { withSeededStore, withStore } from '../lib/store.js'

export function codesCommand(env: NodeJS.ProcessEnv): Command {
  return new Command('codes')
    .description('Export or extend the code lists.')
    .addCommand(exportCodes(env))
    .addCommand(importCodes(env))
}

function exportCodes(env: NodeJS.ProcessEnv): Command {
  return new Command('export')
    .description(
      'Write all datasets, metrics, dimensions and categories, and the units that do not ship, to a CSV file.',
    )
    .argument('<file>', 'the output file; - is standard output')
    .action(async (file: string) => {
      const { writeCodes } = await import('../../files/code-lists/writer.js')
      const lists = await withStore(env, ({ prisma }) => readCodeLists(prisma))
      await writeWhole(file, [writeCodes(lists)])
      const units = lists.units.filter((unit) => !isShipped(unit))
      say(`wrote ${summary({ ...lists, units })} to ${file === '-' ? 'standard output' : file}`)
    })
}

function importCodes(env: NodeJS.ProcessEnv): Command {
  return new Command('import')
    .description(
      'Add and change codes and units from a CSV file. An empty cell keeps a value, and "-" removes a name, description, synonyms, parent or members. No code is removed.',
    )
    .argument(
      '<file>',
      'a file with the columns of `codes export`; dimension, code and the changed ones are enough, and code, measure and factor for units',
    )
    .option(...asJson)
    .action(async (file: string, { json = false }: { json?: boolean }) => {
      const text = await readText(file, fileBounds.codeList)
      const { rows, changed, version } = await withSeededStore(env, (database) => write(database, text, file))
      const outcome = `${changed ? '' : 'nothing has changed, and '}the store is at version ${version}`
      await print(json, { ...countsOf(rows), changed, version }, [`read ${summary(rows)}: ${outcome}`])
    })
}

async function write(database: Database, text: string, file: string): Promise<CodesReport> {
  const { importCodeLists } = await import('../../import/code-lists.js')
  return importCodeLists(database, text, file).catch((error) => {
    // A fault of the content, as opposed to the command line.
    throw error instanceof Refusal && error.code === 'BAD_USER_INPUT' ? new Exit(status.failed, error.message) : error
  })
}

type Lists = Readonly<Record<'metrics' | 'dimensions' | 'categories', readonly unknown[]>> &
  Readonly<Partial<Record<'datasets' | 'units', readonly unknown[]>>>

const countsOf = (lists: Lists) => ({
  datasets: lists.datasets?.length ?? 0,
  metrics: lists.metrics.length,
  dimensions: lists.dimensions.length,
  categories: lists.categories.length,
  ...(lists.units?.length && { units: lists.units.length }),
})

function summary(lists: Lists): string {
  const { datasets, metrics, dimensions, categories, units = 0 } = countsOf(lists)
  const all = [
    ...(datasets > 0 ? [counted(datasets, 'dataset')] : []),
    counted(metrics, 'metric'),
    counted(dimensions, 'dimension'),
    counted(categories, 'category', 'categories'),
  ]
  const listed = units > 0 ? [...all, counted(units, 'unit')] : all
  return `${listed.slice(0, -1).join(', ')} and ${listed.at(-1)}`
}
