import type { ReactNode } from 'react'
import type { Released } from '../live.js'
import { useWords } from '../words/words.js'
import { GoLink } from './go-link.js'

/** Says that a release came while the page was open; the figures are new already, and nothing moves but this line. */
export function Arrival({ released }: { released: Released | null }): ReactNode {
  const { words } = useWords()
  return (
    <p role="status" className="arrival">
      {released !== null && (
        <>
          {released.retractedAt === null ? words.arrived(released.title) : words.takenBack(released.title)}{' '}
          <GoLink to={{ release: released.code }}>{words.showIt}</GoLink>
        </>
      )}
    </p>
  )
}
