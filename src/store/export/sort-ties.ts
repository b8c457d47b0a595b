import type { PrintedObservation } from '../../domain/observations/printed.js'
import { seriesKey } from '../../domain/observations/series-key.js'
import { baseOf } from '../../domain/units/unit.js'
import type { Snapshot } from '../query/metadata-snapshot.js'
import type { ExportedFigure } from './rows.js'

/**
 * Sorts figures that are equal in the default order by the keys of their series and then by publication, so that the
 * order does not depend on the ids of a store.
 */
export async function* sortTies(
  batches: AsyncIterable<ExportedFigure[]>,
  snapshot: Snapshot,
): AsyncGenerator<ExportedFigure[]> {
  const compare = bySeries(snapshot)
  let held: ExportedFigure[] = [] // the next batch may begin with a tie
  for await (const batch of batches) {
    const all = held.length > 0 ? [...held, ...batch] : batch
    let start = 0
    for (let at = 1; at < all.length; at++) {
      if (isTied(all[at] as ExportedFigure, all[start] as ExportedFigure)) continue
      if (at - start > 1) sortPart(all, start, at, compare)
      start = at
    }
    held = all.slice(start)
    if (start > 0) yield all.slice(0, start)
  }
  if (held.length > 0) yield held.sort(compare)
}

const isTied = (a: ExportedFigure, b: ExportedFigure): boolean =>
  a.categoryId === b.categoryId && a.metric === b.metric && a.period.ordinal === b.period.ordinal

function sortPart<T>(all: T[], from: number, to: number, compare: (a: T, b: T) => number): void {
  all.splice(from, to - from, ...all.slice(from, to).sort(compare))
}

function bySeries({ releases }: Snapshot): (a: PrintedObservation, b: PrintedObservation) => number {
  const places = new Map(releases.map(({ code }, place) => [code, -place]))
  const keyOf = (figure: PrintedObservation): string =>
    seriesKey({ ...figure, measure: baseOf(figure.unit), frequency: figure.period.frequency })
  return (a, b) => {
    const [one, other] = [keyOf(a), keyOf(b)]
    if (one !== other) return one < other ? -1 : 1
    return (places.get(a.release) ?? 0) - (places.get(b.release) ?? 0)
  }
}
