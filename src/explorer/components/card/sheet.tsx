import { type ReactNode, useContext, useState } from 'react'
import { useWords } from '../../i18n/words.js'
import { Glyph } from '../glyph.js'
import { GoLink, StateContext } from '../go-link.js'
import { afresh } from '../notice.js'
import { Chips, chosenCodes } from './chips.js'
import { breakdownChoice } from './choices/breakdown.js'
import type { Asked, Choice } from './choices/choice.js'
import { countChoice } from './choices/count.js'
import { formChoice } from './choices/form.js'
import { frequencyChoice } from './choices/frequency.js'
import { metricChoice } from './choices/metric.js'
import { orderChoice } from './choices/order.js'
import { chartChoice } from './choices/tabs.js'
import { unitChoice } from './choices/unit.js'
import { Choose } from './choose.js'
import { Known } from './known.js'

export function Sheet({ asked }: { asked: Asked }): ReactNode {
  const { words } = useWords()
  const { page } = words
  const [isOpen, setOpen] = useState(false)
  const [state] = useContext(StateContext)
  const what: readonly Choice[] = [chartChoice(asked), metricChoice(asked), breakdownChoice(asked)]
  const how: readonly (Choice | null)[] = [
    chosenCodes(asked) === null ? countChoice(asked) : null,
    frequencyChoice(asked),
    unitChoice(asked),
    formChoice(asked),
    orderChoice(asked),
  ]
  return (
    <>
      <button
        type="button"
        className="open-sheet"
        aria-expanded={isOpen}
        onClick={() => {
          setOpen(true)
          window.scrollTo({ top: 0 })
        }}
      >
        {page.showControls}
      </button>
      <section
        className="sheet"
        hidden={!isOpen}
        aria-label={page.sentence}
        onKeyDown={({ key, defaultPrevented }) => key === 'Escape' && !defaultPrevented && setOpen(false)}
      >
        <header>
          <h2>{page.showControls}</h2>
          <GoLink to={afresh}>{words.startAgain}</GoLink>
        </header>
        <div className="rows">
          {what.map((choice) => (
            <Row key={choice.label} choice={choice} />
          ))}
          {chosenCodes({ state }) !== null && (
            <div className="row">
              <span>{page.places}</span>
              <Chips asked={asked} />
            </div>
          )}
          {how.map((choice) => choice !== null && <Row key={choice.label} choice={choice} />)}
          <div className="row">
            <span aria-hidden="true">{page.knownOnLabel}</span>
            <Known asked={asked} className="value" />
          </div>
        </div>
        <button type="button" className="primary" onClick={() => setOpen(false)}>
          <Glyph name="check" /> {page.showChart}
        </button>
      </section>
    </>
  )
}

const Row = ({ choice }: { choice: Choice }): ReactNode => (
  <div className="row">
    <span aria-hidden="true">{choice.label}</span>
    <Choose choice={choice} className="value" />
  </div>
)
