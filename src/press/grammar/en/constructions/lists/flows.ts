import type { Item, Slice } from '../../../../items.js'
import type { Phrase } from '../../../../statement.js'
import { phraseAt } from '../../cues.js'
import type { State } from '../../state.js'
import { metricsIn, subjectAt } from '../../subject.js'
import { directions } from '../../words.js'
import { reporterInForce } from '../owners.js'
import { flowNamed } from './followers.js'
import { isListed, type Listed } from './listed.js'

const howMuch = '(?:\\s+(?:just|only|about|around|nearly|almost|over|some|approximately|roughly|as much as|[a-z]+ly))*'
const ownRate = new RegExp(`(?:[,(:–—-]|\\b(?:and|while|whereas))\\s*(?:the )?(exports|imports) by${howMuch}\\s*$`, 'i')

/** Reads the rate of each flow behind the verb of both: "both exports and imports decreased, exports by 6% and imports by". */
export function rateOfEach(state: State, item: Item, said: string, before: Slice): Listed | null {
  const flow = ownRate.exec(before.text)?.[1] ?? ''
  const all = metricsIn(said)
  const [both] = all
  if (item.kind !== 'PERCENT' || item.sign !== 0 || flow === '' || both?.metric !== 'TRADE') return null
  const turns = [...said.matchAll(directions)]
  const isOne = new Set(turns.map(([, down]) => down === undefined)).size === 1
  // A second rate with a verb of its own is none of both.
  if (!isOne || all.slice(1).some(({ metric, start, end }) => metric !== 'BALANCE' && !isBy(said, start, end)))
    return null
  const words = state.fresh ? before : null
  const own = words === null ? undefined : metricsIn(words.text)[0]
  const phrases =
    words === null
      ? (state.frames[0]?.phrases ?? [])
      : own === undefined
        ? []
        : subjectAt(words, own, [own], 1, state.context).phrases
  const sign: Item['sign'] = turns[0]?.[1] === undefined ? 1 : -1
  return { role: 'CHANGE', sign, frames: [{ metric: flowNamed(flow), phrases, reporter: reporterInForce(state) }] }
}

const isBy = (said: string, start: number, end: number): boolean =>
  /(?:[,(:–—-]|\b(?:and|while|whereas))\s*(?:the )?$/i.test(said.slice(0, start)) && /^ by\b/i.test(said.slice(end))

const withoutVerb = new RegExp(
  `^\\W*(?:the )?(exports|imports)(?: of goods)? (?:to|from) (?:the )?([^,;:()]{2,60}?) by${howMuch}\\s*$`,
  'i',
)

/** Reads a sentence that leaves out the verb of the one before: "Exports to Asia rose by 18 percent. Exports to Africa by". */
export function rateWithoutVerb(state: State, item: Item, said: string, { before, after }: Sides): Listed | null {
  const [, flow = '', name = ''] = withoutVerb.exec(said) ?? []
  const { side } = state
  if (item.kind !== 'PERCENT' || item.sign !== 0 || !isListed(name) || !/^\s*\.?\s*$/.test(after.text)) return null
  const metric = flowNamed(flow)
  if (side === null || side.sign === 0 || side.metric !== metric) return null
  const phrase: Phrase = { ...phraseAt(before, before.text.lastIndexOf(name), name.length), dimension: 'PARTNER' }
  return { role: 'CHANGE', sign: side.sign, frames: [{ metric, phrases: [phrase], reporter: reporterInForce(state) }] }
}

interface Sides {
  readonly before: Slice
  readonly after: Slice
}
