import { type ReactNode, useState } from 'react'
import type { Released } from '../data/live.js'
import { useWords } from '../i18n/words.js'
import { GoLink } from './go-link.js'

export function ReleaseNotice({ released }: { released: Released | null }): ReactNode {
  const { words } = useWords()
  const [closed, setClosed] = useState<Released | null>(null)
  const shown = released === closed ? null : released
  return (
    <div role="status" className="arrival">
      {shown !== null && (
        <p className="actions">
          <span>{shown.retractedAt === null ? words.arrived(shown.title) : words.takenBack(shown.title)}</span>
          <GoLink to={{ release: shown.code }}>{words.showIt}</GoLink>
          <button type="button" onClick={() => setClosed(shown)}>
            {words.figure.close}
          </button>
        </p>
      )}
    </div>
  )
}
