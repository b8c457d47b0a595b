import { type ReactNode, useContext } from 'react'
import { printState } from '../../data/state.js'
import { useWords } from '../../i18n/words.js'
import { Glyph } from '../glyph.js'
import { GoLink, StateContext } from '../go-link.js'
import { Menu } from '../menu/menu.js'
import { useServed } from '../use-served.js'

export function Pages({ current }: { current: 'desk' | undefined }): ReactNode {
  const { words } = useWords()
  const { page } = words
  const [{ language, theme }, go] = useContext(StateContext)
  const desk = `/desk${printState({ language, theme })}`
  const isServed = useServed()
  const api = isServed('graphiql') ? '/graphql' : isServed('schema') ? '/schema.graphql' : '/docs/api/'
  return (
    <>
      <nav className="pages" aria-label={page.nav}>
        <GoLink to={{ panel: 'releases' }}>{page.releases}</GoLink>
        <GoLink to={{ panel: 'findings' }}>{page.findings}</GoLink>
        <a href={desk} aria-current={current === 'desk' ? 'page' : undefined}>
          {page.desk}
        </a>
        <a href={api}>{page.api}</a>
      </nav>
      <div className="pages-menu">
        <Menu
          label={page.menu}
          text={page.menu}
          className="icon-only"
          options={[
            { key: 'releases', text: page.releases },
            { key: 'findings', text: page.findings },
            { key: 'desk', text: page.desk, href: desk },
            { key: 'api', text: page.api, href: api },
          ]}
          choose={(key) => (key === 'releases' || key === 'findings') && go({ panel: key })}
        >
          <Glyph name="menu" size={20} />
        </Menu>
      </div>
    </>
  )
}
