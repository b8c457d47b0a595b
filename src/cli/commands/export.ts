import { Command, Option } from 'commander'
import { Refusal } from '../../errors.js'
import type { Query, RawRequest } from '../../export/request.js'
import type { Database } from '../../store/database/open.js'
import type { Release } from '../../store/query/metadata-snapshot.js'
import { writeWhole } from '../lib/files.js'
import { type Interrupt, interruptible } from '../lib/interrupt.js'
import { say } from '../lib/output.js'
import type { ShownRelease } from '../lib/shown-release.js'
import { withStore } from '../lib/store.js'

interface Options {
  readonly format: string
  readonly query: string
  readonly language: string
  readonly output: string
  readonly filter?: string
  readonly variables?: string
  readonly about?: string
  readonly history?: boolean
  readonly releases?: string
}

const formats = ['csv', 'xlsx', 'json-stat', 'sdmx-csv', 'parquet']

/** `indicators export`: the answer of a query as a file; as CSV, one that `import` reads back to the same figures. */
export function exportCommand(env: NodeJS.ProcessEnv): Command {
  return new Command('export')
    .description('Write the current figures, what a query asks for, or the whole history, to a file.')
    .addOption(new Option('--format <format>', 'the format of the file').choices(formats).makeOptionMandatory())
    .option('-o, --output <file>', 'where to; - is standard output', '-')
    .option(
      '--query <query>',
      'the query of the API whose answer it is to be: indicators, series or pivot',
      'indicators',
    )
    .option('--filter <json>', `only these: '{"metrics": ["EXPORTS"], "from": "2023"}', by the names of the API`)
    .option('--variables <json>', `all arguments of the query: '{"filter": {…}, "orderBy": [{"field": "VALUE"}]}'`)
    .option('--language <language>', 'EN or ZH, of labels and notes', 'EN')
    .option('--about <file>', 'write here what the file is of and how to cite it, as JSON')
    .option('--history', 'as csv, all that every release printed, with a column that says which')
    .option(
      '--releases <file>',
      'with --history: write here what the releases say of themselves, for import --releases',
    )
    .action(async (options: Options) => {
      const raw = rawRequest(options)
      await interruptible('Stopped: nothing was written.', (interrupt) => write(env, options, raw, interrupt))
    })
}

/** The request that the options make; BAD_USER_INPUT where they do not go together. */
function rawRequest(options: Options): RawRequest {
  const { format, query, language, filter, variables, history, releases, output, about } = options
  const files = [output, about, releases].filter((file) => file !== undefined)
  const twice = files.find((file, at) => files.indexOf(file) !== at)
  const faults = [
    ...(history && (filter ?? variables) !== undefined
      ? [`--${filter === undefined ? 'variables' : 'filter'}: not with --history, which is all that there is.`]
      : []),
    ...(history && query !== 'indicators' ? [`--query ${query}: not with --history, which is of figures.`] : []),
    ...(history && format !== 'csv' ? [`--history is written as csv, not as ${format}.`] : []),
    ...(filter !== undefined && variables !== undefined ? ['--filter: it is a part of --variables, give either.'] : []),
    ...(!history && releases !== undefined ? ['--releases goes with --history.'] : []),
    ...(twice === undefined ? [] : [`${twice === '-' ? 'Standard output' : twice} is named for two files: name two.`]),
  ]
  if (faults.length > 0) throw new Refusal('BAD_USER_INPUT', faults.join('\n'))
  const given = variables === undefined ? undefined : objectFrom('--variables', variables)
  return {
    format,
    query,
    language: language.toUpperCase(),
    variables: filter === undefined ? given : { filter: objectFrom('--filter', filter) },
  }
}

/** What is wrong with a request is wrong usage, whichever code the API has for it. */
function usage<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw error instanceof Refusal ? new Refusal('BAD_USER_INPUT', error.message) : error
  }
}

function objectFrom(option: string, text: string): object {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  } catch {
    // the same is right for both
  }
  const example = option === '--filter' ? '{"metrics": ["EXPORTS"]}' : '{"filter": {"metrics": ["EXPORTS"]}}'
  throw new Refusal('BAD_USER_INPUT', `${option} is no JSON object: write it as in '${example}'.`)
}

async function write(env: NodeJS.ProcessEnv, options: Options, raw: RawRequest, interrupt: Interrupt): Promise<void> {
  const { readRequest } = await import('../../export/request.js')
  const { schema } = await import('../../graphql/schema.js')
  const request = usage(() => readRequest(schema, raw)) // before anything opens
  const work = async (database: Database): Promise<void> => {
    const { openExport } = await import('../../export/export.js')
    const { history } = await import('../../export/answers.js')
    const { Store } = await import('../../store/query/store.js')
    const { writeAbout } = await import('../../files/output/about.js')
    const made = await openExport(database, new Store(database), request, {
      listsOf: options.history ? history : undefined,
    })
    try {
      await writeWhole(options.output, stopping(made.bytes, interrupt))
      if (options.about !== undefined) await writeWhole(options.about, [writeAbout(made.about)])
      if (options.releases !== undefined) {
        const heads = made.releases.toReversed().map(headOf)
        await writeWhole(options.releases, [`${JSON.stringify(heads, null, 2)}\n`])
      }
    } finally {
      await made.close()
    }
    say(`wrote ${counted(made.rows, request.query)} of version ${made.version} of the store`)
  }
  await withStore(env, work)
}

const counted = (rows: number, query: Query): string =>
  ({
    indicators: `${rows} figure${rows === 1 ? '' : 's'}`,
    series: `${rows} series`,
    pivot: `${rows} row${rows === 1 ? '' : 's'}`,
  })[query]

async function* stopping<T>(pieces: AsyncIterable<T>, interrupt: Interrupt): AsyncGenerator<T> {
  for await (const piece of pieces) {
    interrupt.check()
    yield piece
  }
}

/** What `import --releases` takes: nothing that is of this store alone. */
function headOf({ code, title, publisher, publishedAt, stage, url, note, ...rest }: Release & ShownRelease): object {
  const { sha256, retractedAt, retractionReason } = rest
  return { code, title, publisher, publishedAt, stage, url, note, sha256, retractedAt, retractionReason }
}
