import { literalsOf, mayMatch } from '../../../../lib/literals.js'
import { hide } from '../../../items.js'
import { ofAgencies } from './agency-rewordings.js'
import { ofNews } from './news-rewordings.js'
import { ofOffices } from './office-rewordings.js'
import { ofReleases } from './release-rewordings.js'
import type { Rewording } from './rewording.js'

/** Returns a function that makes the replacements in a text, one after another. Lengths stay. */
export function rewriting(all: readonly Rewording[]): (text: string) => string {
  const rules = all.map(([words, plain]) => ({ words, plain, literals: literalsOf(words) }))
  return (text) => {
    let said = text
    let small = text.toLowerCase()
    for (const { words, plain, literals } of rules) {
      if (!mayMatch(literals, said, small)) continue
      const next = said.replace(words, (found: string, ...groups: string[]) => {
        const own = typeof plain === 'string' ? plain : plain(found, ...groups)
        return own + hide(found.slice(own.length))
      })
      if (next !== said) [said, small] = [next, next.toLowerCase()]
    }
    return said
  }
}

/** Replaces wordings that many texts vary, so that one grammar reads them. */
export const reworded = rewriting([...ofAgencies, ...ofReleases, ...ofNews, ...ofOffices])
