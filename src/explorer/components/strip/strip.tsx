import { type ReactNode, useContext } from 'react'
import { StripDocument } from '../../../generated/gql/explorer/graphql.js'
import { useAnswer } from '../../data/asking/use-answer.js'
import { amountOf, signed } from '../../data/number.js'
import { yearBefore } from '../../data/period.js'
import { type Headline, headlinesOf, stripQueryOf } from '../../data/strip.js'
import { type Lists, withMetrics } from '../../data/view.js'
import { useWords } from '../../i18n/words.js'
import { GoLink, StateContext } from '../go-link.js'
import { Sparkline } from '../sparkline.js'
import { useUnits } from '../units.js'

const usualCount = 4
const mostDigits = 4

export function Strip({ lists }: { lists: Lists | null }): ReactNode {
  const { words } = useWords()
  const [state] = useContext(StateContext)
  const { data } = useAnswer(StripDocument, stripQueryOf(state, lists))
  const headlines = data === null ? null : headlinesOf(data)
  return (
    <section className="strip" aria-label={words.page.headlines}>
      <ul>
        {headlines?.map((headline) => <Item key={headline.metric?.code ?? ''} headline={headline} lists={lists} />) ??
          Array.from({ length: usualCount }, (_, index) => <li key={index} className="awaited" />)}
      </ul>
    </section>
  )
}

function Item({ headline, lists }: { headline: Headline; lists: Lists | null }): ReactNode {
  const { words, language } = useWords()
  const { page } = words
  const [state] = useContext(StateContext)
  const units = useUnits()
  const { metric, period, value, unit, qualifier, printed, figure, growth, isComputed, line } = headline
  const name = metric === null ? page.balance : words.text(metric)
  const code = metric === null ? 'EXPORTS' : metric.code
  const to = lists === null ? { metrics: [code] } : withMetrics(state, [code], lists)
  const text = value === null ? null : amountOf(value, language, mostDigits)
  const { before, after } = page.scaled(text?.power ?? 0, unit, units.nameOf(unit))
  const whole = (
    <>
      {before !== '' && <span className="unit">{before} </span>}
      {text === null ? words.noLevel : words.qualified[qualifier].replace('#', text.number)}
      {after !== '' && <span className="unit">{language === 'en' ? ` ${after}` : after}</span>}
    </>
  )
  const exact = printed === null ? null : words.text(printed)
  return (
    <li>
      <p className="what">
        <GoLink
          to={{
            ...to,
            panel: null,
            form: metric === null ? 'balance' : state.form === 'balance' ? 'level' : state.form,
          }}
        >
          {name}
        </GoLink>
        <span>
          {language === 'en' ? ', ' : ' '}
          {words.period(period)}
        </span>
        {isComputed && <span className="computed"> · {page.computed}</span>}
      </p>
      <p className="big" title={exact === null ? undefined : page.printedAs(exact, '')}>
        {figure === null ? whole : <GoLink to={{ figure }}>{whole}</GoLink>}
      </p>
      <p className="change">
        {growth !== null && (
          <>
            <b>
              {isComputed && '≈ '}
              {signed(growth)}%
            </b>{' '}
            {page.onYear(words.period(yearBefore(period).slice(0, 4)))}
          </>
        )}
      </p>
      <Sparkline values={line} size={[96, 42]} hasArea />
    </li>
  )
}
