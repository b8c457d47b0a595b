import type { Item } from '../../../../items.js'
import type { Frame } from '../../../../statement.js'
import { economyAt } from '../../../economies.js'
import type { Economy } from '../../../economy-list.js'
import type { Context } from '../../nouns.js'
import type { State } from '../../state.js'

const ofOwner =
  /^\s*of (?:the )?(?<owner>\p{Lu}[\p{sc=Latn}. ]{1,20}?)(?:['’]s)? (?:total |overall |goods |global )*(?:exports|imports)\b/u

const ofAll = /^\s*(?:share )?of (?:the )?(?:total )?(?:world|global)(?:['’]s)?\b/i

const ofGoods =
  /^\s*(?:share )?of (?:(?:the|its|their|our|total|all|overall|annual|national|\p{Lu}[\p{sc=Latn}. ]{1,20}['’]s|(?:country|nation)['’]s) )*(?!(?:total|all|overall|annual|national|goods|merchandise|commodity|commodities|product|products|trade)\b)(?<goods>[a-z][a-z-]+(?: [a-z-]+)?) (?:exports|imports)\b/u

const ofKind = /^(?:manufactur(?:ed|ing)|industrial|agricultural|farm|non-oil|food)$/

// "31 percent of Norway's imports came from China" is no share of what China trades, nor is "14 percent of global exports" or "16 percent of oil imports".
export function isShareOfAnother({ context: { main, vocabulary } }: State, after: string): boolean {
  if (ofAll.test(after)) return true
  const goods = ofGoods.exec(after)?.groups?.['goods'] ?? ''
  if (ofKind.test(goods) || vocabulary.dimensionOf(goods) === 'PRODUCT') return true
  const owner = ofOwner.exec(after)?.groups?.['owner'] ?? ''
  const found = economyAt(owner)
  return found?.end === owner.length && main !== null && found.economy.code !== main.code
}

// Says behind a share what is done with the part of a flow, which has no name: "40 percent of exports are processed".
export const processed =
  /^ of (?:the |its |all |total |(?:country|nation|China)['’]s )*(?:exports|imports|trade) (?:is|are|was|were) (?:[a-z]+ly )?(?:processed|made|produced|manufactured|assembled|carried|shipped|handled|settled|invoiced|denominated|paid|financed|affected|covered)\b(?! by\b)/i

// Ends with the part that a share tells again, of what the sentence says elsewhere: "more than half, or 53 percent,".
export const ofMost =
  /\b(?:most|half|majority|(?:a|two|one) (?:third|quarter|fifth)s?),? or (?:about |nearly |over )?$/i

const balanceOf =
  /\b(?:surplus|deficit|gap|shortfall|(?:positive|negative|favou?rable) balance) (?:of|for) (?:the )?(?=\p{Lu})/u
const against = /\b(?:against|versus|compared (?:with|to))\s+(?:about |nearly |over )?$/i

// "the US Commerce Department said its trade deficit with China widened to", "Japan's Finance Ministry said that imports from China"
const officeAbroad =
  /^\W*(?:meanwhile,? |but )?(?:[Tt]he )?(\p{Lu}[\p{sc=Latn}.]*(?: \p{Lu}[\p{sc=Latn}]+)?)(?:['’]s)? (?:own )?(?:Commerce Department|Department of Commerce|Census Bureau|(?:Finance|Trade|Commerce|Economy) Ministry|Ministry of (?:Finance|Trade|Commerce))\b[^;]*\b(?:with|from|to) (?:the )?(?=(\p{Lu}[\p{sc=Latn}]+))/u

function isCountedAbroad(said: string, main: Economy): boolean {
  const [, office = '', other = ''] = officeAbroad.exec(said) ?? []
  const [own, partner] = [economyAt(office)?.economy, economyAt(other)?.economy]
  return own !== undefined && own !== main && partner === main
}

// "world exports grew by", "the world's total trade in goods reached"
const worldTrade =
  /(?:^|[,;:.]\s*|\b(?:while|but|whereas|as|that|and|although|with)\s+)\W*(?:in \d{4},? )?(?:the )?(?:total |overall )?(?:world(?:['’]s|wide)?|global)(?: (?:total|overall|combined|goods|merchandise|commodity|foreign|export and import))* (?:exports|imports|trade)(?: in goods| of goods| volumes?| values?)*\b(?! (?:of|from|to|with|surplus|deficit|balance|partners?|organi[sz]ation|bank|growth)\b)(?:(?!\b(?:exports?|imports?|trade|surplus|deficit)\b)[^,;])*$/i

const untraded =
  '(?:box-office |tourism )?revenues?|(?:net |net-)?profits?|(?:disposable )?income|money supply|settlements?|loans?|deposits|consumption|production|output|(?:use of |utili[sz]ed )?foreign capital|credit insurance|trade dependence|parcels|express deliveries|costs?|wages|home sales|domestic sales|foreign-invested (?:firms|companies|enterprises) (?:established|registered|set up)|newly (?:established|registered) [^,;]{3,40}'

const moved =
  'rose|grew|fell|increased|decreased|declined|dropped|climbed|jumped|surged|expanded|contracted|shrank|reached|totall?ed|stood at|hit|came to|amounted to|was|were|covered'

// "while power consumption rose", "Profits of industrial firms fell"
const ofUntraded = new RegExp(
  String.raw`(?:^|[,;]\s*(?:and|but|while|whereas)\s|\b(?:while|whereas)\s)\W*(?:the |its |\p{Lu}[\p{sc=Latn}]+['’]s )*(?:(?!(?:exports?|imports?|trade|traded|shipments|overseas|foreign|external|surplus|deficit)\b)[\p{L}-]+ ){0,4}(?<!\b(?:export|import|trade) )(?:${untraded})(?: (?:of|in|for|at|by) (?:(?!\b(?:exports?|imports?|trade|abroad|overseas)\b)[^,;])*?)? (?:also |again )?(?:${moved})\b(?:(?!\b(?:exports?|imports?|trade|surplus|deficit|shipments)\b)[^,;])*$`,
  'iu',
)

// "China's share of U.S. imports fell to"
const shareOfOther =
  /\bshare (?:of|in) (?:the )?(?<owner>\p{Lu}[\p{sc=Latn}.]*(?: \p{Lu}[\p{sc=Latn}]+){0,2})(?:['’]s)? (?:total |overall |goods |merchandise )*(?:imports|exports)\b[^,;]*$/u

/** Indicates a number of what is not traded, or of which part another economy bought: "Profits of firms rose". */
export function isUntraded({ context: { main } }: State, said: string): boolean {
  if (ofUntraded.test(said) || worldTrade.test(said)) return true
  const owner = economyAt(shareOfOther.exec(said)?.groups?.['owner'] ?? '')?.economy
  return owner !== undefined && main !== null && owner.code !== main.code
}

/**
 * Indicates a balance or level of another economy than that of the text: "the trade deficit for India came down to", "358 bn,
 * against 340 bn for Japan".
 */
export function isOfOtherEconomy(
  { context: { main } }: State,
  { kind }: Item,
  { before, after }: { readonly before: string; readonly after: string },
  said: string,
): boolean {
  const isOther = (words: string, at: RegExpExecArray | null): boolean => {
    const named = at && economyAt(words.slice(at.index + at[0].length))
    return named != null && named.economy !== main
  }
  if (main === null) return false
  const isCompared = kind === 'AMOUNT' && against.test(before)
  return (
    isCountedAbroad(said, main) ||
    (isCompared && isOther(after, /^ (?:for|in) (?:the )?(?=\p{Lu})/u.exec(after))) ||
    isOther(said, balanceOf.exec(said))
  )
}

// A text about China tells the trade of another economy for comparison: "India's trade grew by 2 percent".
export const isComparison = ({ main }: Context, { reporter, phrases }: Frame): boolean =>
  main?.code === 'CN' &&
  reporter?.kind === 'ECONOMY' &&
  reporter.isMain !== true &&
  phrases.every(({ text }) => text !== reporter.words)
