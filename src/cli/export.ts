import { Command, Option } from 'commander'
import { Refusal } from '../errors.js'
import type { Database } from '../store/open.js'
import type { View } from '../store/view.js'
import { columnsOf, figuresOf, history, type Listed, listOf } from './export-figures.js'
import { parseFilter } from './export-filter.js'
import { writeWhole } from './files.js'
import { type Interrupt, interruptible } from './interrupt.js'
import { say } from './output.js'
import type { ShownRelease } from './shown-release.js'
import { withStore } from './store.js'

interface Options {
  readonly output: string
  readonly filter?: string
  readonly history?: boolean
  readonly releases?: string
}

/** `indicators export`: figures as a file of the tidy format, which `import` reads back to the same records. */
export function exportCommand(env: NodeJS.ProcessEnv): Command {
  return new Command('export')
    .description('Write the current figures, or the whole history, to a file that "import" reads back.')
    .addOption(new Option('--format <format>', 'the format of the file').choices(['csv']).makeOptionMandatory())
    .option('-o, --output <file>', 'where to; - is standard output', '-')
    .option('--filter <json>', `only these: '{"metrics": ["EXPORTS"], "from": "2023"}', by the names of the API`)
    .option('--history', 'all that every release printed, with a column that says which')
    .option(
      '--releases <file>',
      'with --history: write here what the releases say of themselves, for import --releases',
    )
    .action(async (options: Options) => {
      const lists = listsFrom(options)
      await interruptible('Stopped: nothing was written.', (interrupt) =>
        withStore(env, (database) => untilWhole(database, options, lists, interrupt)),
      )
    })
}

/** What is to be written, of a view; BAD_USER_INPUT where the options do not go together. */
function listsFrom({ filter, history: whole = false, releases, output }: Options): (view: View) => Listed[] {
  const faults = [
    ...(whole && filter !== undefined ? ['--filter: not with --history, which is all that there is.'] : []),
    ...(!whole && releases !== undefined ? ['--releases goes with --history.'] : []),
    ...(releases !== undefined && releases === output
      ? [`--releases and --output are both ${releases === '-' ? 'standard output' : releases}: name two files.`]
      : []),
  ]
  if (faults.length > 0) throw new Refusal('BAD_USER_INPUT', faults.join('\n'))
  if (whole) return history
  const asked = parseFilter(filter ?? '{}')
  return () => [listOf(asked)]
}

const tries = 5

/** A file is of one version of the store: where that moves on meanwhile, all is written again. */
async function untilWhole(
  database: Database,
  options: Options,
  lists: (view: View) => Listed[],
  interrupt: Interrupt,
): Promise<void> {
  const { Store } = await import('../store/store.js')
  const store = new Store(database)
  for (let tried = 1; ; tried++) {
    const view = await store.view()
    const sent = { any: false }
    try {
      return await write(view, options, lists(view), interrupt, sent)
    } catch (error) {
      if (!view.torn) throw error
      const lost = options.output === '-' && sent.any
      if (lost || tried === tries)
        throw new Refusal(
          'UNAVAILABLE',
          `The store was changed while it was exported${lost ? ', and what was written is not whole' : ` ${tries} times`}: try again.`,
        )
      say('the store was changed meanwhile: beginning again')
    }
  }
}

async function write(
  view: View,
  { output, releases }: Options,
  lists: readonly Listed[],
  interrupt: Interrupt,
  sent: { any: boolean },
): Promise<void> {
  const { writeCsv } = await import('../writers/csv.js')
  const check = (): void => interrupt.check()
  const columns = await columnsOf(view, lists, check)
  let figures = 0
  const counted = async function* () {
    for await (const figure of figuresOf(view, lists, check)) {
      figures += 1
      yield figure
    }
  }
  const texts = async function* (): AsyncGenerator<string> {
    for await (const text of writeCsv(counted(), columns)) {
      sent.any = true
      yield text
    }
  }
  await writeWhole(output, texts())
  if (releases !== undefined) {
    const heads = view.snapshot.releases.toReversed().map(headOf)
    await writeWhole(releases, [`${JSON.stringify(heads, null, 2)}\n`])
  }
  say(`wrote ${figures === 1 ? '1 figure' : `${figures} figures`} of version ${view.snapshot.version} of the store`)
}

/** What `import --releases` takes: nothing that is of this store alone. */
function headOf({ code, title, publisher, publishedAt, stage, url, note, ...rest }: ShownRelease): object {
  const { sha256, retractedAt, retractionReason } = rest
  return { code, title, publisher, publishedAt, stage, url, note, sha256, retractedAt, retractionReason }
}
