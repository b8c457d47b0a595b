import { textBounds } from '../../domain/input-bounds.js'
import type { ObservationStatus } from '../../domain/observations/observation.js'
import { refuse } from '../../errors.js'
import { memoizeByText } from '../../lib/memo.js'
import { preview } from '../input/messages.js'

/**
 * The statuses of SDMX's CL_OBS_STATUS 2.2 (capitals) and of Eurostat's flags (small letters, including those from before
 * 2025), in the order of precedence that SDMX recommends. Codes without a corresponding status are NORMAL and remain in
 * the flags of the observation.
 */
const table: readonly (readonly [codes: string, status: ObservationStatus])[] = [
  ['B b', 'BREAK'],
  ['c', 'CONFIDENTIAL'],
  ['O :', 'MISSING'], // for any reason
  ['M m', 'MISSING'], // defined as "data cannot exist", but offices use it for any missing value
  ['z', 'NOT_APPLICABLE'],
  ['L H', 'MISSING'], // not collected; holiday or weekend
  ['Q', 'CONFIDENTIAL'], // suppressed
  ['J S', 'NORMAL'], // derogation; strike and other special events
  ['D d', 'NORMAL'], // definition differs
  ['K W', 'NORMAL'], // included in another category; includes another category
  ['I i s', 'ESTIMATED'], // imputed; s is an estimate by Eurostat
  ['F f', 'ESTIMATED'], // forecast
  ['E e', 'ESTIMATED'],
  ['P p', 'PRELIMINARY'],
  ['r', 'REVISED'],
  ['N n', 'NORMAL'], // not significant
  ['U u', 'NORMAL'], // low reliability
  ['V', 'PRELIMINARY'], // unvalidated
  ['G', 'PRELIMINARY'], // experimental
  ['A', 'NORMAL'],
]

interface Flag {
  readonly code: string
  readonly status: ObservationStatus
  readonly weight: number
}

const listed: readonly Flag[] = table.flatMap(([codes, status], weight) =>
  codes.split(' ').map((code) => ({ code, status, weight })),
)

export const statusOfFlag = (code: string): ObservationStatus | undefined =>
  listed.find((flag) => flag.code === code)?.status

const withoutValue: ReadonlySet<ObservationStatus> = new Set(['MISSING', 'NOT_APPLICABLE', 'NIL'])

/**
 * Returns a function that converts flags to a status, null for an empty cell. Flags are one code, several codes separated
 * by spaces, or adjacent letters ("bep"). `codes` of the map take precedence. Without a value, flags that say so count,
 * and others only beside a change or share. Refuses unknown codes, flags of a missing value next to a value, and
 * confidential values.
 */
export function statusReader(
  codes: Readonly<Record<string, ObservationStatus>> = {},
): (text: string, content: 'value' | 'rates' | 'nothing') => ObservationStatus | null {
  const ofMap = Object.entries(codes).map(([code, status]): Flag => ({ code, status, weight: -1 }))
  const flags = new Map([...listed, ...ofMap].map((flag) => [flag.code, flag]))

  const flagsOf = memoizeByText((text): readonly Flag[] => {
    const found = text.split(/\s+/).flatMap((part) => {
      if (part === '') return []
      const whole = flags.get(part)
      const letters = whole ? [whole] : [...part].map((letter) => flags.get(letter))
      return letters.every((each) => each !== undefined) ? letters : refuse(unknown(part))
    })
    return found.sort((a, b) => a.weight - b.weight)
  }, 1000)

  return (text, content) => {
    if (text.length > textBounds.flags.most)
      return refuse(`The flags have ${text.length} characters, and ${textBounds.flags.most} are allowed.`)
    const found = flagsOf(text)
    if (content !== 'value') {
      const missing = found.find(({ status }) => status === 'CONFIDENTIAL' || withoutValue.has(status))
      return (missing ?? (content === 'rates' ? found[0] : undefined))?.status ?? null
    }
    for (const { code, status } of found) {
      if (status === 'CONFIDENTIAL') refuse(confidential(code))
      if (withoutValue.has(status))
        refuse(
          `"${code}" marks a missing value, and there is a value. Remove one of them, or define the flag in the map.`,
        )
    }
    return found[0]?.status ?? null
  }
}

export const confidential = (code: string): string =>
  `${preview(code)} marks this value as confidential. Remove it, or state in the map that the code allows publication.`

const unknown = (code: string): string =>
  `${preview(code)} is neither an SDMX observation status nor a flag of Eurostat. Define it in the map, as {"status": {"codes": {${preview(code)}: "MISSING"}}}.`
