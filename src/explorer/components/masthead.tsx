import { type ReactNode, useContext, useLayoutEffect, useState } from 'react'
import { languages } from '../data/state.js'
import { words as all, useWords } from '../i18n/words.js'
import { StateContext } from './go-link.js'

const own = { en: 'English', zh: '中文' }

const themes = ['system', 'light', 'dark'] as const
type Theme = (typeof themes)[number]

const themeKey = 'trade-indicators.theme'

export function Masthead(): ReactNode {
  const [theme, setTheme] = useTheme()
  const { words, language } = useWords()
  const [, go] = useContext(StateContext)
  return (
    <header className="masthead">
      <a href="#figures" className="skip">
        {words.skip}
      </a>
      <p className="site">{words.site}</p>
      <nav>
        <a href="/graphql">{words.graphiql}</a>
        <a href="/schema.graphql">{words.schema}</a>
      </nav>
      <fieldset className="switch">
        <legend className="unseen">{words.language}</legend>
        {languages.map((each) => (
          <label key={each} lang={all[each].tag}>
            <input type="radio" name="language" checked={each === language} onChange={() => go({ language: each })} />
            <span>{own[each]}</span>
          </label>
        ))}
      </fieldset>
      <label className="choice">
        <span className="unseen">{words.theme}</span>
        <select value={theme} onChange={({ target }) => setTheme(target.value as Theme)}>
          {themes.map((each) => (
            <option key={each} value={each}>
              {words.themes[each]}
            </option>
          ))}
        </select>
      </label>
    </header>
  )
}

function useTheme(): readonly [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState(read)
  useLayoutEffect(() => {
    document.documentElement.dataset['theme'] = theme
    try {
      localStorage.setItem(themeKey, theme)
    } catch {} // storage is disabled
  }, [theme])
  return [theme, setTheme]
}

function read(): Theme {
  try {
    const kept = localStorage.getItem(themeKey)
    return themes.find((theme) => theme === kept) ?? 'system'
  } catch {
    return 'system'
  }
}
