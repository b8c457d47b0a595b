import type { Slice } from '../../../items.js'
import type { Frame, Phrase } from '../../../statement.js'
import { noun } from '../nouns.js'
import { sentenceWords } from '../sentence.js'
import type { Role, State } from '../state.js'

const sector = String.raw`(?<name>\p{sc=Latn}(?:(?!\b(?:that|said|while|whereas|but|which)\b)[\p{sc=Latn}\s&'’-]){1,60}?\s(?:sectors?|industr(?:y|ies)|segments?|enterprises|compan(?:y|ies)|firms|businesses))`

const itsFlow = String.raw`(?: its| their)? (?:exports|imports|sales abroad|shipments)\b[^,;]*$`

/** Names a sector that an increase or a balance is said of: "the aerospace sector suffered a decline", up to its number. */
const hasMoved = new RegExp(
  String.raw`(?:^\W*|[,;]\s|\b(?:that|while|whereas|but|and|said)\s)(?:the |its )?${sector}\s(?:(?:also|again|however|alone|only|then|likewise|both|have|has|had)\s)*(?:saw|seen|suffered|recorded|registered|posted|reported|experienced|witnessed|gained|ran|enjoyed|achieved|showed|generated|had|sustained|incurred)\s(?:an?\s)?(?:[\p{sc=Latn}-]+\s){0,5}$`,
  'iu',
)
const whoseFlow = new RegExp(
  String.raw`\b(?:in|of|by|from|for) (?:the )?${sector}, (?:with|whose|where)${itsFlow}`,
  'iu',
)

const headOfFlow = new RegExp(String.raw`^\W*(?:the )?${sector}, (?:with|whose)${itsFlow}`, 'iu')
const contributes = new RegExp(
  String.raw`^\W*(?:the )?${sector} (?:was|were|is|are|remained?) (?:again |also |still )?(?:the |among the )?(?:biggest|largest|main|top|leading|most important) (?:contributors? to|exporters?)\b[^;]*$`,
  'iu',
)

const moves =
  'expanding|growing|rising|climbing|surging|soaring|jumping|gaining|increasing|falling|declining|shrinking|dropping|decreasing|contracting|slipping'

// Names a sector whose change a participle tells: "the logistics sector picked up pace, expanding 4 percent to".
const moving = new RegExp(
  String.raw`^\W*(?:[\p{sc=Latn} ]{2,20},\s)?(?:the )?${sector}\s(?!(?:said|told|noted)\b)[^,;:()]{3,60},\s(?:${moves})\b[^,;]*$`,
  'iu',
)

// Names what led a move or a list of a flow, up to its number: "machinery led the drop, declining", "oils dominated imports with".
const leads = new RegExp(
  String.raw`^\W*(?:[^,;:()]{2,50},\s)?(?:the )?(?<name>\p{sc=Latn}(?:(?!\b(?:that|said|which)\b)[\p{sc=Latn}\s&'’-]){2,50}?)\s(?:(?:has|have|had|again|also|still|continued to|continues to)\s)*(?:led|lead|leads|paced|dominated?s?|topped|tops|top|headed|heads|head)\sthe\s(?:(?:drop|fall|decline|decrease|rise|increase|gain|growth|advance|way),\s(?:${moves})\b[^,;]*|(?:export|import)s?\s(?:basket|list|bill|structure|table|ranking|mix)\s(?:with|at)\s*(?:about |nearly |over )?)$`,
  'iu',
)

// Names goods that moved in a flow: "labor-intensive products grew negatively in export, down by".
const movedIn =
  /^\W*(?:the )?(?<name>\p{sc=Latn}[\p{sc=Latn}\s&'’-]{2,50}?(?:products|goods|equipment|materials))\s(?:grew|rose|fell|increased|decreased|declined|dropped|shrank|expanded)\b[^,;:()]{0,20}\sin\s(?:the )?(?:exports?|imports?)\b[^;]*$/iu

/** Gives the total that was found for a number to the sector that the sentence says it of. */
export function bySector(
  state: State,
  frames: readonly Frame[] | null,
  before: Slice,
  role: Role,
): readonly Frame[] | null {
  const [frame, ...others] = frames ?? []
  const isTotal = frame !== undefined && others.length === 0 && frame.phrases.length === 0
  if (!isTotal || (role !== 'LEVEL' && role !== 'CHANGE')) return frames
  const words = sentenceWords(state, before.span.end)
  const found = [hasMoved, whoseFlow, headOfFlow, contributes, moving, leads, movedIn]
    .map((each) => each.exec(words.text))
    .find((each) => each !== null)
  const name = found?.groups?.['name']
  if (!found || name === undefined) return frames
  const at = found.index + found[0].lastIndexOf(name)
  const own = noun(words.slice(at, at + name.length))
  const phrase: Phrase = { text: own.text, span: own.span, dimension: null }
  return own.text === '' ? frames : [{ ...frame, phrases: [phrase] }]
}
