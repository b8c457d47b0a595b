import type { ReactNode } from 'react'
import { FigureDocument, type FigureQuery } from '../../generated/gql/explorer/graphql.js'
import { places } from '../charts/chart-series.js'
import type { Rate } from '../data/grid.js'
import { textIn } from '../data/named.js'
import { brief, grouped, printedGrowth, rounded, scaled, signed } from '../data/number.js'
import { spanOf } from '../data/period.js'
import { useAnswer } from '../data/use-answer.js'
import type { Words } from '../i18n/en.js'
import { useWords } from '../i18n/words.js'
import { useUnits } from './units.js'

type Printed = Pick<Rate, 'reported' | 'value' | 'low' | 'high' | 'agreement' | 'reason'>

/** Why a computed rate is not the printed one, in the words of the reader; asks for its figure when it is first shown. */
export function Why({
  rate,
  figure,
  what,
}: {
  rate: Printed
  figure: string | null
  what: 'growth' | 'share'
}): ReactNode {
  const { words } = useWords()
  const written = what === 'growth' ? signed : grouped
  const percent = (decimal: string): string => words.percent(written(decimal))
  return (
    <>
      {rate.reported !== null && rate.value !== null && (
        <span className="line">
          {words.explain(
            percent(rate.reported),
            percent(rounded(rate.value, places)),
            rangeText(rate, words, (text) => percent(rounded(text, places))),
          )}
        </span>
      )}
      <span className="line">
        {(rate.agreement === 'NOT_COMPUTABLE' && rate.reason) || words.agreements[rate.agreement]}
      </span>
      {what === 'growth' && figure !== null && <Base figure={figure} />}
    </>
  )
}

/** What a computed growth stands on, and what the printed one says of the same. */
function Base({ figure }: { figure: string }): ReactNode {
  const { words, language } = useWords()
  const units = useUnits()
  const { data } = useAnswer(FigureDocument, { id: figure })
  const node = data?.node?.__typename === 'Indicator' ? data.node : null
  if (node === null) return null
  const { yoyChange, impliedBase } = node.derived
  const base = yoyChange.base === null ? null : textIn(yoyChange.base, language)
  if (yoyChange.base === null || base === null) return null
  const growth = printedGrowth(node.yoyChange, node.changes)
  const { low = null, high = null } = impliedBase.bounds ?? {}
  const inUnit = (decimal: string): string => brief(scaled(decimal, -units.exponentOf(node.unit)), 4)
  const range = `${rangeText({ low, high }, words, (text) => grouped(inUnit(text)))}${units.after(node.unit, language)}`
  return (
    <>
      <span className="line">{words.growthFrom(base, words.period(spanOf(yoyChange.base.period)))}</span>
      {growth !== null && low !== null && high !== null && (
        <span className="line">{words.impliedBase(words.percent(signed(growth)), range, base)}</span>
      )}
    </>
  )
}

/** A range in words; "" where nothing bounds it. */
export function rangeText(
  { low, high }: { readonly low: string | null; readonly high: string | null },
  words: Words,
  written: (decimal: string) => string,
): string {
  if (low !== null && high !== null) return words.between(written(low), written(high))
  if (low !== null) return words.above(written(low))
  return high === null ? '' : words.below(written(high))
}

/** The figure that a node is. */
export type Figure = Extract<NonNullable<FigureQuery['node']>, { __typename: 'Indicator' }>
