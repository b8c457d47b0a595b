import { basename } from 'node:path'
import { Command } from 'commander'
import { boundedText, fileBounds } from '../../domain/input-bounds.js'
import { parsePeriod } from '../../domain/periods/period.js'
import { Refusal } from '../../errors.js'
import { encodingFrom } from '../../files/input/transcode.js'
import { usageError } from '../lib/exit.js'
import { readBytes, writeWhole } from '../lib/files.js'
import { asJson, print, say } from '../lib/output.js'
import { withCreatedStore } from '../lib/store.js'

interface MapOptions {
  readonly output?: string
  readonly sheet?: string
  readonly encoding?: string
  readonly period?: string
  readonly json?: boolean
}

export function mapCommand(env: NodeJS.ProcessEnv): Command {
  return new Command('map')
    .description('Draft the map of a wide table, with a sentence for each guess and the first ten figures.')
    .argument('<file>', 'the table, as CSV, .xlsx or HTML')
    .option('-o, --output <file>', 'the file of the map (default: standard output)')
    .option('--sheet <name>', 'the sheet of a workbook, or the number of the table of a page, that has several')
    .option('--encoding <name>', 'the encoding, like gb18030, shift_jis, latin1 or windows-1250 (default: guessed)')
    .option('--period <period>', 'the period of a table that does not state it, to show its figures')
    .option(...asJson)
    .action((file: string, options: MapOptions) => run(file, options, env))
}

async function run(
  file: string,
  { output = '-', sheet, encoding, period, json = false }: MapOptions,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  if (json && output !== '-') throw usageError('--json prints the map with its guesses. Leave out --json or --output.')
  const { draftMap, mapText } = await import('../../files/map-draft/draft.js')
  const request = {
    file: basename(file),
    encoding: encoding === undefined ? null : encodingFrom(encoding),
    period: period === undefined ? null : parsePeriod(period),
    sheet: sheet === undefined ? null : boundedText('The name of the sheet', sheet, 'sheetName'),
  }
  const bytes = await readBytes(file, fileBounds.table)
  const draft = await draftMap(bytes, { ...request, dimensions: await dimensionsOf(env) })
  if (json) return print(true, draft, [])
  const { map, guesses, figures, problems, placeholders } = draft
  for (const line of guesses) say(line)
  say(figures.length > 0 ? 'The first figures, as they would be read:' : 'No figure could be read.')
  for (const line of figures) say(`  ${line}`)
  for (const line of problems) say(`  ${line}`)
  if (placeholders.length > 0) say('Replace before the import:')
  for (const line of placeholders) say(`  ${line}`)
  await writeWhole(output, [`${mapText(map)}\n`])
}

/** Returns the dimensions of the store, and makes its units known. */
async function dimensionsOf(env: NodeJS.ProcessEnv): Promise<readonly { readonly code: string }[]> {
  const { readCodeLists } = await import('../../store/query/code-lists.js')
  try {
    const lists = await withCreatedStore(env, ({ prisma }) => readCodeLists(prisma))
    return lists?.dimensions ?? []
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    say(`The units of the store are not known to the draft: ${error.message}`)
    return []
  }
}
