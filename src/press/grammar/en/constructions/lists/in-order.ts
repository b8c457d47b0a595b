import { Slice } from '../../../../items.js'
import type { Frame, Phrase } from '../../../../statement.js'
import { economyAt } from '../../../economies.js'
import { listOf, noun } from '../../nouns.js'
import type { Role, State } from '../../state.js'
import { reporterInForce } from '../owners.js'
import { metricOf } from './header.js'
import { isListed } from './listed.js'

/** Stands between names and their numbers in the same order: ", with the respective shares of", "which respectively accounted for". */
const inOrder =
  /(?:,|\s)\s*(?:with|at|grasping|holding|having|taking|claiming|capturing|posting|recording|accounting for|representing|making up|valued at|worth|equivalent to|equal to|amounting to|totall?ing|reaching|(?:which|that|and) (?:(?:respectively|each) )?(?:accounted for|amounted to|stood at|reached|totall?ed|represented|made up|took(?: up)?|received|absorbed|bought|were worth|were valued at))(?: (?:a|the|their))?(?: respective)?(?: (?:market |export |import )?(?:shares?|values?|weights?|stakes?|totals?|percentages?|amounts?))?(?: (?:of|at))?\s*(?:about |around |nearly |over )?$/i

const verbOf =
  /\s(?:(?:also|each|respectively) )?(?:contributed|accounted for|represented|made up|comprised|constituted|took(?: up)?|held|supplied|received)\s*(?:about |around |nearly |over )?$/i
const clauseHead = /(?:^|[,;]|\b(?:while|whereas|and|but)\b)\s*(?:the )?/gi

const opener =
  /\b(?:were|are|was|is|remain(?:ed|s)?|include[sd]?|including|came|come|followed by|such as|to|from|with|of)(?:\s+(?:the|mainly|mostly|once again|again|still))*\s*:?\s+|:\s*/gi

/** Reads as many names as there are numbers behind them, where the words between say that they are in order. */
export function namesInOrder(state: State, before: Slice, count: number, role: Role): readonly Frame[] | null {
  if (count < 2 || (role !== 'SHARE' && role !== 'LEVEL')) return null
  const isOpen = !isRespective(state, before)
  const verb = state.fresh || !isOpen ? verbOf.exec(before.text) : null
  const link = verb ?? inOrder.exec(before.text)
  if (link === null) return null
  const words = before.slice(0, link.index)
  for (const found of words.text.matchAll(verb === null ? opener : clauseHead)) {
    const from = found.index + found[0].length
    // Names without "respectively" are all of the subject of a sentence.
    if (isOpen && verb !== null && (found.index > 0 || /[;:]/.test(words.text))) break
    const names = listOf(noun(words.slice(from)), count, state.context)
    if (
      names.length !== count ||
      !names.every(({ text }) => isListed(text) && (verb !== null || /^[\p{Lu}“"]/u.test(text)))
    )
      continue
    const header = Slice.of(state.text, { start: state.sentence.start, end: words.slice(0, from).span.end }).text
    const metric = metricOf(state, header)
    if (metric === null) return null
    const phrases = names.map(
      ({ text, span }): Phrase => ({ text, span, dimension: economyAt(text) === null ? null : 'PARTNER' }),
    )
    state.subjects = phrases
    return phrases.map((phrase) => ({ ...metric, phrases: [phrase], reporter: reporterInForce(state) }))
  }
  return null
}

const isRespective = ({ text, sentence }: State, { span }: Slice): boolean =>
  /^[^;]*\brespectively\b/i.test(text.slice(span.end, sentence.end))
