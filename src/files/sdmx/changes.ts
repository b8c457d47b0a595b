import { excerpt } from '../../domain/input-bounds.js'
import { printed } from '../../domain/numbers/decimal.js'
import { type Change, yoyOf } from '../../domain/observations/observation.js'
import type { PrintedChange } from '../../domain/observations/printed.js'
import type { Period } from '../../domain/periods/period.js'
import { refuse } from '../../errors.js'
import { periodFrom, timePeriod } from './time-period.js'

/** Writes the changes of a figure but the percentage on a year before: "5.3% on 2014; 0.2pp on 2013". */
export function otherChanges(figure: { readonly changes: readonly PrintedChange[]; readonly period: Period }): string {
  const yoy = yoyOf(figure)
  return figure.changes
    .flatMap((change) => {
      const on = timePeriod(change.base)
      const percent = change === yoy || change.percent === null ? [] : [`${change.percent}% on ${on}`]
      return change.points === null ? percent : [...percent, `${change.points}pp on ${on}`]
    })
    .join('; ')
}

export const readChanges = (text: string): readonly Change[] => text.split(/; ?/).map(readChange)

function readChange(text: string): Change {
  const [, number, kind, base] = /^(\S+?)(%|pp) on (\S+)$/.exec(text) ?? []
  if (number === undefined || base === undefined)
    return refuse(`"${excerpt(text)}" is not a change with its base: write 5.3% on 2014; 0.2pp on 2013.`)
  const value = printed(number)
  const [percent, points] = kind === '%' ? [value, null] : [null, value]
  return { percent, points, base: periodFrom(base) }
}
