import type { ReactNode } from 'react'
import { useDeskWords } from '../i18n/words.js'
import { Sign } from './sign.js'

interface LegendProps<Kind extends string> {
  readonly kinds: readonly Kind[]
  readonly words: Readonly<Record<Kind, { readonly name: string; readonly help: string }>>
  readonly countOf: (kind: Kind) => number
}

export function Legend<Kind extends string>({ kinds, words, countOf }: LegendProps<Kind>): ReactNode {
  const { desk } = useDeskWords()
  return (
    <ul className="legend" aria-label={desk.legend}>
      {kinds.map((each) => {
        const count = countOf(each)
        return (
          count > 0 && (
            <li key={each}>
              <Sign of={each} {...words[each]} /> {desk.count(count, words[each].name)}
            </li>
          )
        )
      })}
    </ul>
  )
}
