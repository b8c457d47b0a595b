import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { PassThrough } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Command } from 'commander'
import { Refusal } from '../../errors.js'
import type { BackupReport, ReportTable } from '../../store/admin/backup.js'
import type { Database } from '../../store/database/open.js'
import { interruptible } from '../lib/interrupt.js'
import { print, say } from '../lib/output.js'
import { withStore } from '../lib/store.js'

const asJson = ['--json', 'print JSON, for programs'] as const

interface Given {
  readonly json?: boolean
}

/**
 * `indicators backup FILE`: everything in the store, the hashes of API keys included, in a file that takes its name when
 * it is whole. The store keeps the shape that it has, also where this program has a newer one.
 */
export function backupCommand(env: NodeJS.ProcessEnv): Command {
  return new Command('backup')
    .description(
      'Write everything in the store to one file: figures, their history, findings, code lists and API keys. Of a key there is only its hash, which no key can be had from, but a key that works here works on what is restored: keep the file as safe as the store.',
    )
    .argument('<file>', 'what to write; a file of this name is replaced when the backup is whole')
    .option(...asJson)
    .action(async (file: string, { json = false }: Given) => {
      await refuseFolder(file, 'written')
      const part = `${file}.part`
      const into = createWriteStream(part, { mode: 0o600, flush: true })
      await once(into, 'ready').catch((error) => unusable(part, 'written', error.message))
      try {
        const { backup } = await import('../../store/admin/backup.js')
        const report = await interruptible(unwritten, ({ until }) => {
          const bytes = new PassThrough()
          const work = async (database: Database): Promise<BackupReport> => {
            const [done] = await Promise.all([backup(database, bytes, progress), pipeline(until(bytes), into)])
            return done
          }
          return withStore(env, work, [])
        })
        if (!into.closed) await once(into, 'close')
        await rename(part, file)
        await print(json, report, [`backed up version ${report.version}: ${summary(report)}`])
      } catch (error) {
        into.destroy()
        await rm(part, { force: true })
        throw error
      }
    })
}

/** `indicators restore FILE`: what `indicators backup` wrote, API keys included, into an empty store of either kind. */
export function restoreCommand(env: NodeJS.ProcessEnv): Command {
  return new Command('restore')
    .description(
      'Fill an empty store from a backup, API keys included: all of it, or nothing. An embedded store can be restored into PostgreSQL 15 or newer, and the other way.',
    )
    .argument('<file>', 'what "indicators backup" wrote')
    .option(...asJson)
    .action(async (file: string, { json = false }: Given) => {
      await refuseFolder(file, 'read')
      const source = createReadStream(file)
      await once(source, 'ready').catch((error) => unusable(file, 'read', error.message))
      const { openBackup } = await import('../../store/admin/backup-file.js')
      const { restore } = await import('../../store/admin/restore.js')
      const { report, time } = await interruptible(unrestored, async ({ until }) => {
        const backup = await openBackup(until(source))
        const { migrations, time } = backup.head
        return { report: await withStore(env, (database) => restore(database, backup, progress), migrations), time }
      })
      await print(json, report, [`restored version ${report.version}, of ${time}: ${summary(report)}`])
    })
}

const unwritten = 'Stopped: no backup was written.'
const unrestored = 'Stopped: nothing was restored, and the store is empty still.'

const counted = (rows: number): string => `${rows.toLocaleString('en')} ${rows === 1 ? 'row' : 'rows'}`

const progress: ReportTable = (table, rows) => say(`${table}: ${counted(rows)}`)

function summary({ tables }: BackupReport): string {
  const rows = Object.values(tables)
  return `${counted(rows.reduce((sum, each) => sum + each, 0))} in ${rows.length} tables`
}

async function refuseFolder(file: string, how: string): Promise<void> {
  const found = await stat(file).catch(() => null) // whatever is wrong is told when it is opened
  if (found?.isDirectory()) unusable(file, how, 'it is a folder')
}

function unusable(file: string, how: string, why: string): never {
  throw new Refusal('BAD_USER_INPUT', `The file ${file} cannot be ${how}: ${why}`)
}
