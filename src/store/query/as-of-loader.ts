import DataLoader from 'dataloader'
import { frequencies, frequencyLetter } from '../../domain/periods/period.js'
import { Prisma } from '../../generated/prisma/client.js'
import type { Pace } from '../../lib/pace.js'
import type { Rows } from './findings.js'
import type { Snapshot } from './metadata-snapshot.js'
import { columns, type Indicator, type Row, toIndicator } from './rows.js'

const { sql } = Prisma

/** How much is loaded by one statement: what waits for it goes on in one go. */
export const mostLoaded = 1000

/** What is wanted: a quantity over some days, as it was known at a time; `at` null is now. */
export interface Wanted {
  /** A series' key without its frequency: TRADE|TOTAL:ALL|CNY. */
  readonly quantity: string
  /** Of a period: those of the same days have the same. */
  readonly ordinal: number
  readonly at: Date | null
}

/** The figures that were known of a quantity, at most one of each frequency, in the order of these. */
export type AsOfLoader = DataLoader<Wanted, readonly Indicator[], string>

/** Finds what was known; all that is asked for at once takes one statement. */
export const knownFigures = (rows: Rows, snapshot: Snapshot, pace: Pace): AsOfLoader =>
  new DataLoader<Wanted, readonly Indicator[], string>(
    async (wanted) => {
      const quantities = [...new Set(wanted.map(({ quantity }) => quantity))]
      const places = new Map(quantities.map((quantity, place) => [quantity, place]))
      const keys = quantities.flatMap((quantity) => frequencies.map((each) => `${quantity}|${frequencyLetter[each]}`))
      const found = await rows<Row & { place: number }>(sql`
        SELECT w.place::int, ${columns}
        FROM unnest(${wanted.map(({ quantity }) => places.get(quantity) ?? 0)}::int[], ${wanted.map(({ ordinal }) => ordinal)}::int[],
          ${wanted.map(({ at }) => at)}::timestamptz[]) WITH ORDINALITY AS w(quantity, period, at, place)
        JOIN (
          SELECT s.id, s.key, (k.n - 1) / ${frequencies.length}::int AS quantity
          FROM unnest(${keys}::text[]) WITH ORDINALITY AS k(key, n) JOIN series s ON s.key = k.key
        ) s ON s.quantity = w.quantity
        JOIN indicator i ON i.series_id = s.id AND i.period = w.period
          AND CASE WHEN w.at IS NULL THEN i.known_to IS NULL
            ELSE i.known_from <= w.at AND (i.known_to IS NULL OR i.known_to > w.at) END`)
      const figures = wanted.map((): Indicator[] => [])
      for (const row of found) figures[row.place - 1]?.push(toIndicator(row, snapshot))
      return figures.map((each) => each.sort((a, b) => rank(a) - rank(b)))
    },
    {
      maxBatchSize: mostLoaded,
      batchScheduleFn: pace.whenIdle,
      cacheKeyFn: ({ quantity, ordinal, at }) => `${quantity} ${ordinal} ${at?.getTime() ?? ''}`,
    },
  )

const rank = ({ period }: Indicator): number => frequencies.indexOf(period.frequency)
