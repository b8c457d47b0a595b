import { type ReactNode, useContext } from 'react'
import { languages } from '../data/state.js'
import { words as all, useWords } from '../i18n/words.js'
import { StateContext } from './go-link.js'
import { type Theme, themes } from './use-theme.js'

const own = { en: 'English', zh: '中文' }

export function Masthead({ theme, setTheme }: { theme: Theme; setTheme: (theme: Theme) => void }): ReactNode {
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
