import type { ReactNode } from 'react'
import type { Lists } from '../../data/view.js'
import { useWords } from '../../i18n/words.js'
import { GoLink } from '../go-link.js'
import { afresh } from '../notice.js'
import { LanguageSwitch } from './language-switch.js'
import { Pages } from './pages.js'
import { Search } from './search.js'
import { ThemeButton } from './theme-button.js'

interface MastheadProps {
  readonly lists: Lists | null
  readonly current?: 'desk'
}

export function Masthead({ lists, current }: MastheadProps): ReactNode {
  const { words } = useWords()
  return (
    <header className="masthead">
      <a href="#figures" className="skip">
        {words.skip}
      </a>
      <GoLink to={afresh} className="site">
        <svg viewBox="0 0 20 20" width="22" height="22" aria-hidden="true" className="mark-of-site">
          <path d="M1 12h4.500v7H1z" />
          <path d="M7.700 6.500h4.500V19H7.700z" />
          <path d="M14.500 1H19v18h-4.500z" />
        </svg>
        <span>{words.site}</span>
      </GoLink>
      <Search lists={lists} />
      <Pages current={current} />
      <LanguageSwitch />
      <ThemeButton />
    </header>
  )
}
