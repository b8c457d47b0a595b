import { onTestFinished } from 'vitest'
import type { Observation } from '../../src/domain/observations/observation.js'
import { recordHead } from '../../src/store/history/heads.js'
import { ingest } from '../../src/store/ingest/ingest.js'
import type { Item } from '../../src/store/ingest/item.js'
import { head, prepareForGenerated } from '../figures.js'
import { openTestStore, type TestStore } from '../support.js'

const sourceOf = (file: string) => ({ file, value: null, change: null, share: null })

/** Figures in rows of some files, a few in each, in the order of the rows and in any order within one. */
export async function* inRows(figures: readonly Observation[], perRow: number, files = 2): AsyncGenerator<Item> {
  const sources = Array.from({ length: files }, (_, n) => sourceOf(`${n}.csv`))
  const ofFile = Math.ceil(figures.length / files)
  for (const [at, observation] of figures.entries()) {
    const row = 2 + Math.floor((at % ofFile) / perRow)
    yield { observation, row, source: sources[Math.floor(at / ofFile)] ?? null }
  }
}

export async function* withoutPlaces(figures: readonly Observation[]): AsyncGenerator<Item> {
  for (const observation of figures) yield { observation, row: null, source: null }
}

export async function* backwards(figures: readonly Observation[]): AsyncGenerator<Item> {
  const source = sourceOf('one.csv')
  for (const [at, observation] of figures.entries()) yield { observation, row: figures.length - at, source }
}

/** A store with a history that was signed before. */
export async function signedStore(): Promise<TestStore> {
  const opened = await openTestStore()
  onTestFinished(() => opened.close())
  await prepareForGenerated(opened.database)
  await recordHead(opened.database, { origin: 'test', size: 1, root: Buffer.alloc(32) })
  return opened
}

let day = 0
export const take = ({ database }: TestStore, items: AsyncIterable<Item>) => {
  day += 1
  const publishedAt = new Date(Date.UTC(2025, 0, day)).toISOString()
  return ingest(database, head({ code: `R-${day}`, publishedAt }), items, { acceptFindings: true })
}
