import { numbers, Slice } from '../../../items.js'
import type { Span } from '../../../source.js'
import type { Frame } from '../../../statement.js'
import { phraseAt } from '../cues.js'
import type { State } from '../state.js'
import { metricsIn, subjectAt } from '../subject.js'
import { directionWord } from '../words.js'
import { isListed } from './lists/listed.js'
import { reporterInForce } from './owners.js'

const introduces =
  /\b(?:(?:amounted|came) to|stood at|was|were|reached|totall?ed|equall?ed|(?:(?:was|were|is|are) )?as follows)\s*:\s*$/i

const partnerFirst =
  /\b(?:main|major|largest|biggest|most important|principal|first|second|third|leading)(?: (?:[a-z]+ )?(?:trade|trading|foreign trade))? (?:partner|market)s? (?:is|are|was|were|remained|refers? to)(?: the)? ([\p{sc=Latn}][^,;:()]{2,60}), (?:since|as|because|where|with which|given that)\s/iu

/** Remembers what the sentence before its numbers says of those, and of the ones below. */
export function takeIntroduced(state: State, { start, end }: Span): void {
  const first = state.items.find(({ kind }) => numbers.has(kind))
  const text = Slice.of(state.text, { start, end: Math.min(end, start + 300) })
  if (first === undefined) state.introduced = introducedBy(state, text)
  else if (/\S/u.test(Slice.of(state.text, { start, end: first.start }).text)) state.introduced = []
  const name = partnerFirst.exec(text.text)?.[1] ?? ''
  if (isListed(name))
    state.paragraph = [{ ...phraseAt(text, text.text.indexOf(name), name.length), dimension: 'PARTNER' }]
}

function introducedBy(state: State, text: Slice): readonly Frame[] {
  const metrics = metricsIn(text.text)
  const [found, ...others] = metrics
  if (found === undefined || others.length > 0 || found.isVerb === true || !introduces.test(text.text)) return []
  const { metrics: all, phrases, reporter } = subjectAt(text, found, metrics, 1, state.context)
  return all.map((metric) => ({ ...metric, phrases, reporter: reporter ?? reporterInForce(state) }))
}

// "First, imports and exports grew quarter by quarter"
const ofAllTrade = new RegExp(
  `^\\W*(?:(?:[a-z]+ly|first|second|third|fourth|fifth|overall|meanwhile),? )?(?:the (?:scale|value|volume) of )?(?:(?:the|its|China['’]s|the (?:country|nation)['’]s|total|overall|foreign) )*(?:imports and exports|exports and imports|trade)(?: (?:also|both|has|have|had|kept|continued|steadily))* (?:${directionWord}|climbing|growing|rising|expanding|falling)`,
  'i',
)

export const tellsAllTrade = (text: string): boolean => ofAllTrade.test(text)
