import type { ChangeQuery, FigureChange } from '../../domain/observations/figure-change.js'
import type { PrintedObservation } from '../../domain/observations/printed.js'
import { seriesKey } from '../../domain/observations/series-key.js'
import { baseOf } from '../../domain/units/unit.js'
import type { Database } from '../database/open.js'
import type { Snapshot } from '../query/metadata-snapshot.js'
import { isReversed, releasesBetween } from '../sql/changes.js'
import { type Extract, openExtract } from './extract.js'

type Change = FigureChange<PrintedObservation>

interface ChangeExtract extends Omit<Extract, 'figures'> {
  readonly rows: number
  changes(): AsyncGenerator<readonly Change[]>
}

export async function openChangeExtract(
  database: Database,
  snapshotOf: () => Promise<Snapshot>,
  query: ChangeQuery,
): Promise<ChangeExtract> {
  const extract = await openExtract(database, snapshotOf, () => [{ query: { changes: query } }], true)
  const { snapshot, extent } = extract
  // Of each change, the figure known later is of a release between the two times.
  const rows = releasesBetween(query, snapshot.releases).reduce((sum, release) => sum + extent.figuresOf(release), 0)
  const changes = () => paired(extract.figures(), isReversed(query))
  return { snapshot, extent, rows, changes, close: () => extract.close() }
}

/** Joins the figures of a series and period, which follow each other in one batch in order of publication. */
async function* paired(
  batches: AsyncIterable<readonly PrintedObservation[]>,
  isReversed: boolean,
): AsyncGenerator<readonly Change[]> {
  for await (const batch of batches) {
    const changes: Change[] = []
    for (let at = 0; at < batch.length; at++) {
      const [first, second] = [batch[at] ?? null, batch[at + 1]]
      const isPair = first !== null && second !== undefined && placeOf(first) === placeOf(second)
      const [earlier, later] = isPair ? [first, second] : [null, first]
      changes.push(isReversed ? { before: later, after: earlier } : { before: earlier, after: later })
      if (isPair) at++
    }
    yield changes
  }
}

const placeOf = (figure: PrintedObservation): string =>
  `${seriesKey({ ...figure, measure: baseOf(figure.unit), frequency: figure.period.frequency })} ${figure.period.text}`
