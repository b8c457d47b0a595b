import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Logger } from 'pino'
import type { Figure, ReleaseHead } from '../domain/indicator.js'
import { readCodeLists } from '../readers/codes.js'
import { csv } from '../readers/csv.js'
import { change } from '../store/change.js'
import { writeCodeLists } from '../store/codelists.js'
import { ingest } from '../store/ingest.js'
import type { Database } from '../store/open.js'

const folder = new URL('../../prisma/seed/', import.meta.url)

type Shipped = ReleaseHead & { readonly file: string }

/**
 * Puts the shipped code lists and releases into an empty store. A start that was cut off is gone on with by the next
 * one; a store that has been filled is left alone. Several servers may do it at once.
 */
export async function seedStore(database: Database, log: Pick<Logger, 'info'>): Promise<void> {
  if (!(await begin(database))) return
  const releases = JSON.parse(await readFile(new URL('releases.json', folder), 'utf8')) as Shipped[]
  for (const { file, ...head } of releases) {
    const bytes = await readFile(new URL(file, folder))
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const { added } = await ingest(database, head, figures(bytes, file, head), { sha256 })
    log.info({ release: head.code, added }, 'filled the store')
  }
  await database.prisma.storeState.update({ where: { id: 1 }, data: { seeding: false } })
}

/** Whether there is something to fill; marks the store as being filled in the transaction that gives it its codes. */
function begin(database: Database): Promise<boolean> {
  return change(database, async (tx) => {
    const { seeding } = await tx.storeState.findUniqueOrThrow({ where: { id: 1 } })
    if (seeding) return { changed: false, result: true }
    if ((await tx.release.count()) > 0) return { changed: false, result: false }
    await writeCodeLists(tx, await shippedCodeLists())
    await tx.storeState.update({ where: { id: 1 }, data: { seeding: true } })
    return { changed: true, result: true }
  })
}

async function shippedCodeLists() {
  const read = (name: string): Promise<string> => readFile(new URL(`${name}.csv`, folder), 'utf8')
  const [dimensions, metrics, categories] = await Promise.all(['dimensions', 'metrics', 'categories'].map(read))
  return readCodeLists({ dimensions: dimensions ?? '', metrics: metrics ?? '', categories: categories ?? '' })
}

async function* figures(bytes: Uint8Array, file: string, { stage }: ReleaseHead): AsyncGenerator<Figure> {
  const stream = (async function* () {
    yield bytes
  })()
  for await (const { figure, problems } of csv(stream, { file, stage })) {
    if (figure === undefined) throw new Error(`a shipped file cannot be read: ${JSON.stringify(problems)}`)
    yield figure
  }
}
