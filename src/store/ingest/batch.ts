import { canonicalTimes, printedText } from '../../domain/numbers/decimal.js'
import { type Change, type Observation, yoyOf } from '../../domain/observations/observation.js'
import { type Unit, unitInfo } from '../../domain/units/unit.js'
import { Prisma } from '../../generated/prisma/client.js'
import { jsonbText } from '../../lib/jsonb-text.js'
import { memoizeByText } from '../../lib/memo.js'
import type { RareParts } from '../query/rows.js'
import type { Series } from './series-tree.js'

export const rowColumns = Prisma.raw(
  `series_id, metric_id, breakdown_id, category_id, frequency, period, unit, value, scale, qualifier, status, yoy, share,
  share_change, extra, share_metric_id, share_category_id, source, source_row`,
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

/** Returns the columns from `period` to `extra` in PostgreSQL's text format. */
export function contentText(observation: Observation): string {
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
    shareChange === null ? none : printedText(shareChange),
    extra === null ? none : escaped(jsonbText(extra)),
  ].join('\t')
}

export const rowText = (content: string, shareBase: ShareBaseIds | null, at: SourceRow | null): string =>
  `${content}\t${shareBase?.metric ?? none}\t${shareBase?.category ?? none}\t${at?.source ?? none}\t${at?.row ?? none}`

/** Returns the end of the line that is signed (domain/history-proof/figure-line.ts), behind the key and the content. */
export const lineEnd = (unit: Unit, shareOf: string | null): string =>
  shareOf === null ? plainEnd(unit) : `\t${unitInfo(unit).exponent}\t${shareOf}\n`

const none = '\\N'
const plainEnd = memoizeByText((unit) => `\t${unitInfo(unit as Unit).exponent}\t${none}\n`)

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
