import { textBounds } from '../../domain/input-bounds.js'
import type { ObservationStatus } from '../../domain/observations/observation.js'
import { preview } from '../input/messages.js'
import { wrong } from '../input/row.js'

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

const listed = new Map(
  table.flatMap(([codes, status], weight) => codes.split(' ').map((code) => [code, { code, status, weight }])),
)

interface Flag {
  readonly code: string
  readonly status: ObservationStatus
  readonly weight: number
}

const withoutValue: ReadonlySet<ObservationStatus> = new Set(['MISSING', 'NOT_APPLICABLE', 'NIL'])

/**
 * Returns a function that converts flags to a status, null for an empty cell. Flags are one code, several codes separated
 * by spaces, or adjacent letters ("bep"). `codes` of the map take precedence. Refuses unknown codes, flags of a missing
 * value next to a value, and confidential values.
 */
export function statusReader(
  codes: Readonly<Record<string, ObservationStatus>> = {},
): (text: string, hasValue: boolean) => ObservationStatus | null {
  const flags = new Map<string, Flag>(listed)
  for (const [code, status] of Object.entries(codes)) flags.set(code, { code, status, weight: -1 })
  const known = new Map<string, readonly Flag[]>()

  const flagsOf = (text: string): readonly Flag[] => {
    const seen = known.get(text)
    if (seen) return seen
    const found = text.split(/\s+/).flatMap((part) => {
      if (part === '') return []
      const whole = flags.get(part)
      const letters = whole ? [whole] : [...part].map((letter) => flags.get(letter))
      return letters.every((each) => each !== undefined) ? letters : wrong(unknown(part))
    })
    const sorted = found.sort((a, b) => a.weight - b.weight)
    if (known.size < 1000) known.set(text, sorted)
    return sorted
  }

  return (text, hasValue) => {
    if (text.length > textBounds.flags.most)
      return wrong(`The flags have ${text.length} characters, and ${textBounds.flags.most} are allowed.`)
    const found = flagsOf(text)
    if (!hasValue)
      return found.find(({ status }) => status === 'CONFIDENTIAL' || withoutValue.has(status))?.status ?? null
    for (const { code, status } of found) {
      if (status === 'CONFIDENTIAL') wrong(confidential(code))
      if (withoutValue.has(status))
        wrong(
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
