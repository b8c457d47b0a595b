import type { ReactNode } from 'react'
import { nameOf } from '../../../data/named.js'
import { grouped, printedGrowth, rounded, signed } from '../../../data/number.js'
import { yearBefore } from '../../../data/period.js'
import { agreementSign } from '../../../data/table/grid.js'
import { places } from '../../../data/texts.js'
import { useWords } from '../../../i18n/words.js'
import { type Figure, Why } from '../../why.js'
import { Implied } from './implied.js'

export function Rate({ figure, what }: { figure: Figure; what: 'growth' | 'share' }): ReactNode {
  const { words } = useWords()
  const texts = words.records.drawer
  const derived = what === 'growth' ? figure.derived.yoyChange : figure.derived.share
  const printed = what === 'growth' ? printedGrowth(figure) : figure.share
  if (printed === null && (derived.value === null || isWhole(figure, what))) return null
  const written = (decimal: string): string => words.percent(what === 'growth' ? signed(decimal) : grouped(decimal))
  const { low = null, high = null } = derived.bounds ?? {}
  const [from, to] = [low, high].map((bound) => bound && written(rounded(bound, places)))
  const range = from == null || to == null || from === to ? '' : texts.span(from, to)
  const sign = printed === null ? '' : derived.agreement === 'AGREES' ? '✓' : agreementSign(derived)
  return (
    <section className="rate" aria-label={headOf(figure, what)}>
      <h3>{headOf(figure, what)}</h3>
      <dl>
        {printed !== null && (
          <div className="printed">
            <dt>{texts.byOffice}</dt>
            <dd>{written(printed)}</dd>
          </div>
        )}
        {derived.value !== null && (
          <div className="computed" data-agreement={derived.agreement}>
            <dt>{texts.computedAs(range)}</dt>
            <dd>
              {written(rounded(derived.value, places))}
              {sign !== '' && <span aria-hidden="true"> {sign}</span>}
            </dd>
          </div>
        )}
      </dl>
      {printed !== null && (
        <p className="why">
          {sign === '≠' && <strong>{texts.why} </strong>}
          <Why
            isShort
            rate={{ ...derived, reason: words.text(derived), reported: printed }}
            figure={figure.id}
            what={what}
          />
        </p>
      )}
      {what === 'growth' && sign === '≠' && <Implied figure={figure} />}
    </section>
  )

  function headOf({ shareOf, derived, period }: Figure, of: 'growth' | 'share'): string {
    if (of === 'growth') return texts.growthOn(words.period(derived.yoyChange.base?.period ?? yearBefore(period)))
    return shareOf === null
      ? words.figure.share
      : texts.shareOf(words.records.inside(nameOf(shareOf.metric, [shareOf.category], words)))
  }
}

const isWhole = ({ derived }: Figure, what: 'growth' | 'share'): boolean =>
  what === 'share' && derived.share.value === '100'
