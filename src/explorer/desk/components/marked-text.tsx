import type { ReactNode } from 'react'
import { type Mark, piecesOf } from '../data/marks.js'

interface MarkedTextProps {
  readonly text: string
  readonly lang: string
  readonly marks: readonly Mark[]
  readonly active: string | null
  readonly activate: (key: string) => void
}

/**
 * Shows a text with its marked numbers, each of which leads to its entry. The list of entries is the way by key, so marks are
 * no stops of Tab.
 */
export function MarkedText({ text, lang, marks, active, activate }: MarkedTextProps): ReactNode {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled by key
    <div className="text" lang={lang} tabIndex={0}>
      {piecesOf(text, marks).map(({ start, text: piece, mark }) =>
        mark === null ? (
          <span key={start}>{piece}</span>
        ) : (
          <a
            key={start}
            href={`#${mark.key}`}
            className="number"
            tabIndex={-1}
            data-class={mark.kind}
            data-active={mark.key === active || undefined}
            data-struck={mark.isStruck || undefined}
            onClick={(event) => {
              event.preventDefault()
              activate(mark.key)
            }}
          >
            {piece}
          </a>
        ),
      )}
    </div>
  )
}
