import type { Block, IdRange } from '../../domain/history-proof/release-blocks.js'
import type { Prisma } from '../../generated/prisma/client.js'

/**
 * Writes the blocks of the release that a version imports, if they were made while it was read. Blocks of later versions
 * are of another history, which the store has lost, and are removed.
 */
export async function writeBlocks(
  tx: Prisma.TransactionClient,
  version: number,
  blocks: readonly Block[] | null,
): Promise<void> {
  await tx.$executeRaw`DELETE FROM history_block WHERE version >= ${version}`
  for (let from = 0; from < (blocks?.length ?? 0); from += atOnce) {
    const some = (blocks ?? []).slice(from, from + atOnce)
    await tx.$executeRaw`
      INSERT INTO history_block (version, block, hash, lines, series, first_series, first_period)
      SELECT ${version}::int, ${from}::int + n - 1, decode(hash, 'hex'), lines, series::int4multirange, first_series, first_period
      FROM unnest(
        ${some.map(({ hash }) => Buffer.from(hash).toString('hex'))}::text[],
        ${some.map(({ lines }) => lines)}::int[], ${some.map(({ series }) => multirange(series))}::text[],
        ${some.map(({ firstSeries }) => firstSeries)}::int[], ${some.map(({ firstPeriod }) => firstPeriod)}::int[]
      ) WITH ORDINALITY AS made (hash, lines, series, first_series, first_period, n)`
  }
}

const atOnce = 10_000

const multirange = (ranges: readonly IdRange[]): string => `{${ranges.map(([from, to]) => `[${from},${to})`).join()}}`
