import type { ReactNode } from 'react'
import { FigureDocument, type FigureQuery, type RateFragment as Rate } from '../../generated/gql/explorer/graphql.js'
import { useAnswer } from '../data/asking/use-answer.js'
import { brief, grouped, printedGrowth, rounded, scaled, signed } from '../data/number.js'
import { places } from '../data/texts.js'
import type { Words } from '../i18n/en.js'
import { useWords } from '../i18n/words.js'
import { useUnits } from './units.js'

interface WhyProps {
  readonly rate: Rate
  readonly figure: string | null
  readonly what: 'growth' | 'share'
  readonly isShort?: boolean
}

/** Explains the difference between a printed and a computed rate. Loads the base when first shown. */
export function Why({ rate, figure, what, isShort = false }: WhyProps): ReactNode {
  const { words } = useWords()
  const written = what === 'growth' ? signed : grouped
  const percent = (decimal: string): string => words.percent(written(decimal))
  return (
    <>
      {!isShort && rate.reported !== null && rate.value !== null && (
        <span className="line">
          {words.explain(
            percent(rate.reported),
            percent(rounded(rate.value, places)),
            rangeText(rate.bounds, words, (text) => percent(rounded(text, places))),
          )}
        </span>
      )}
      <span className="line">
        {(rate.agreement === 'NOT_COMPUTABLE' && rate.reason) || words.agreements[rate.agreement]}
      </span>
      {what === 'growth' && figure !== null && rate.value !== null && <Base figure={figure} />}
    </>
  )
}

function Base({ figure }: { figure: string }): ReactNode {
  const { words } = useWords()
  const units = useUnits()
  const { data } = useAnswer(FigureDocument, { id: figure })
  const node = data?.node?.__typename === 'Indicator' ? data.node : null
  if (node === null) return null
  const { yoyChange, impliedBase } = node.derived
  const base = yoyChange.base === null ? null : words.text(yoyChange.base)
  if (yoyChange.base === null || base === null) return null
  const growth = printedGrowth(node)
  const inUnit = (decimal: string): string => brief(scaled(decimal, -units.exponentOf(node.unit)), 4)
  const range = rangeText(impliedBase.bounds, words, (text) => grouped(inUnit(text)))
  return (
    <>
      <span className="line">{words.growthFrom(base, words.period(yoyChange.base.period))}</span>
      {growth !== null && impliedBase.bounds?.low != null && impliedBase.bounds.high !== null && (
        <span className="line">
          {words.impliedBase(words.percent(signed(growth)), range + words.afterNumber(units.nameOf(node.unit)), base)}
        </span>
      )}
    </>
  )
}

export function rangeText(bounds: Rate['bounds'], words: Words, written: (decimal: string) => string): string {
  const { low = null, high = null } = bounds ?? {}
  if (low !== null && high !== null) return words.between(written(low), written(high))
  if (low !== null) return words.above(written(low))
  return high === null ? '' : words.below(written(high))
}

export type Figure = Extract<NonNullable<FigureQuery['node']>, { __typename: 'Indicator' }>
