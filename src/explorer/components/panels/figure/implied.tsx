import type { ReactNode } from 'react'
import { dayAt, offsetOf } from '../../../data/day.js'
import { pixels } from '../../../data/number.js'
import { useWords } from '../../../i18n/words.js'
import type { Figure } from '../../why.js'
import { useAmount } from '../use-amount.js'

const [height, foot, margin, digits] = [112, 24, 26, 4]

export function Implied({ figure }: { figure: Figure }): ReactNode {
  const { words } = useWords()
  const amount = useAmount()
  const texts = words.records.drawer.implied
  const { yoyChange, impliedBase } = figure.derived
  const { base } = yoyChange
  const { low = null, high = null } = impliedBase.bounds ?? {}
  if (base === null || base.value === null || low === null || high === null) return null
  const [value, least, most] = [base.value, low, high].map(pixels) as [number, number, number]
  const [start, turn] = [base, figure].map(({ knownFrom }) => Date.parse(knownFrom)) as [number, number]
  if (turn <= start) return null
  const [bottom, top] = [Math.min(value, least), Math.max(value, most)]
  const y = (number: number): number => margin + ((top - number) / (top - bottom || 1)) * (height - 2 * margin)
  const line = y(value)
  const band = { y: y(most), height: Math.max(3, y(least) - y(most)) }
  const offset = offsetOf(figure.release.publishedAt)
  const written = (number: string): string => amount.ofBase(number, figure.unit, digits)
  return (
    <figure className="implied">
      <figcaption>{texts.title(words.period(base.period))}</figcaption>
      {/* The band has as much room as the time before it, at any width. */}
      <svg width="100%" height={height + foot} role="img" aria-label={label()}>
        <line className="axis" x1="0" x2="100%" y1={height} y2={height} />
        <line className="axis" x1="50%" x2="50%" y1={height} y2={height + 5} />
        <line className="printed" x1="0" x2="50%" y1={line} y2={line} />
        <line className="printed later" x1="50%" x2="100%" y1={line} y2={line} />
        <circle cx="4" cy={line} r="4" />
        <line className="turn" x1="50%" x2="50%" y1={line} y2={band.y + band.height / 2} />
        <rect x="50%" y={band.y} width="50%" height={band.height} />
        <text x="12" y={line - 8}>
          {texts.printed(written(base.value))}
        </text>
        <text className="implied-text" x="100%" y={band.y < line ? band.y - 7 : band.y + band.height + 16}>
          {texts.range(written(low), written(high))}
        </text>
        <text className="day" x="0" y={height + 20}>
          {words.day(dayAt(base.knownFrom, offset))}
        </text>
        <text className="day" x="50%" y={height + 20}>
          {words.day(dayAt(figure.knownFrom, offset))}
        </text>
      </svg>
    </figure>
  )

  function label(): string {
    return words.parts([
      texts.printed(written(base?.value ?? '0')),
      texts.range(written(low ?? '0'), written(high ?? '0')),
    ])
  }
}
