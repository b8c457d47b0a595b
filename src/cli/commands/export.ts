import { Command, Option } from 'commander'
import { attempt } from '../../errors.js'
import { fileFormats } from '../../export/file-formats.js'
import type { RawRequest } from '../../export/request.js'
import type { Release } from '../../store/query/metadata-snapshot.js'
import { usageError } from '../lib/exit.js'
import { writeWhole } from '../lib/files.js'
import { type Interrupt, interruptible } from '../lib/interrupt.js'
import { counted, say } from '../lib/output.js'
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

export function exportCommand(env: NodeJS.ProcessEnv): Command {
  return new Command('export')
    .description('Write the answer of a query, or the whole history, to a file.')
    .addOption(new Option('--format <format>', 'the format of the file').choices(fileFormats).makeOptionMandatory())
    .option('-o, --output <file>', 'the output file; - is standard output', '-')
    .option('--query <query>', 'the query of the API: indicators, series, pivot or changes', 'indicators')
    .option('--filter <json>', `the filter of the query: '{"metrics": ["EXPORTS"], "from": "2023"}'`)
    .option('--variables <json>', `the arguments of the query: '{"filter": {…}, "orderBy": [{"field": "VALUE"}]}'`)
    .option('--language <language>', 'the language of labels and notes, EN or ZH', 'EN')
    .option('--about <file>', 'write a description of the file and its citations to this JSON file')
    .option('--history', 'write the figures of all releases as csv, with a column "release"')
    .option('--releases <file>', 'with --history: write the metadata of releases to this file, for import --releases')
    .action(async (options: Options) => {
      const raw = rawRequest(options)
      await interruptible('Stopped. Nothing was written.', (interrupt) => write(env, options, raw, interrupt))
    })
}

function rawRequest(options: Options): RawRequest {
  const { format, query, language, filter, variables, history, releases, output, about } = options
  const files = [output, about, releases].filter((file) => file !== undefined)
  const twice = files.find((file, at) => files.indexOf(file) !== at)
  const faults: string[] = []
  const selecting = filter === undefined ? 'variables' : 'filter'
  if (history && options[selecting] !== undefined)
    faults.push(`--${selecting} cannot be combined with --history, which includes everything.`)
  if (history && query !== 'indicators')
    faults.push(`--query ${query} cannot be combined with --history, which lists figures.`)
  if (history && format !== 'csv') faults.push(`--history requires the format csv instead of ${format}.`)
  if (filter !== undefined && variables !== undefined)
    faults.push('--filter and --variables cannot be combined. Add the filter to the variables.')
  if (!history && releases !== undefined) faults.push('--releases requires --history.')
  if (twice !== undefined)
    faults.push(`${twice === '-' ? 'Standard output' : twice} is named for two files. Name different files.`)
  if (faults.length > 0) throw usageError(faults.join('\n'))
  const all = variables === undefined ? undefined : objectFrom('--variables', variables)
  return {
    format,
    query,
    language: language.toUpperCase(),
    variables: filter === undefined ? all : { filter: objectFrom('--filter', filter) },
  }
}

const refuseUsage = (message: string): never => {
  throw usageError(message)
}

function objectFrom(option: string, text: string): object {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  } catch {
    // refused below
  }
  const example = option === '--filter' ? '{"metrics": ["EXPORTS"]}' : '{"filter": {"metrics": ["EXPORTS"]}}'
  throw usageError(`${option} must be a JSON object, like '${example}'.`)
}

async function write(env: NodeJS.ProcessEnv, options: Options, raw: RawRequest, interrupt: Interrupt): Promise<void> {
  const { namesUnknownUnit, readRequest } = await import('../../export/request.js')
  const { schema } = await import('../../graphql/schema.js')
  // Refused before a store is opened, unless it names a unit that the store may have.
  const early = namesUnknownUnit(schema, raw) ? undefined : attempt(() => readRequest(schema, raw), refuseUsage)
  await withStore(env, async (database) => {
    const { openExport } = await import('../../export/export.js')
    const { history } = await import('../../export/answers.js')
    const { Store } = await import('../../store/query/store.js')
    const { writeAbout } = await import('../../files/output/about.js')
    const store = new Store(database)
    const { storeSchemas } = await import('../../graphql/store-schema.js')
    const own = storeSchemas(schema)((await store.view()).snapshot.codes)
    const request = early ?? attempt(() => readRequest(own, raw), refuseUsage)
    const made = await openExport(database, store, request, {
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
    const [one, many] = nouns[request.query]
    say(`wrote ${counted(made.rows, one, many)} of version ${made.version} of the store`)
  })
}

const nouns = {
  indicators: ['figure', 'figures'],
  series: ['series', 'series'],
  pivot: ['row', 'rows'],
  changes: ['change', 'changes'],
} as const

async function* stopping<T>(pieces: AsyncIterable<T>, interrupt: Interrupt): AsyncGenerator<T> {
  for await (const piece of pieces) {
    interrupt.check()
    yield piece
  }
}

function headOf({ code, dataset, title, publisher, publishedAt, stage, url, note, ...rest }: Release): object {
  const { sha256, retractedAt, retractionReason } = rest
  return {
    code,
    dataset: dataset.code,
    title,
    publisher,
    publishedAt,
    stage,
    url,
    note,
    sha256,
    retractedAt,
    retractionReason,
  }
}
