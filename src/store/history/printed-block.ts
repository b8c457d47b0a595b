import { unknownRelease } from '../../domain/codes/unknown-release.js'
import { blockLines, findFigure } from '../../domain/history-proof/figure-line.js'
import type { FigureName, FigureProof } from '../../domain/history-proof/figure-proof.js'
import { type Hash, hashLeaf, MerkleTree } from '../../domain/history-proof/merkle.js'
import { Refusal } from '../../errors.js'
import { Prisma } from '../../generated/prisma/client.js'
import type { Release } from '../query/metadata-snapshot.js'
import type { View } from '../query/view.js'
import { linesInOrder } from './figure-lines.js'

const { sql } = Prisma

interface Block {
  readonly hash: Hash
  /** The series of its lines, if the one that is looked for is among them. */
  readonly series: readonly number[] | null
  readonly firstSeries: number
  readonly firstPeriod: number
}

type PartOfProof = Pick<FigureProof, 'lines' | 'block' | 'blockPath' | 'leaf'> & { readonly version: number }

/**
 * Reads the block of a figure, and what leads from it to the leaf of its version. Throws NOT_FOUND if the release did not
 * print the figure, UNAVAILABLE while the leaf is not made, and CONFLICT if the store has other figures than were signed.
 */
export async function readPrintedBlock(view: View, name: FigureName): Promise<PartOfProof> {
  const { snapshot } = view
  const release = snapshot.releases.find(({ code }) => code === name.release)
  if (release === undefined) throw unknownRelease(name.release, snapshot.releaseIds.keys(), 'NOT_FOUND')
  const { version, stamp } = release
  const [leaf] = await view.rows<{ content: string }>(
    sql`SELECT content FROM history_leaf WHERE version = ${version} AND stamp = ${stamp}::uuid`,
  )
  if (leaf === undefined) throw notMade(version)
  const series = await view.series(name.series)
  const blocks = series === null ? [] : await readBlocks(view, version, series.id)
  for (const [block, each] of blocks.entries()) {
    if (each.series === null) continue
    const lines = await readLines(view, release, each.series, each)
    if (Buffer.compare(hashLeaf(lines), each.hash) !== 0)
      throw new Refusal(
        'CONFLICT',
        `The figures of ${name.release} in this store are not those that were signed: the block of ${name.series} differs.`,
      )
    if (findFigure(lines, name.series, name.period) === null) continue
    const blockPath = new MerkleTree(blocks.map(({ hash }) => hash)).inclusionProof(block)
    return { version, leaf: leaf.content, lines, block, blockPath }
  }
  throw new Refusal('NOT_FOUND', `${name.release} printed no figure of ${name.series} for ${name.period}.`)
}

export const notMade = (version: number): Refusal =>
  new Refusal('UNAVAILABLE', `Version ${version} of the store is not signed yet. Try again in a moment.`)

const readBlocks = (view: View, version: number, seriesId: number): Promise<Block[]> =>
  view.rows<Block>(sql`
    SELECT hash, first_series AS "firstSeries", first_period AS "firstPeriod", CASE WHEN series @> ${seriesId}::int THEN (
      SELECT array_agg(id) FROM unnest(series) r CROSS JOIN LATERAL generate_series(lower(r), upper(r) - 1) id
    ) END AS series
    FROM history_block WHERE version = ${version} ORDER BY block`)

/** Returns the lines of a block: those of its series, without those that belong to the blocks before and after it. */
async function readLines(
  view: View,
  release: Release,
  series: readonly number[],
  { firstSeries, firstPeriod }: Block,
): Promise<string> {
  const { codes, firstVersion } = view.snapshot
  const version = Math.max(release.version, firstVersion)
  const rows = await view.rows<{ series_id: number; period: number; line: string }>(
    linesInOrder({ releaseId: release.id, version, units: codes.units, series }),
  )
  const from = rows.findIndex(({ series_id, period }) => series_id === firstSeries && period === firstPeriod)
  if (from < 0) return ''
  return rows
    .slice(from, from + blockLines)
    .map(({ line }) => line)
    .join('')
}
