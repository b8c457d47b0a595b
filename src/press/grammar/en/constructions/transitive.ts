import { economyAt } from '../../economies.js'
import type { State } from '../state.js'

const raising =
  /(?:^|[,;]|\b(?:and|but|while|whereas)\b)\s*(?:(?:in|during|for)\s[^,;]{1,40},\s*)?(?:the )?(\p{sc=Latn}[\p{sc=Latn} .'’]{0,40}?)\s+(?:has |have |had )?(?:also |sharply |slightly |significantly )?(?:increased|raised|boosted|expanded|lifted|reduced|cut|decreased|lowered|slashed)\s+(?:its|their|the|our)?\s*(?:[a-z]+ ){0,2}(?:exports?|imports?)\b[^,;:()]{0,60}?(?:\sby)?\s*(?:about |nearly |over |almost )?$/iu
const itself = /^(?:it|we|they|country|nation|state|republic|kingdom|island|economy)$/i

/** Indicates that the economy of a text has moved a flow of its own: "Ukraine increased imports from Poland by". */
export function raisesFlow({ text, sentence, context: { main } }: State, start: number): boolean {
  const name = raising.exec(text.slice(sentence.start, start))?.[1] ?? ''
  const found = economyAt(name)
  return itself.test(name) || (found !== null && found.end === name.length && found.economy.code === main?.code)
}
