import { createReadStream } from 'node:fs'
import { Command } from 'commander'
import type { ReleaseMetadata } from '../../domain/observations/observation.js'
import { Refusal } from '../../errors.js'
import { type FormatOptions, readerFor } from '../../import/formats.js'
import { Exit, status } from '../lib/exit.js'
import {
  formatOf,
  type Given,
  givenFiles,
  type ImportOptions,
  mapFrom,
  type Parsed,
  parseOptions,
  shownFormat,
} from '../lib/import-options.js'
import { sendRelease } from '../lib/import-remote.js'
import { type Interrupt, interruptible } from '../lib/interrupt.js'
import { print, say } from '../lib/output.js'
import { type Progress, progressOn, silent } from '../lib/progress.js'
import { readReleaseMetadata } from '../lib/release-metadata.js'
import { historyLines, refusedIn, reportLines, type ShownReport, shownFinding, shownHistory } from '../lib/report.js'
import { serverFrom, withServerOptions } from '../lib/server-options.js'
import { withSeededStore } from '../lib/store.js'

/** `indicators import`: takes in a release from files, or a history of releases. */
export function importCommand(env: NodeJS.ProcessEnv): Command {
  const command = new Command('import')
    .description('Take in a release from its files: all of it, or nothing where something does not add up.')
    .argument('<files...>', 'its files, all of one format')
    .option('--release <code>', 'the code of the release, as in CN-GACC-2024-01')
    .option('--title <text>', 'its title')
    .option('--publisher <name>', 'who published it')
    .option('--published-at <time>', 'when, with the offset: 2024-01-12T00:00:00+08:00')
    .option('--stage <stage>', 'flash, monthly, revised or yearbook; monthly where it is not said')
    .option('--url <url>', 'where it was published')
    .option('--note <text>', 'what else is to be said of it')
    .option('--format <format>', 'csv, sdmx-csv, json-stat or table; else by the names of the files')
    .option('--map <map>', 'how tables and cubes are read: one that ships, by its name, or a file of JSON')
    .option('--period <period>', 'what a table is for, where it does not say so itself')
    .option('--sheet <name>', 'which sheet of a workbook it is, where its map does not say')
    .option('--encoding <name>', 'utf-8, gb18030 or latin1, where neither the file nor its map says')
    .option(
      '--releases <file>',
      'take in a history: the heads of its releases as JSON; the column "release" says which',
    )
    .option('--keep-point-zero', 'take every ".0" of a csv as printed, also where all values of a unit end so')
    .option('--create-codes', 'create codes that the store does not know, in place of refusing them')
    .option('--dry-run', 'do all of it and store nothing; of a history, each release by itself')
    .option('--accept-findings', 'store it in spite of errors, where that is possible')
    .option('--json', 'print the whole report as JSON, for programs')
  return withServerOptions(command).action((paths: string[], options: ImportOptions) => run(paths, options, env))
}

async function run(paths: readonly string[], options: ImportOptions, env: NodeJS.ProcessEnv): Promise<void> {
  const parsed = parseOptions(options)
  const server = serverFrom(options, env, 'publish')
  const files = await givenFiles(paths)
  if (parsed.head === null) return importHistoryOf(files, parsed, options, env)
  const { head } = parsed
  const map = options.map === undefined ? null : await mapFrom(options.map)
  const { format, named } = formatOf(options.format ?? null, paths, map)
  const how: FormatOptions = {
    format,
    map,
    period: parsed.period,
    encoding: parsed.encoding,
    sheet: options.sheet ?? null,
    keepPointZero: options.keepPointZero ?? false,
  }
  await readerFor(how) // what does not go together is told before anything opens
  if (!named) say(`taken for the format ${shownFormat(format)}: --format says otherwise`)
  const report =
    server !== null
      ? await sendRelease(server, head, files, how, options)
      : await importOne(head, files, how, options, env)
  await print(options.json ?? false, report, reportLines(report))
  if (!report.accepted) throw new Exit(status.failed)
}

const untouched = 'Stopped: nothing was stored, and the store is as it was.'
const storing =
  'Stopped while it was stored: a release is stored as a whole or not at all. "indicators releases" says whether it was.'

async function importOne(
  head: ReleaseMetadata,
  files: readonly Given[],
  how: FormatOptions,
  { createCodes = false, dryRun = false, acceptFindings = false, json = false }: ImportOptions,
  env: NodeJS.ProcessEnv,
): Promise<ShownReport> {
  const { importRelease } = await import('../../import/importer.js')
  return interruptible(untouched, async (interrupt) => {
    const progress = progressOf(json, files)
    const request = { ...how, head, createCodes, dryRun, acceptFindings }
    try {
      const report = await withSeededStore(env, (database) =>
        importRelease(database, {
          ...request,
          files: files.map((file) => ({
            name: file.name,
            bytes: bytesOf(file, interrupt, progress),
            ...(file.regular && { again: () => bytesOf(file, interrupt, progress) }),
          })),
          progress: (read) => progress.read(read),
          ended: () => {
            progress.step('checking and storing')
            interrupt.hurry(dryRun ? untouched : storing)
          },
        }),
      )
      return { ...report, findings: report.findings.map(shownFinding) }
    } finally {
      progress.clear()
    }
  })
}

async function importHistoryOf(
  files: readonly Given[],
  { encoding }: Parsed,
  { releases = '', createCodes = false, dryRun = false, acceptFindings = false, json = false }: ImportOptions,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  const heads = await readReleaseMetadata(releases)
  const once = files.find(({ regular }) => !regular)
  if (once !== undefined)
    throw new Refusal(
      'BAD_USER_INPUT',
      `${once.path} is no plain file: a history is read twice, first to see that it is right.`,
    )
  const { importHistory } = await import('../../import/history.js')
  const report = await interruptible(untouched, async (interrupt) => {
    // Each file is read twice: to see that it is right, and to take it in.
    const progress = progressOf(json, [...files, ...files])
    let stored = 0
    const before = (): string =>
      stored === 0
        ? untouched
        : `Stopped: ${stored} of the releases ${stored === 1 ? 'is' : 'are'} stored, and nothing of the others.`
    try {
      return await withSeededStore(env, (database) =>
        importHistory(database, {
          heads,
          encoding,
          createCodes,
          dryRun,
          acceptFindings,
          files: files.map((file) => ({ name: file.name, open: () => bytesOf(file, interrupt, progress) })),
          progress: (read) => progress.read(read),
          begun: (release) => {
            interrupt.calm(before())
            interrupt.check()
            progress.step(`reading ${release}`)
          },
          ended: (release) => {
            progress.step(`checking and storing ${release}`)
            interrupt.hurry(dryRun ? untouched : storing)
          },
          stored: () => {
            stored += 1
          },
        }),
      )
    } finally {
      progress.clear()
    }
  })
  await print(json, shownHistory(report), historyLines(report))
  if (refusedIn(report)) throw new Exit(status.failed)
}

function progressOf(json: boolean, files: readonly Given[]): Progress {
  // Of a pipe nobody knows the size.
  const total = files.every(({ regular }) => regular) ? files.reduce((sum, { size }) => sum + size, 0) : 0
  return json ? silent : progressOn(process.stderr, total)
}

/** Begins to read where it is asked for its first bytes. */
async function* bytesOf({ path }: Given, interrupt: Interrupt, progress: Progress): AsyncGenerator<Uint8Array> {
  progress.step(`reading ${path}`)
  yield* interrupt.until(createReadStream(path))
}
