import type { ChangeQuery, FigureChange } from '../../domain/observations/figure-change.js'
import type { PrintedObservation } from '../../domain/observations/printed.js'
import { seriesKey } from '../../domain/observations/series-key.js'
import { baseOf } from '../../domain/units/unit.js'
import type { Database } from '../database/open.js'
import { countChanges } from '../query/changes.js'
import type { View } from '../query/view.js'
import { isReversed } from '../sql/changes.js'
import { type Extract, openExtract } from './extract.js'
import type { ExportedFigure } from './rows.js'

type Change = FigureChange<PrintedObservation>

interface ChangeExtract extends Omit<Extract, 'figures'> {
  readonly rows: number
  changes(): AsyncGenerator<readonly Change[]>
}

export async function openChangeExtract(
  database: Database,
  view: View,
  query: ChangeQuery,
  signal: AbortSignal | null,
): Promise<ChangeExtract> {
  const { snapshot } = view
  const rows = await countChanges(view, query)
  const { extent, ...extract } = await openExtract(database, snapshot, [{ query: { changes: query } }], true, signal)
  const changes = () => paired(extract.figures(), isReversed(query))
  return { snapshot, extent, rows, changes, close: () => extract.close() }
}

async function* paired(
  batches: AsyncIterable<readonly ExportedFigure[]>,
  isReversed: boolean,
): AsyncGenerator<readonly Change[]> {
  for await (const batch of batches) {
    const changes: Change[] = []
    for (let at = 0; at < batch.length; at++) {
      const [first, second] = [batch[at], batch[at + 1]]
      if (first === undefined) throw new Error('A batch of figures has a gap.')
      const isPair = second !== undefined && placeOf(first) === placeOf(second)
      const figures = isPair ? [first, second] : [first]
      const earlier = figures.find((each) => !each.isLater) ?? null
      const later = figures.find((each) => each.isLater) ?? null
      changes.push(isReversed ? { before: later, after: earlier } : { before: earlier, after: later })
      if (isPair) at++
    }
    yield changes
  }
}

const placeOf = (figure: PrintedObservation): string =>
  `${seriesKey({ ...figure, measure: baseOf(figure.unit), frequency: figure.period.frequency })} ${figure.period.text}`
