import { unknownRelease } from '../../domain/codes/unknown-release.js'
import { blockLines, findFigure } from '../../domain/history-proof/figure-line.js'
import type { FigureName, FigureProof } from '../../domain/history-proof/figure-proof.js'
import { type Hash, hashLeaf, MerkleTree } from '../../domain/history-proof/merkle.js'
import { noPlace, type Place, type Range } from '../../domain/history-proof/release-blocks.js'
import { isPeriodOf } from '../../domain/observations/series-key.js'
import { parsePeriod } from '../../domain/periods/period.js'
import { Refusal } from '../../errors.js'
import { Prisma } from '../../generated/prisma/client.js'
import type { Release } from '../query/metadata-snapshot.js'
import type { View } from '../query/view.js'
import { inOrder, linesOf, type Part } from './figure-lines.js'

const { sql } = Prisma

interface Block {
  readonly hash: Hash
  /** The series of its lines, if it may have the line that is looked for. */
  readonly series: readonly number[] | null
  readonly periods: Range
  readonly from: Place
  readonly firstSeries: number
  readonly firstPeriod: number
  readonly to: Place
}

interface PlacedLine extends Place {
  readonly series: number
  readonly period: number
  readonly line: string
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
  const figure = await readFigure(view, release, name)
  if (figure === null)
    throw new Refusal('NOT_FOUND', `${name.release} printed no figure of ${name.series} for ${name.period}.`)
  const blocks = await readBlocks(view, version, figure)
  for (const [block, { hash, series, ...each }] of blocks.entries()) {
    if (series === null) continue
    const lines = ofBlock(await readLines(view, release, { ...each, series }), each)
    if (Buffer.compare(hashLeaf(lines), hash) !== 0) break
    if (findFigure(lines, name.series, name.period) === null) continue
    const blockPath = new MerkleTree(blocks.map(({ hash }) => hash)).inclusionProof(block)
    return { version, leaf: leaf.content, lines, block, blockPath }
  }
  throw new Refusal(
    'CONFLICT',
    `The figures of ${name.release} in this store are not those that were signed: the block of ${name.series} differs.`,
  )
}

async function readFigure(view: View, release: Release, name: FigureName): Promise<PlacedLine | null> {
  const series = await view.series(name.series)
  if (series === null || !isPeriodOf(name.series, name.period)) return null
  const { ordinal } = parsePeriod(name.period)
  const [figure] = await readLines(view, release, { series: [series.id], periods: [ordinal, ordinal + 1] })
  return figure ?? null
}

export const notMade = (version: number): Refusal =>
  new Refusal('UNAVAILABLE', `Version ${version} of the store is not signed yet. Try again in a moment.`)

/** Reads the blocks of a version. Those that a line may be in are few: all begin in its row, but for one. */
async function readBlocks(view: View, version: number, { series, period, source, row }: PlacedLine): Promise<Block[]> {
  const rows = await view.rows<Omit<Block, 'periods' | 'from' | 'to'> & { readonly numbers: readonly number[] }>(sql`
    SELECT hash, first_series AS "firstSeries", first_period AS "firstPeriod",
      ARRAY[lower(periods), upper(periods), first_source, first_row, next_source, next_row] AS numbers,
      CASE WHEN series @> ${series}::int AND periods @> ${period}::int
        AND (${source}::int, ${row}::int) BETWEEN (first_source, first_row) AND (next_source, next_row)
      THEN (
        SELECT array_agg(id) FROM unnest(series) r CROSS JOIN LATERAL generate_series(lower(r), upper(r) - 1) id
      ) END AS series
    FROM (
      SELECT *, lead(first_source, 1, ${noPlace.source}::smallint) OVER (ORDER BY block) AS next_source,
        lead(first_row, 1, ${noPlace.row}::int) OVER (ORDER BY block) AS next_row
      FROM history_block WHERE version = ${version}
    ) blocks ORDER BY block`)
  return rows.map(({ numbers, ...block }) => {
    const [first = 0, end = 0, ...places] = numbers
    const [source = 0, row = 0, nextSource = 0, nextRow = 0] = places
    return { ...block, periods: [first, end], from: { source, row }, to: { source: nextSource, row: nextRow } }
  })
}

function readLines(view: View, { id, version }: Release, part: Part): Promise<PlacedLine[]> {
  const { codes, firstVersion } = view.snapshot
  const at = Math.max(version, firstVersion)
  const lines = linesOf({ releaseId: id, version: at, units: codes.units, part })
  return view.rows<PlacedLine>(sql`
    SELECT series_id AS series, period, source, source_row AS "row", line FROM (${lines}) lines ORDER BY ${inOrder}`)
}

/** Returns the lines of a block, without those of its first and last row that belong to the blocks before and after it. */
function ofBlock(lines: readonly PlacedLine[], { firstSeries, firstPeriod }: Omit<Block, 'hash' | 'series'>): string {
  const from = lines.findIndex(({ series, period }) => series === firstSeries && period === firstPeriod)
  if (from < 0) return ''
  return lines
    .slice(from, from + blockLines)
    .map(({ line }) => line)
    .join('')
}
