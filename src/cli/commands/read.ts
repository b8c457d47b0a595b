import { buffer } from 'node:stream/consumers'
import { Command, Option } from 'commander'
import { readConfig } from '../../config.js'
import { datasetFor } from '../../domain/codes/default-dataset.js'
import { parseInstant } from '../../domain/periods/instant.js'
import { isUnit, unitInfo } from '../../domain/units/unit.js'
import { formatCount } from '../../errors.js'
import { encodingFrom } from '../../files/input/transcode.js'
import { type ReadText, textOfHtml } from '../../files/text/html.js'
import type { NotPlaced, Proposal, Proposals } from '../../press/proposal.js'
import { noFigures, pressReasonText } from '../../press/reasons.js'
import type { Span } from '../../press/source.js'
import type { Database } from '../../store/database/open.js'
import { Exit, status, usageError } from '../lib/exit.js'
import { readBytes, writeWhole } from '../lib/files.js'
import { asJson, counted, print, say, table } from '../lib/output.js'
import { withSeededStore } from '../lib/store.js'

interface Options {
  readonly publishedAt?: string
  readonly dataset?: string
  readonly language?: 'en' | 'zh'
  readonly encoding?: string
  readonly json?: boolean
  readonly csv?: boolean
}

const mostBytes = 16_777_216

export function readCommand(env: NodeJS.ProcessEnv): Command {
  return new Command('read')
    .description(
      'Read the figures of a press text, and compare them with each other and with the store. Nothing is stored. The exit status is 1 if a figure is contradicted or not placed.',
    )
    .argument('<file>', 'the text, as plain text, HTML or .docx; - is standard input')
    .option('--published-at <time>', 'the time of publication, with offset: 2024-01-12T00:00:00+08:00')
    .option('--dataset <code>', 'the dataset of the figures; required if the store has several')
    .addOption(new Option('--language <language>', 'the language of the text (default: guessed)').choices(['en', 'zh']))
    .option('--encoding <name>', 'the encoding, like gb18030 (default: what a page states, or UTF-8)')
    .option(...asJson)
    .option('--csv', 'print the placed figures as CSV, which import reads')
    .action((file: string, options: Options) => run(file, options, env))
}

async function run(file: string, options: Options, env: NodeJS.ProcessEnv): Promise<void> {
  const { json = false, csv = false, publishedAt = null, encoding } = options
  if (json && csv) throw usageError('Use either --json or --csv, not both.')
  if (publishedAt !== null) parseInstant(publishedAt)
  const { readRunningText } = await import('../../files/text/reader.js')
  const bytes = file === '-' ? await buffer(process.stdin) : await readBytes(file, mostBytes)
  if (bytes.length > mostBytes)
    throw usageError(`The text has more than ${formatCount(mostBytes)} bytes, which is the limit.`)
  const text = await readRunningText(bytes, encoding === undefined ? null : encodingFrom(encoding))
  const read = await withSeededStore(env, (database) => readWith(database, text, options, env))
  if (csv) await printCsv(read.proposals, read.textAt, read.dataset)
  else await print(json, read.proposals, lines(read.proposals, read.textAt))
  const faults = read.proposals.proposals.filter((each) => each.class === 'CONTRADICTED' || each.class === 'NOT_PLACED')
  const untold = read.proposals.notPlaced.filter(({ reason }) => !noFigures.has(reason.code))
  if (faults.length + untold.length > 0) throw new Exit(status.failed, '')
}

type TextAt = (span: Span) => string

interface Read {
  readonly proposals: Proposals
  readonly textAt: TextAt
  readonly dataset: string
}

async function readWith(database: Database, text: ReadText, options: Options, env: NodeJS.ProcessEnv): Promise<Read> {
  const { Store } = await import('../../store/query/store.js')
  const { figureSource } = await import('../../store/query/figure-source.js')
  const { readWithStore } = await import('../../press/stored.js')
  const view = await new Store(database).view()
  const { codes } = view.snapshot
  const dataset = datasetFor(options.dataset ?? readConfig(env).defaultDataset, codes)
  const language = options.language === undefined ? null : options.language === 'zh' ? 'ZH' : 'EN'
  const request = { text, publishedAt: options.publishedAt ?? null, language, codes, dataset } as const
  const { proposals } = await readWithStore(request, dataset.code, figureSource(view))
  return { proposals, textAt: textAtOf(text), dataset: dataset.code }
}

function textAtOf({ text, original }: ReadText): TextAt {
  const plain = (piece: string): string => (original === undefined ? piece : textOfHtml(piece).text)
  return ({ start, end }) =>
    plain((original ?? text).slice(start, end))
      .replace(/\s+/g, ' ')
      .trim()
}

async function printCsv(proposals: Proposals, textAt: TextAt, dataset: string): Promise<void> {
  const { observationsOf } = await import('../../press/observations.js')
  const { writeCsv } = await import('../../files/csv/writer.js')
  const observations = observationsOf(proposals, textAt, dataset)
  const dimensions = [
    ...new Set(observations.flatMap(({ categories }) => categories.map((each) => each.dimension))),
  ].sort()
  const changes = Math.max(1, ...observations.map((each) => each.changes.length))
  const left = proposals.proposals.length - observations.length
  if (left > 0) say(`${counted(left, 'figure')} without a code ${left === 1 ? 'is' : 'are'} not in the file.`)
  const batches = (async function* () {
    yield observations
  })()
  await writeWhole('-', writeCsv(batches, { dimensions, changes, release: false }))
}

function lines({ proposals, notPlaced }: Proposals, textAt: TextAt): string[] {
  const head = ['CLASS', 'METRIC', 'CATEGORY', 'PERIOD', 'VALUE', 'CHANGE', 'SHARE']
  const [header = '', ...rows] = table(head, proposals.map(row))
  const shown = proposals.flatMap((each, at) => [rows[at] ?? '', `  ${textAt(each.sentence)}`, ...reasonOf(each)])
  const summary = proposals.length === 0 ? ['No figures were found.'] : [header, ...shown]
  const rest =
    notPlaced.length === 0
      ? []
      : ['', 'Numbers that are no figures, or could not be told:', ...notPlaced.map(looseLine)]
  return [...summary, ...rest]
}

function row({
  metric,
  dimension,
  category,
  words,
  period,
  value,
  unit,
  qualifier,
  changes,
  share,
  ...rest
}: Proposal): string[] {
  const of = category === null ? `"${words ?? ''}"` : dimension === 'TOTAL' ? 'total' : `${dimension}:${category}`
  const sign = { EXACT: '', OVER: '> ', UNDER: '< ', ABOUT: '~ ' }[qualifier]
  const level =
    value === null ? '' : `${sign}${value} ${unit !== null && isUnit(unit) ? unitInfo(unit).name.en : ''}`.trim()
  const change = changes.map(
    ({ percent, points, base }) => `${percent === null ? `${points} points` : `${percent} %`} on ${base}`,
  )
  return [rest.class, metric, of, period ?? '', level, change.join(', '), share === null ? '' : `${share} %`]
}

const reasonOf = ({ reason }: Proposal): string[] =>
  reason.code === 'NOTHING_TO_COMPARE' ? [] : [`  ${pressReasonText(reason, 'EN')}`]

const looseLine = ({ text, reason }: NotPlaced): string => `  ${text}: ${pressReasonText(reason, 'EN')}`
