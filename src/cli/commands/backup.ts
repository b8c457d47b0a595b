import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { PassThrough } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Command } from 'commander'
import type { BackupReport, ReportTable } from '../../store/admin/backup.js'
import type { Database } from '../../store/database/open.js'
import { usageError } from '../lib/exit.js'
import { stagingOf } from '../lib/files.js'
import { interruptible } from '../lib/interrupt.js'
import { asJson, print, say } from '../lib/output.js'
import { withStore } from '../lib/store.js'

export function backupCommand(env: NodeJS.ProcessEnv): Command {
  return new Command('backup')
    .description(
      'Write the whole store to one file: figures, their history, findings, code lists and hashes of API keys. The keys remain valid for a restored store, so protect the file like the store.',
    )
    .argument('<file>', 'the output file; an existing file is replaced when the backup is complete')
    .option(...asJson)
    .action(async (file: string, { json = false }: { json?: boolean }) => {
      await refuseFolder(file, 'written')
      const { path, flush, commit, discard } = await stagingOf(file)
      const into = createWriteStream(path, { mode: 0o600, flush })
      await once(into, 'ready').catch((error) => unusable(path, 'written', error.message))
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
        await commit()
        await print(json, report, [`backed up version ${report.version}: ${summary(report)}`])
      } catch (error) {
        into.destroy()
        await discard()
        throw error
      }
    })
}

export function restoreCommand(env: NodeJS.ProcessEnv): Command {
  return new Command('restore')
    .description(
      'Restore a backup, including API keys, into an empty store. A backup is restored completely or not at all. An embedded store can be restored into PostgreSQL 15 or newer, and vice versa.',
    )
    .argument('<file>', 'a file written by "indicators backup"')
    .option(...asJson)
    .action(async (file: string, { json = false }: { json?: boolean }) => {
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

const unwritten = 'Stopped. No backup was written.'
const unrestored = 'Stopped. Nothing was restored, and the store is still empty.'

const counted = (rows: number): string => `${rows.toLocaleString('en')} ${rows === 1 ? 'row' : 'rows'}`

const progress: ReportTable = (table, rows) => say(`${table}: ${counted(rows)}`)

function summary({ tables }: BackupReport): string {
  const rows = Object.values(tables)
  return `${counted(rows.reduce((sum, each) => sum + each, 0))} in ${rows.length} tables`
}

async function refuseFolder(file: string, how: string): Promise<void> {
  const found = await stat(file).catch(() => null) // opening the file reports other faults
  if (found?.isDirectory()) unusable(file, how, 'it is a folder')
}

function unusable(file: string, how: string, why: string): never {
  throw usageError(`The file ${file} cannot be ${how}: ${why}.`)
}
