import { canonicalTimes, printedText } from '../../domain/numbers/decimal.js'
import { type Change, type Observation, yoyOf } from '../../domain/observations/observation.js'
import { unitInfo } from '../../domain/units/unit.js'
import { Prisma } from '../../generated/prisma/client.js'
import type { RareParts } from '../query/rows.js'
import type { Series } from './series-tree.js'

/** The columns that `staging` and `indicator` share: of its series, its period and content, and its place in the files. */
export const rowColumns = Prisma.raw(
  `series_id, metric_id, breakdown_id, category_id, frequency, period, unit, value, scale, qualifier, status, yoy, share,
  share_metric_id, share_category_id, share_change, extra, source, source_row`,
)

/** The rows have ids and are text for COPY: `observations` as in `rowText`, each beside its series in `series`. */
export interface Batch {
  readonly series: readonly Series[]
  readonly observations: readonly string[]
  readonly newSeries: string
  readonly firstNewSeries: number | null
}

export type ShareBaseIds = Readonly<Record<'metric' | 'category', number>>
export type SourceRow = Readonly<Record<'source' | 'row', number>>

/** Returns the columns from `period` on in PostgreSQL's text format. */
export function rowText(observation: Observation, shareBase: ShareBaseIds | null, at: SourceRow | null): string {
  const { exponent } = unitInfo(observation.unit)
  const { value, decimals, share, shareChange } = observation
  const yoy = yoyOf(observation)
  const extra = isPlain(observation, yoy) ? null : extraOf(observation, yoy)
  return [
    observation.period.ordinal,
    observation.unit,
    value === null ? none : canonicalTimes(value, exponent),
    decimals === null ? none : decimals - exponent,
    observation.qualifier,
    observation.status,
    yoy?.percent ? printedText(yoy.percent) : none,
    share === null ? none : printedText(share),
    shareBase?.metric ?? none,
    shareBase?.category ?? none,
    shareChange === null ? none : printedText(shareChange),
    extra === null ? none : escaped(JSON.stringify(extra)),
    at?.source ?? none,
    at?.row ?? none,
  ].join('\t')
}

const none = '\\N'

// JSON escapes tabs and line breaks itself, with backslashes.
const escaped = (json: string): string => json.replaceAll('\\', '\\\\')

const isPlain = ({ flags, note, changes }: Observation, yoy: Change | undefined): boolean =>
  flags === null &&
  note.en === null &&
  note.zh === null &&
  (changes.length === 0 || (changes.length === 1 && changes[0] === yoy && yoy?.points === null))

function extraOf({ flags, note, changes }: Observation, yoy: Change | undefined): RareParts | null {
  const others = changes.flatMap((change): Change[] => {
    if (change !== yoy) return [change]
    return change.points === null ? [] : [{ ...change, percent: null }]
  })
  const texts = others.map(({ percent, points, base }) => ({
    ...(percent !== null && { percent: printedText(percent) }),
    ...(points !== null && { points: printedText(points) }),
    base: base.text,
  }))
  const noted = { ...(note.en !== null && { en: note.en }), ...(note.zh !== null && { zh: note.zh }) }
  const extra: RareParts = {
    ...(flags !== null && { flags }),
    ...((note.en ?? note.zh) !== null && { note: noted }),
    ...(texts.length > 0 && { changes: texts.sort((a, b) => (a.base < b.base ? -1 : a.base > b.base ? 1 : 0)) }),
  }
  return Object.keys(extra).length === 0 ? null : extra
}
