import { total } from '../../domain/codes/codes.js'
import { printed } from '../../domain/numbers/decimal.js'
import type { Change, Observation } from '../../domain/observations/observation.js'
import { type Period, yearBefore } from '../../domain/periods/period.js'
import type { Row } from '../input/row.js'
import { parseShareBase } from '../input/share-base.js'
import { readChanges } from '../sdmx/changes.js'
import type { Layout } from './layout.js'

type Rates = Pick<Observation, 'changes' | 'share' | 'shareOf' | 'shareChange'>

const none: Rates = { changes: [], share: null, shareOf: null, shareChange: null }

/** Returns a function that reads the printed changes and shares of a row, as far as the map names their columns. */
export function ratesReader(
  layout: Layout,
): (row: Row, cells: readonly string[], metric: string | null | undefined, period: Period | null | undefined) => Rates {
  const { names, yoyChange, otherChanges, share, shareOf, shareChange } = layout
  if ([yoyChange, otherChanges, share, shareOf, shareChange].every((at) => at < 0)) return () => none
  return (row, cells, metric, period) => {
    const read = <T>(at: number, parse: (text: string) => T): T | null => {
      const text = cells[at] ?? ''
      return text === '' ? null : (row.readText(names[at] ?? '', text, parse) ?? null)
    }
    const percent = read(yoyChange, printed)
    const yoy = percent && period && read(yoyChange, () => ({ percent, points: null, base: yearBefore(period) }))
    const others = read(otherChanges, readChanges) ?? []
    const found: Change[] = [...(yoy ? [yoy] : []), ...others]
    reportBases(row, names[otherChanges] ?? null, found, period)
    const rates = { share: read(share, printed), shareChange: read(shareChange, printed) }
    const isShare = rates.share !== null || rates.shareChange !== null
    const base = read(shareOf, parseShareBase)
    if (base && !isShare)
      row.report(names[shareOf] ?? null, cells[shareOf] ?? '', 'This row has no share. Leave the cell empty.')
    return {
      ...rates,
      changes: merged(found),
      shareOf: base ?? (isShare && metric ? { metric, category: total } : null),
    }
  }
}

function reportBases(
  row: Row,
  column: string | null,
  changes: readonly Change[],
  period: Period | null | undefined,
): void {
  const seen = new Set<string>()
  for (const { percent, base } of changes) {
    const kind = `${percent === null ? 'points' : 'percent'} ${base.text}`
    if (period && base.last >= period.last)
      row.report(column, base.text, `The base of a change in ${period.text} must be an earlier period.`)
    if (seen.has(kind)) row.report(column, base.text, `There are two changes against ${base.text}. Keep one of them.`)
    seen.add(kind)
  }
}

function merged(changes: readonly Change[]): readonly Change[] {
  const byBase = new Map<string, Change>()
  for (const change of changes) {
    const other = byBase.get(change.base.text)
    byBase.set(
      change.base.text,
      other === undefined
        ? change
        : { ...change, percent: other.percent ?? change.percent, points: other.points ?? change.points },
    )
  }
  return [...byBase.values()]
}
