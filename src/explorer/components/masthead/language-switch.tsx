import { type ReactNode, useContext } from 'react'
import { languages } from '../../data/state.js'
import { useWords } from '../../i18n/words.js'
import { StateContext } from '../go-link.js'

export function LanguageSwitch(): ReactNode {
  const { words, language } = useWords()
  const [, go] = useContext(StateContext)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of two buttons, not of fields
    <div className="languages" role="group" aria-label={words.language}>
      {languages.map((each) => (
        <button
          key={each}
          type="button"
          lang={tags[each]}
          aria-label={words.page.ownName[each]}
          aria-pressed={each === language}
          onClick={() => go({ language: each })}
        >
          {words.page.own[each]}
        </button>
      ))}
    </div>
  )
}

const tags = { en: 'en', zh: 'zh-Hans' }
