import { type ReactNode, useContext } from 'react'
import { ConversionsDocument, type ConvertedFragment, type Unit } from '../../../../generated/gql/explorer/graphql.js'
import { useAnswer } from '../../../data/asking/use-answer.js'
import { useWords } from '../../../i18n/words.js'
import { UnitsContext, useUnits } from '../../units.js'
import type { Figure } from '../../why.js'
import { useAmount } from '../use-amount.js'

const usual: readonly Unit[] = ['CNY', 'USD', 'EUR']

export function Conversions({ figure }: { figure: Figure }): ReactNode {
  const { words, language } = useWords()
  const units = useUnits()
  const known = useContext(UnitsContext).map(({ unit }) => unit)
  const base = units.baseOf(figure.unit)
  const isCurrency = (unit: Unit): boolean =>
    known.some((each) => each.includes('_PER_') && each.split('_PER_').includes(unit))
  const [one, other] = usual.filter((each) => each !== base && isCurrency(each))
  const isAsked = figure.value !== null && isCurrency(base) && one !== undefined && other !== undefined
  const { data } = useAnswer(
    ConversionsDocument,
    isAsked ? { id: figure.id, one, other, language: language === 'zh' ? 'ZH' : 'EN' } : null,
  )
  const node = data?.node?.__typename === 'Indicator' ? data.node : null
  if (!isAsked || node === null) return null
  const found = [
    { unit: one, converted: node.derived.one },
    { unit: other, converted: node.derived.other },
  ].filter(({ converted }) => converted.value !== null)
  if (found.length === 0) return null
  return (
    <section>
      <h3>{words.records.drawer.conversions}</h3>
      <ul className="conversions">
        {found.map(({ unit, converted }) => (
          <Line key={unit} unit={unit} converted={converted} />
        ))}
      </ul>
    </section>
  )
}

function Line({ unit, converted: { value, rates } }: { unit: Unit; converted: ConvertedFragment }): ReactNode {
  const { words } = useWords()
  const amount = useAmount()
  if (value === null) return null
  const at = rates.map((rate) => words.text(rate)).filter((text) => text !== null)
  return (
    <li>
      <b>≈ {amount.ofBase(value, unit, 4)}</b>{' '}
      <span className="quiet">{words.records.drawer.converted(words.listed(at))}</span>
    </li>
  )
}
