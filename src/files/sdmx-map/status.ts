import { textBounds } from '../../domain/input-bounds.js'
import type { ObservationStatus } from '../../domain/observations/observation.js'
import { preview } from '../input/messages.js'
import { wrong } from '../input/row.js'

/**
 * What the codes of SDMX's CL_OBS_STATUS 2.2 (capitals) and Eurostat's flags (small letters, those of before 2025 too)
 * say, the weightiest first, in the order that SDMX recommends where one must stand for several. What has no word of
 * its own in ours (definition differs, low reliability, strike) is NORMAL and stays in `flags`.
 */
const table: readonly (readonly [codes: string, status: ObservationStatus])[] = [
  ['B b', 'BREAK'],
  ['c', 'CONFIDENTIAL'],
  ['O :', 'MISSING'], // for any reason
  ['M m', 'MISSING'], // data cannot exist: offices use it for every lack, so it is not NOT_APPLICABLE
  ['z', 'NOT_APPLICABLE'],
  ['L H', 'MISSING'], // not collected; holiday or weekend
  ['Q', 'CONFIDENTIAL'], // suppressed
  ['J S', 'NORMAL'], // derogation; strike and other special events
  ['D d', 'NORMAL'], // definition differs
  ['K W', 'NORMAL'], // included in another category; includes another category
  ['I i s', 'ESTIMATED'], // imputed; s is Eurostat's own estimate
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
 * Reads cells of flags: one code, several with spaces between, or letters in a row ("bep"). What a map says of a code
 * comes first. Gives the status, null where the cell says nothing; refuses codes that nobody explains, flags of a
 * missing value beside one, and confidential values.
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
          `"${code}" says that there is no value, and there is one: leave out either, or say in the map what it means.`,
        )
    }
    return found[0]?.status ?? null
  }
}

/** Why a value with such a code is not taken. */
export const confidential = (code: string): string =>
  `${preview(code)} marks this value as confidential: leave it out, or say in the map that it may be published.`

const unknown = (code: string): string =>
  `${preview(code)} is neither an SDMX observation status nor a flag of Eurostat: say what it means in the map, as {"status": {"codes": {${preview(code)}: "MISSING"}}}.`
