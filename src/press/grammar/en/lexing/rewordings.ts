import { ofAgencies } from './agency-rewordings.js'
import { ofNews } from './news-rewordings.js'
import { ofOffices } from './office-rewordings.js'
import { fill } from './rewording.js'

const rewordings = [...ofAgencies, ...ofNews, ...ofOffices]

/** Replaces wordings that many texts vary, so that one grammar reads them. Lengths stay. */
export const reworded = (text: string): string =>
  rewordings.reduce(
    (said, [words, plain]) =>
      said.replace(words, (found: string, ...groups: string[]) =>
        typeof plain === 'string' ? plain + fill(found.slice(plain.length)) : plain(found, ...groups),
      ),
    text,
  )
