import { economyAt } from '../../../economies.js'
import type { State } from '../../state.js'

const ofOwner =
  /^\s*of (?:the )?(?<owner>\p{Lu}[\p{sc=Latn}. ]{1,20}?)(?:['’]s)? (?:total |overall |goods |global )*(?:exports|imports)\b/u

// "31 percent of Norway's imports came from China" is no share of what China trades.
export function isShareOfAnother({ context: { main } }: State, after: string): boolean {
  const owner = ofOwner.exec(after)?.groups?.['owner'] ?? ''
  const found = economyAt(owner)
  return found?.end === owner.length && main !== null && found.economy.code !== main.code
}
