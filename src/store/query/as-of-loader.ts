import DataLoader from 'dataloader'
import { frequencies, frequencyLetter } from '../../domain/periods/period.js'
import { Prisma } from '../../generated/prisma/client.js'
import type { Pace } from '../../lib/pace.js'
import { validAt } from '../sql/validity.js'
import type { BlockReader } from './columns/blocks.js'
import { knownOfBlocks } from './columns/known.js'
import { columns, type Indicator, type PlacedRow, toIndicator } from './rows.js'

const { sql } = Prisma

export const batchSize = 1000

interface AsOfKey {
  /** The key of a series without its frequency: TRADE|TOTAL:ALL|CNY. */
  readonly quantity: string
  readonly ordinal: number
  readonly at: Date | null
}

/** Loads the figures that were known of a quantity at an instant: at most one of each frequency, in their order. */
export type AsOfLoader = DataLoader<AsOfKey, readonly Indicator[], string>

export const createAsOfLoader = (view: BlockReader, pace: Pace): AsOfLoader =>
  new DataLoader(
    async (wanted) => {
      const { rows, snapshot } = view
      const inMemory = await knownOfBlocks(view, wanted)
      if (inMemory !== null) return inMemory.map((each) => each.map((row) => toIndicator(row, snapshot)))
      const quantities = [...new Set(wanted.map(({ quantity }) => quantity))]
      const places = new Map(quantities.map((quantity, place) => [quantity, place]))
      const keys = quantities.flatMap((quantity) => frequencies.map((each) => `${quantity}|${frequencyLetter[each]}`))
      const found = await rows<PlacedRow>(sql`
        SELECT w.place::int, ${columns}
        FROM unnest(${wanted.map(({ quantity }) => places.get(quantity) ?? 0)}::int[], ${wanted.map(({ ordinal }) => ordinal)}::int[],
          ${wanted.map(({ at }) => at)}::timestamptz[]) WITH ORDINALITY AS w(quantity, period, at, place)
        JOIN (
          SELECT s.id, s.key, (k.n - 1) / ${frequencies.length}::int AS quantity
          FROM unnest(${keys}::text[]) WITH ORDINALITY AS k(key, n) JOIN series s ON s.key = k.key
        ) s ON s.quantity = w.quantity
        JOIN indicator i ON i.series_id = s.id AND i.period = w.period
          AND CASE WHEN w.at IS NULL THEN i.known_to IS NULL
            ELSE i.known_from <= w.at AND (i.known_to IS NULL OR i.known_to > w.at) END
          AND ${validAt(snapshot.version)}`)
      const figures = wanted.map((): Indicator[] => [])
      for (const row of found) figures[row.place - 1]?.push(toIndicator(row, snapshot))
      return figures.map((each) => each.sort((a, b) => rank(a) - rank(b)))
    },
    {
      maxBatchSize: batchSize,
      batchScheduleFn: pace.whenIdle,
      cacheKeyFn: ({ quantity, ordinal, at }) => `${quantity} ${ordinal} ${at?.getTime() ?? ''}`,
    },
  )

const rank = ({ period }: Indicator): number => frequencies.indexOf(period.frequency)
