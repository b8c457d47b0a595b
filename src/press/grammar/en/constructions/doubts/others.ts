import { economyAt } from '../../../economies.js'
import type { State } from '../../state.js'

const ofOwner =
  /^\s*of (?:the )?(?<owner>\p{Lu}[\p{sc=Latn}. ]{1,20}?)(?:['’]s)? (?:total |overall |goods |global )*(?:exports|imports)\b/u

const ofAll = /^\s*(?:share )?of (?:the )?(?:total )?(?:world|global)(?:['’]s)?\b/i

const ofGoods =
  /^\s*(?:share )?of (?:(?:the|its|their|our|total|all|overall|annual|national|\p{Lu}[\p{sc=Latn}. ]{1,20}['’]s|(?:country|nation)['’]s) )*(?!(?:total|all|overall|annual|national|goods|merchandise|commodity|commodities|product|products|trade)\b)(?<goods>[a-z][a-z-]+(?: [a-z-]+)?) (?:exports|imports)\b/u

// "31 percent of Norway's imports came from China" is no share of what China trades, nor is "14 percent of global exports" or "16 percent of oil imports".
export function isShareOfAnother({ context: { main, vocabulary } }: State, after: string): boolean {
  if (ofAll.test(after)) return true
  if (vocabulary.dimensionOf(ofGoods.exec(after)?.groups?.['goods'] ?? '') === 'PRODUCT') return true
  const owner = ofOwner.exec(after)?.groups?.['owner'] ?? ''
  const found = economyAt(owner)
  return found?.end === owner.length && main !== null && found.economy.code !== main.code
}
