import type { Block, Range } from '../../domain/history-proof/release-blocks.js'
import type { Prisma } from '../../generated/prisma/client.js'

/**
 * Writes the blocks of the release that a version imports, if any were made while it was read. Blocks of this version and
 * later ones are of another history, which the store has lost, and are removed.
 */
export async function writeBlocks(
  tx: Prisma.TransactionClient,
  version: number,
  blocks: readonly Block[],
): Promise<void> {
  await tx.$executeRaw`DELETE FROM history_block WHERE version >= ${version}`
  for (let from = 0; from < blocks.length; from += atOnce) {
    const some = blocks.slice(from, from + atOnce)
    await tx.$executeRaw`
      INSERT INTO history_block (
        version, block, hash, lines, series, periods, first_source, first_row, first_series, first_period
      )
      SELECT ${version}::int, ${from}::int + n - 1, decode(hash, 'hex'), lines, series::int4multirange, periods::int4range,
        first_source, first_row, first_series, first_period
      FROM unnest(
        ${some.map(({ hash }) => Buffer.from(hash).toString('hex'))}::text[],
        ${some.map(({ lines }) => lines)}::int[], ${some.map(({ series }) => multirange(series))}::text[],
        ${some.map(({ periods }) => range(periods))}::text[],
        ${some.map(({ firstPlace }) => firstPlace.source)}::smallint[], ${some.map(({ firstPlace }) => firstPlace.row)}::int[],
        ${some.map(({ firstSeries }) => firstSeries)}::int[], ${some.map(({ firstPeriod }) => firstPeriod)}::int[]
      ) WITH ORDINALITY
        AS made (hash, lines, series, periods, first_source, first_row, first_series, first_period, n)`
  }
}

const atOnce = 10_000

const range = ([from, to]: Range): string => `[${from},${to})`
const multirange = (ranges: readonly Range[]): string => `{${ranges.map(range).join()}}`
