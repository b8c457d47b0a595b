import type { ReactNode } from 'react'
import type { Chart } from '../../data/state.js'
import { useWords } from '../../i18n/words.js'
import { Glyph } from '../glyph.js'
import { GoLink } from '../go-link.js'

export function Head({
  title,
  tabs,
  chart,
}: {
  title: string | null
  tabs: readonly Chart[]
  chart: Chart
}): ReactNode {
  const { words } = useWords()
  return (
    <div className="card-head">
      <h1 data-long={title !== null && title.length > longTitle ? '' : undefined}>{title ?? words.loading}</h1>
      <nav className="views" data-many={tabs.length > 7 || undefined} aria-label={words.page.views}>
        {tabs.map((each) => (
          <GoLink key={each} to={{ chart: each }} current={each === chart}>
            <Glyph name={each} />
            {words.page.shortChart[each] ?? words.charts[each]}
          </GoLink>
        ))}
      </nav>
    </div>
  )
}

const longTitle = 44
