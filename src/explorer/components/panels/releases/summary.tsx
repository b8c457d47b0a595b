import { type ReactNode, useState } from 'react'
import { SummaryDocument, type SummaryLength, type SummaryQuery } from '../../../../generated/gql/explorer/graphql.js'
import { useAnswer } from '../../../data/asking/use-answer.js'
import { useWords } from '../../../i18n/words.js'
import { GoLink } from '../../go-link.js'

const lengths = ['SHORT', 'MEDIUM', 'LONG'] as const satisfies readonly SummaryLength[]

/** Says in sentences what a release has; each number leads to its figure. A release without figures has no summary. */
export function Summary({ code }: { code: string }): ReactNode {
  const { words, language } = useWords()
  const texts = words.records.releases
  const [length, setLength] = useState<SummaryLength>('SHORT')
  const { data } = useAnswer(SummaryDocument, { code, language: language === 'zh' ? 'ZH' : 'EN', length })
  const summary = data?.release?.summary
  if (data === null) return <div className="summary" aria-busy="true" />
  if (summary == null) return null
  const longer = lengths[lengths.indexOf(length) + 1]
  return (
    <section className="summary" aria-label={texts.summary}>
      {paragraphsOf(summary).map(({ start, pieces }) => (
        <p key={start}>
          {pieces.map((piece) =>
            piece.figure === null ? (
              piece.text
            ) : (
              <GoLink key={piece.start} to={{ figure: piece.figure }}>
                {piece.text}
              </GoLink>
            ),
          )}
        </p>
      ))}
      <button type="button" className="plain" onClick={() => setLength(longer ?? 'SHORT')}>
        {longer === undefined ? texts.shorter : texts.longer}
      </button>
    </section>
  )
}

interface Piece {
  readonly start: number
  readonly text: string
  readonly figure: string | null
}

type Written = NonNullable<NonNullable<SummaryQuery['release']>['summary']>

function paragraphsOf({ text, spans }: Written): { readonly start: number; readonly pieces: readonly Piece[] }[] {
  let start = 0
  return text.split('\n').map((paragraph) => {
    const [from, to] = [start, start + paragraph.length]
    start = to + 1
    const pieces: Piece[] = []
    let at = from
    for (const { span, indicator } of spans) {
      if (span.start < at || span.end > to) continue
      pieces.push({ start: at, text: text.slice(at, span.start), figure: null })
      pieces.push({ start: span.start, text: text.slice(span.start, span.end), figure: indicator.id })
      at = span.end
    }
    return { start: from, pieces: [...pieces, { start: at, text: text.slice(at, to), figure: null }] }
  })
}
