import { excerpt } from '../../domain/input-bounds.js'
import type { ObservationStatus } from '../../domain/observations/observation.js'
import { refuse } from '../../errors.js'
import type { Marks } from './map.js'

const valueless: readonly (ObservationStatus | null)[] = ['CONFIDENTIAL', 'NOT_APPLICABLE']

/** The statuses that a flag may have, in the order in which those of several flags apply. */
export const statusesOfFlags: readonly (ObservationStatus | null)[] = [
  ...valueless,
  'BREAK',
  'ESTIMATED',
  'PRELIMINARY',
  'REVISED',
]

/** Separates flags like "b p" and "bp". Refuses a flag that the map does not have. */
export function flagsIn(text: string, marks: Marks = {}): string[] {
  return text.split(/[\s,]+/).flatMap((part) => {
    if (part === '') return []
    const flags = Object.hasOwn(marks, part) ? [part] : [...part]
    const unknown = flags.find((flag) => !Object.hasOwn(marks, flag))
    return unknown === undefined
      ? flags
      : refuse(`"${excerpt(unknown)}" is none of the "marks" of the map. Add it, with its status or null.`)
  })
}

export function statusOf(flags: readonly string[], marks: Marks = {}, hasValue: boolean): ObservationStatus | null {
  const found = flags
    .map((flag) => marks[flag] ?? null)
    .sort((a, b) => statusesOfFlags.indexOf(a) - statusesOfFlags.indexOf(b))
  const [status = null] = found.filter((each) => each !== null && (hasValue || valueless.includes(each)))
  if (hasValue && valueless.includes(status))
    return refuse(`This figure has a value and a flag that means ${status}. Remove one of them.`)
  return status
}
