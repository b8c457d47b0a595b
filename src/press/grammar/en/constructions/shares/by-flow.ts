import { type Item, numbers, Slice } from '../../../../items.js'
import { resolve } from '../../../../periods.js'
import type { Metric, Phrase } from '../../../../statement.js'
import { samePhrases } from '../../cues.js'
import { noun } from '../../nouns.js'
import type { State } from '../../state.js'
import { isListed, type Listed } from '../lists/listed.js'
import { reporterInForce } from '../owners.js'

const head =
  /\bshare of (?:the )?(?<name>[^,;:()\x81-\x88]{2,60}?) in (?:the )?(?:total |overall |external |foreign |merchandise )*trade\b[^,;:()\x81-\x88]{0,40}? (?:amounted to|constituted|was|equal+ed|made up|stood at|reached|total+ed)\s*$/i
const each = '[\x82\x84]\x8F*'
const tail = new RegExp(
  `^${each}, (?:and )?${each} in exports,? and ${each} in imports(?<earlier>\\s*[(](?:in )?\x85\x8F*:?,? ${each}, ${each},? and ${each},? respectively\x8F*[)])?`,
  'i',
)
const flows: readonly Metric[] = ['TRADE', 'EXPORTS', 'IMPORTS']

/** Returns the name that shares in the trade and each flow are of, at the head of a sentence, and how many they are; null if there are none. */
export function sharesByFlow({ text, sentence }: State, own: readonly Item[]): { name: Slice; count: number } | null {
  const first = own[0]?.start ?? sentence.end
  if (!/\bshare of\b/i.test(text.slice(sentence.start, first))) return null
  const words = Slice.of(text, { start: sentence.start, end: first })
  const name = head.exec(words.text)?.groups?.['name'] ?? ''
  const behind = name === '' ? null : tail.exec(text.slice(first, sentence.end))
  const count = behind?.groups?.['earlier'] === undefined ? 3 : 6
  if (behind === null || own.slice(0, count).some(({ kind, sign }) => kind !== 'PERCENT' || sign !== 0)) return null
  const from = words.text.lastIndexOf(name)
  return { name: words.slice(from, from + name.length), count }
}

/**
 * Reads the share of a partner in the trade and in each flow, and in a bracket those of an earlier period: "The share of the EU
 * in the trade of Georgia was 27%, 15% in exports and 31% in imports (in May 2011 26%, 20% and 28%, respectively)".
 */
export function shareByFlow(state: State, item: Item): Listed | null {
  const { sentence, items, clock, period, frames } = state
  if (item.kind !== 'PERCENT' || !/\bshare of\b/i.test(state.text.slice(sentence.start, item.start))) return null
  const own = items.filter(({ kind, start }) => numbers.has(kind) && start >= sentence.start)
  const { name, count } = sharesByFlow(state, own) ?? { name: null, count: 0 }
  const at = own.indexOf(item)
  const metric = flows[at % 3]
  if (name === null || metric === undefined || at >= count) return null
  const partner = noun(name)
  const isTold = /^(?:these|those) (?:countries|states|economies|markets|partners)$/i.test(name.text)
  if (!isTold && !isListed(partner.text)) return null
  const { text, span } = partner
  const phrases: readonly Phrase[] = isTold ? samePhrases(frames) : [{ text, span, dimension: 'PARTNER' }]
  const before = items.find(({ kind, start }) => kind === 'PERIOD' && start > (own[2]?.start ?? 0))?.period ?? null
  const earlier = at < 3 || before === null ? null : resolve(before, clock, period)
  if (phrases.length !== 1 || (at >= 3 && earlier === null)) return null
  const found: Listed = { role: 'SHARE', sign: 0, frames: [{ metric, phrases, reporter: reporterInForce(state) }] }
  return earlier === null ? found : { ...found, period: earlier }
}
