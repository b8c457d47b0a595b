import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { Command, Option } from 'commander'
import { readConfig } from '../../config.js'
import type { ReleaseHead } from '../../domain/observations/observation.js'
import { type Encoding, utf8From } from '../../files/input/transcode.js'
import { isXlsx } from '../../files/xlsx/reader.js'
import { type FormatOptions, importFormats, readerFor } from '../../import/formats.js'
import { Exit, status, usageError } from '../lib/exit.js'
import {
  formatFrom,
  formatName,
  guessFormat,
  type ImportChoices,
  type ImportOptions,
  type InputFile,
  inputFiles,
  mapFrom,
  parseOptions,
} from '../lib/import-options.js'
import { type Interrupt, interruptible } from '../lib/interrupt.js'
import { counted, print, say } from '../lib/output.js'
import { type Progress, progressOn, silent } from '../lib/progress.js'
import { readReleaseMetadata } from '../lib/release-metadata.js'
import type { ImportInput, Server } from '../lib/remote.js'
import { historyLines, refusedIn, reportLines, type ShownReport, shownFinding, shownHistory } from '../lib/report.js'
import { serverFrom, withServerOptions } from '../lib/server-options.js'
import { withSeededStore } from '../lib/store.js'

export function importCommand(env: NodeJS.ProcessEnv): Command {
  const command = new Command('import')
    .description('Import a release from its files. A release is imported completely or not at all.')
    .argument('<files...>', 'the files of the release, all in one format')
    .option('--release <code>', 'the code of the release, like CN-GACC-2024-01')
    .option('--dataset <code>', 'the dataset of its figures (default: DEFAULT_DATASET, or the only one)')
    .option('--title <text>', 'the title of the release')
    .option('--publisher <name>', 'the publisher of the release')
    .option('--published-at <time>', 'the time of publication, with offset: 2024-01-12T00:00:00+08:00')
    .option('--stage <stage>', 'flash, monthly, revised or yearbook (default: monthly)')
    .option('--url <url>', 'the address of the publication')
    .option('--note <text>', 'a remark about the release')
    .option('--format <format>', `${importFormats.map(formatName).join(', ')} (default: by the names of the files)`)
    .option('--map <map>', 'the map of tables and cubes: the name of a shipped map, or a JSON file')
    .option('--period <period>', 'the period of a table that does not state it')
    .option('--sheet <name>', 'the sheet of a workbook, if the map does not name it')
    .option(
      '--encoding <name>',
      'the encoding, like gb18030, shift_jis, latin1 or windows-1250, if neither the file nor its map states it',
    )
    .option('--releases <file>', 'import a history: a JSON file describes the releases named in the column "release"')
    .option('--keep-point-zero', 'read every ".0" of a csv as a printed decimal')
    .option('--create-codes', 'create unknown codes; --create-codes=near also for labels like known ones')
    .addOption(new Option('--create-near-codes').hideHelp()) // program.ts reads --create-codes=near as this
    .option('--dry-run', 'check everything and store nothing; of a history, check each release separately')
    .option('--accept-findings', 'store the release in spite of errors, where possible')
    .option('--json', 'print the complete report as JSON')
  return withServerOptions(command).action((paths: string[], options: ImportOptions) => run(paths, options, env))
}

async function run(paths: readonly string[], options: ImportOptions, env: NodeJS.ProcessEnv): Promise<void> {
  const { head, period, encoding, choices } = parseOptions(options)
  const server = serverFrom(options, env, 'publish')
  const files = await inputFiles(paths)
  if (head === null) return importHistoryOf(options.releases ?? '', files, encoding, choices, env)
  const map = options.map === undefined ? null : await mapFrom(options.map)
  const format = options.format === undefined ? guessFormat(paths, map) : formatFrom(options.format)
  const { sheet = null, keepPointZero = false } = options
  const reading: FormatOptions = { format, map, period, encoding, sheet, keepPointZero }
  // Refuses contradictory options before a store is opened, whose units a map may name.
  await readerFor({ ...reading, anyUnit: true })
  if (options.format === undefined)
    say(`Reading the files as ${formatName(format)}. Use --format to name another format.`)
  const job = { head, files, reading, choices }
  const report = server !== null ? await sendRelease(server, job) : await importOne(job, env)
  await print(choices.json, report, reportLines(report))
  if (!report.accepted) throw new Exit(status.failed)
}

const untouched = 'Stopped. Nothing was stored.'
const storing =
  'Stopped while storing. A release is stored completely or not at all: "indicators releases" lists it if it was stored.'

interface Job {
  readonly head: ReleaseHead
  readonly files: readonly InputFile[]
  readonly reading: FormatOptions
  readonly choices: ImportChoices
}

async function importOne({ head, files, reading, choices }: Job, env: NodeJS.ProcessEnv): Promise<ShownReport> {
  const { json, ...switches } = choices
  const { importRelease } = await import('../../import/importer.js')
  const { defaultDataset } = readConfig(env)
  return withProgress(untouched, json, sizeOf(files), async (interrupt, progress) => {
    const bytes = bytesOf(interrupt, progress)
    const report = await withSeededStore(env, (database) =>
      importRelease(database, {
        ...reading,
        ...switches,
        head: { ...head, dataset: head.dataset ?? defaultDataset },
        files: files.map((file) => ({
          name: file.name,
          bytes: bytes(file),
          ...(file.regular && { again: () => bytes(file) }),
        })),
        progress: progress.read,
        ended: () => {
          progress.step('checking and storing')
          interrupt.hurry(switches.dryRun ? untouched : storing)
        },
      }),
    )
    return { ...report, findings: report.findings.map(shownFinding) }
  })
}

async function importHistoryOf(
  releases: string,
  files: readonly InputFile[],
  encoding: Encoding | null,
  { json, ...choices }: ImportChoices,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  const heads = await readReleaseMetadata(releases)
  const { defaultDataset } = readConfig(env)
  const once = files.find(({ regular }) => !regular)
  if (once !== undefined)
    throw usageError(`${once.path} is not a plain file. A history is read twice, so a pipe cannot be used.`)
  const { importHistory } = await import('../../import/history.js')
  const report = await withProgress(untouched, json, 2 * sizeOf(files), (interrupt, progress) => {
    const bytes = bytesOf(interrupt, progress)
    let stored = 0
    const before = (): string =>
      stored === 0
        ? untouched
        : `Stopped. ${counted(stored, 'release was', 'releases were')} stored, and nothing of the others.`
    return withSeededStore(env, (database) =>
      importHistory(database, {
        ...choices,
        heads: heads.map((head) => ({ ...head, dataset: head.dataset ?? defaultDataset })),
        encoding,
        files: files.map((file) => ({ name: file.name, open: () => bytes(file) })),
        progress: progress.read,
        begun: (release) => {
          interrupt.calm(before())
          interrupt.check()
          progress.step(`reading ${release}`)
        },
        ended: (release) => {
          progress.step(`checking and storing ${release}`)
          interrupt.hurry(choices.dryRun ? untouched : storing)
        },
        stored: () => {
          stored += 1
        },
      }),
    )
  })
  await print(json, shownHistory(report), historyLines(report))
  if (refusedIn(report)) throw new Exit(status.failed)
}

function sendRelease(server: Server, { head, files, reading, choices }: Job): Promise<ShownReport> {
  const { format, map, period, encoding, sheet = null, keepPointZero = false } = reading
  const { json, createCodes, ...switches } = choices
  return withProgress('Stopped. Nothing was sent.', json, 0, async (interrupt, progress) => {
    const contents: ImportInput['files'][number][] = []
    const bytes = bytesOf(interrupt, progress)
    for (const file of files) contents.push({ name: file.name, ...(await contentOf(bytes(file), encoding)) })
    interrupt.hurry(
      'Stopped while the server was storing. "indicators releases --server" lists the release if it was stored.',
    )
    progress.step('waiting for the server to check and store')
    return server.importRelease({
      ...head,
      ...switches,
      createCodes: createCodes !== false,
      ...(createCodes === 'near' && { createNearCodes: true }),
      format,
      map: map === null ? null : 'name' in map ? map.name : map.text,
      period: period?.text ?? null,
      ...(sheet === null ? {} : { sheet }),
      keepPointZero,
      files: contents,
    })
  })
}

const withProgress = <T>(
  message: string,
  json: boolean,
  total: number,
  work: (interrupt: Interrupt, progress: Progress) => Promise<T>,
): Promise<T> =>
  interruptible(message, async (interrupt) => {
    const progress = json ? silent : progressOn(process.stderr, total)
    try {
      return await work(interrupt, progress)
    } finally {
      progress.clear()
    }
  })

/** Returns the size of files in bytes, 0 if one is a pipe, whose size is unknown. */
const sizeOf = (files: readonly InputFile[]): number =>
  files.every(({ regular }) => regular) ? files.reduce((sum, { size }) => sum + size, 0) : 0

const bytesOf = (interrupt: Interrupt, progress: Progress) =>
  async function* ({ path }: InputFile): AsyncGenerator<Uint8Array> {
    progress.step(`reading ${path}`)
    yield* interrupt.until(createReadStream(path))
  }

/** Encodes a file as TEXT if it is UTF-8 or of a known encoding, otherwise as BASE64. */
async function contentOf(
  bytes: AsyncIterable<Uint8Array>,
  encoding: Encoding | null,
): Promise<{ content: string; encoding: 'TEXT' | 'BASE64' }> {
  const whole = await buffer(bytes)
  if (encoding !== null && encoding !== 'utf-8' && !isXlsx(whole)) {
    const text = (await buffer(utf8From(Readable.from([whole]), encoding))).toString()
    // The byte order mark takes precedence over the encoding of the map.
    return { content: text.startsWith('\uFEFF') ? text : `\uFEFF${text}`, encoding: 'TEXT' }
  }
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
    return { content: decoder.decode(whole), encoding: 'TEXT' }
  } catch {
    return { content: whole.toString('base64'), encoding: 'BASE64' }
  }
}
