import { type ReactNode, useContext } from 'react'
import { FigureDocument } from '../../../../generated/gql/explorer/graphql.js'
import { useAnswer } from '../../../data/asking/use-answer.js'
import { nameOf } from '../../../data/named.js'
import { printState } from '../../../data/state.js'
import { useWords } from '../../../i18n/words.js'
import { Copy } from '../../copy.js'
import { StateContext } from '../../go-link.js'
import { FaultNotice } from '../../notice.js'
import { UnitsContext } from '../../units.js'
import type { Figure } from '../../why.js'
import { Panel } from '../panel.js'
import { Conversions } from './conversions.js'
import { Details } from './details.js'
import { GoOn } from './go-on.js'
import { Headline } from './headline.js'
import { Proof } from './proof.js'
import { Rate } from './rate.js'
import { Versions } from './versions.js'

export function FigurePanel({ id }: { id: string }): ReactNode {
  const { words } = useWords()
  const [, go] = useContext(StateContext)
  const { data, fault, again } = useAnswer(FigureDocument, { id })
  const areUnitsKnown = useContext(UnitsContext).length > 0 // otherwise numbers would appear in the wrong unit
  const node = areUnitsKnown ? data?.node : undefined
  const figure = node?.__typename === 'Indicator' ? node : null
  return (
    <Panel
      name={words.figureOf}
      close={() => go({ figure: null })}
      title={
        <div data-first tabIndex={-1}>
          {figure === null ? <h2>{words.figureOf}</h2> : <p className="kicker">{kickerOf(figure)}</p>}
        </div>
      }
      aside={figure !== null && <Copy text={addressOf(figure)} label={words.records.drawer.address} icon="link" />}
    >
      {fault !== null && <FaultNotice fault={fault} again={again} />}
      {(data === null || !areUnitsKnown) && fault === null && <p role="status">{words.loading}</p>}
      {node !== undefined && figure === null && <p className="notice">{words.figure.gone}</p>}
      {figure !== null && (
        <div className="figure-page">
          <Headline figure={figure} />
          <Rate figure={figure} what="growth" />
          <Rate figure={figure} what="share" />
          <Versions figure={figure} />
          <Conversions figure={figure} />
          <Details figure={figure} />
          <section>
            <h3>{words.cite}</h3>
            <div className="citation">
              <p lang="en">{figure.citation}</p>
              <Copy text={figure.citation} label={words.copy} />
            </div>
          </section>
          <Proof figure={figure} />
          <GoOn figure={figure} />
        </div>
      )}
    </Panel>
  )

  function kickerOf({ metric, categories, period }: Figure): string {
    return words.parts([nameOf(metric, categories, words), words.period(period)])
  }
}

const addressOf = ({ id }: Figure): string => `${window.location.origin}/${printState({ figure: id })}`
