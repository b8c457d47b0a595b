import { literalsOf, mayMatch } from '../../../../lib/literals.js'
import { ofAgencies } from './agency-rewordings.js'
import { ofNews } from './news-rewordings.js'
import { ofOffices } from './office-rewordings.js'
import { fill } from './rewording.js'

const rewordings = [...ofAgencies, ...ofNews, ...ofOffices].map(([words, plain]) => ({
  words,
  plain,
  literals: literalsOf(words),
}))

/** Replaces wordings that many texts vary, so that one grammar reads them. Lengths stay. */
export const reworded = (text: string): string =>
  rewordings.reduce(
    (said, { words, plain, literals }) =>
      mayMatch(literals, said)
        ? said.replace(words, (found: string, ...groups: string[]) =>
            typeof plain === 'string' ? plain + fill(found.slice(plain.length)) : plain(found, ...groups),
          )
        : said,
    text,
  )
