import type { ReactNode } from 'react'
import { expectedOf, type Finding, placesOf } from '../../../data/panels/findings.js'
import { useWords } from '../../../i18n/words.js'
import { useAmount } from '../use-amount.js'
import { Cells } from './cells.js'
import { titleOf } from './title-of.js'

export function Checks({ findings }: { findings: readonly Finding[] }): ReactNode {
  const { words } = useWords()
  const texts = words.records.findings
  return (
    <section className="checks" aria-label={texts.triage.CHECK}>
      <h3 className="unseen">{texts.triage.CHECK}</h3>
      <ul>
        {findings.map((finding) => (
          <li key={finding.id}>
            <div>
              <p className="kind-name">{words.kinds[finding.kind] ?? finding.kind}</p>
              <h4>{titleOf(finding, words) ?? finding.release?.title}</h4>
              <p>{finding.message}</p>
              <Cells finding={finding} />
            </div>
            <Scale finding={finding} />
          </li>
        ))}
      </ul>
    </section>
  )
}

const [width, margin] = [300, 8]

/** Draws the printed number beside the expected one or, where none is stored, beside that of the next figure. */
function Scale({ finding }: { finding: Finding }): ReactNode {
  const { words } = useWords()
  const amount = useAmount()
  const texts = words.records.findings
  const { unit, reported, indicators } = finding
  const [own, next] = indicators
  const expected = expectedOf(finding)
  if (expected !== null && reported !== null && unit !== null)
    return (
      <Line
        printed={reported}
        other={expected}
        texts={[texts.printed(amount.full(reported, unit)), texts.expected(amount.full(expected, unit))]}
      />
    )
  if (own?.value == null || next?.value == null || own.unit !== next.unit) return null
  const [printed, other] = [own, next].map(({ period, value }) =>
    words.labelled(words.period(period), amount.ofBase(value ?? '0', own.unit, digits)),
  )
  return <Line printed={own.value} other={next.value} texts={[printed ?? '', other ?? '']} />
}

const digits = 3

interface LineProps {
  readonly printed: string
  readonly other: string
  readonly texts: readonly [string, string]
}

function Line({ printed, other, texts }: LineProps): ReactNode {
  const [from, to] = placesOf(printed, other).map((place) => margin + place * (width - 2 * margin))
  return (
    <svg viewBox={`0 0 ${width} 58`} className="scale" aria-hidden="true">
      <line className="track" x1="0" x2={width} y1="29" y2="29" />
      <line className="gap" x1={from} x2={to} y1="29" y2="29" />
      <circle className="printed" cx={from} cy="29" r="5" />
      <circle className="expected" cx={to} cy="29" r="5" />
      <Label x={to ?? 0} y={14} text={texts[1]} />
      <Label x={from ?? 0} y={51} text={texts[0]} />
    </svg>
  )
}

function Label({ x, y, text }: { x: number; y: number; text: string }): ReactNode {
  const anchor = x < width / 3 ? 'start' : x > (width * 2) / 3 ? 'end' : 'middle'
  const end = anchor === 'start' ? Math.max(0, x - margin) : anchor === 'end' ? Math.min(width, x + margin) : x
  return (
    <text x={end} y={y} textAnchor={anchor}>
      {text}
    </text>
  )
}
