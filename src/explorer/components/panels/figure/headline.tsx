import type { ReactNode } from 'react'
import { grouped, padded, scaled } from '../../../data/number.js'
import { useWords } from '../../../i18n/words.js'
import { useUnits } from '../../units.js'
import { type Figure, rangeText } from '../../why.js'
import { useAmount } from '../use-amount.js'

const usual = 'NORMAL'
const mostDigits = 6

export function Headline({ figure }: { figure: Figure }): ReactNode {
  const { words } = useWords()
  const texts = words.records.drawer
  const { value, status, flags } = figure
  const printed = usePrinted(figure)
  const range = useRange(figure)
  return (
    <div className="figure-head">
      <h2>{value === null ? (words.text(figure) ?? words.noLevel) : <Scaled figure={figure} value={value} />}</h2>
      <ul className="marks">
        {printed !== null && (
          <li>
            {texts.printed} <b>{printed}</b>
          </li>
        )}
        {range !== '' && (
          <li>
            {texts.standsFor} <b>{range}</b>
          </li>
        )}
        {status !== usual && value !== null && <li>{words.statuses[status]}</li>}
        {flags !== null && (
          <li>
            {words.figure.flags} <b>{flags}</b>
          </li>
        )}
      </ul>
    </div>
  )
}

function Scaled({ figure, value }: { figure: Figure; value: string }): ReactNode {
  const { words } = useWords()
  const amount = useAmount()
  const [before, shown, after] = amount.printedParts(figure, value, mostDigits)
  const [first = '', last = ''] = words.qualified[figure.qualifier].split('#')
  return (
    <>
      {first}
      {before !== '' && <small>{before} </small>}
      <span className="number">{shown}</span>
      {after !== '' && <small>{words.afterNumber(after)}</small>}
      {last}
    </>
  )
}

function usePrinted({ value, unit, decimals, qualifier }: Figure): string | null {
  const { words } = useWords()
  const units = useUnits()
  if (value === null) return null
  const number = grouped(padded(scaled(value, -units.exponentOf(unit)), Math.max(0, decimals ?? 0)))
  return words.qualified[qualifier].replace('#', number) + words.afterNumber(units.nameOf(unit))
}

function useRange({ bounds, unit }: Figure): string {
  const { words } = useWords()
  const units = useUnits()
  const written = (decimal: string): string => grouped(scaled(decimal, -units.exponentOf(unit)))
  if (bounds === null) return ''
  const { low, high } = bounds
  return low !== null && high !== null
    ? words.records.drawer.span(written(low), written(high))
    : rangeText(bounds, words, written)
}
