import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { Logger } from 'pino'
import type { ReleaseMetadata } from '../domain/observations/observation.js'
import { readCodeLists } from '../files/code-lists/reader.js'
import { importRelease } from '../import/importer.js'
import { writeCodeLists } from '../store/admin/code-lists.js'
import { change } from '../store/database/change.js'
import type { Database } from '../store/database/open.js'

const folder = new URL('../../prisma/seed/', import.meta.url)

/** Returns whether the store has no code lists, was left by a process that stopped while seeding, or needs no seeding. */
export async function seedState(
  client: Pick<Database['prisma'], 'storeState' | 'metric' | 'dimension'>,
): Promise<'empty' | 'interrupted' | 'done'> {
  const { seeding } = await client.storeState.findUniqueOrThrow({ where: { id: 1 } })
  if (seeding) return 'interrupted'
  return (await client.metric.count()) + (await client.dimension.count()) === 0 ? 'empty' : 'done'
}

/**
 * Imports the shipped code lists and releases into a store without code lists, or resumes after an earlier process. Several
 * processes may do so concurrently.
 */
export async function seedStore(database: Database, log: Logger): Promise<void> {
  if (!(await begin(database))) return
  const releases: (ReleaseMetadata & { file: string })[] = JSON.parse(await text('releases.json'))
  log.info({ releases: releases.length }, 'importing the shipped releases')
  for (const { file, ...head } of releases) {
    const files = [{ name: file, bytes: createReadStream(new URL(file, folder)) }]
    const request = { head, files, format: 'CSV', map: null, period: null, encoding: null } as const
    const { accepted, findings, ...report } = await importRelease(database, request)
    if (!accepted) throw new Error(findings.map(({ row, message }) => `${file}, row ${row}: ${message}`).join('\n'))
    log.info({ ...report, findings: findings.length }, 'imported a release')
  }
  await database.prisma.storeState.update({ where: { id: 1 }, data: { seeding: false } })
}

function begin(database: Database): Promise<boolean> {
  return change(database, async (tx) => {
    const state = await seedState(tx)
    if (state !== 'empty') return { changed: false, result: state === 'interrupted' }
    const lists = {
      dimensions: await text('dimensions.csv'),
      metrics: await text('metrics.csv'),
      categories: await text('categories.csv'),
    }
    await writeCodeLists(tx, readCodeLists(lists))
    await tx.storeState.update({ where: { id: 1 }, data: { seeding: true } })
    return { changed: true, result: true }
  })
}

const text = (name: string): Promise<string> => readFile(new URL(name, folder), 'utf8')
