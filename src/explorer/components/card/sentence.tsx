import type { ReactNode } from 'react'
import { useWords } from '../../i18n/words.js'
import { Chips, chosenCodes } from './chips.js'
import { breakdownChoice } from './choices/breakdown.js'
import type { Asked } from './choices/choice.js'
import { countChoice } from './choices/count.js'
import { formChoice } from './choices/form.js'
import { frequencyChoice } from './choices/frequency.js'
import { metricChoice } from './choices/metric.js'
import { orderChoice } from './choices/order.js'
import { unitChoice } from './choices/unit.js'
import { Choose } from './choose.js'
import { Known } from './known.js'

export function Sentence({ asked }: { asked: Asked }): ReactNode {
  const { words } = useWords()
  const { page } = words
  const count = countChoice(asked)
  const order = orderChoice(asked)
  const isBroken = asked.state.by !== 'TOTAL'
  return (
    // biome-ignore lint/a11y/useSemanticElements: a sentence, not a form
    <div className="sentence" role="group" aria-label={page.sentence}>
      <span className="words">
        <Choose choice={metricChoice(asked)} />
        {isBroken && <span>{page.by}</span>}
        <Choose choice={breakdownChoice(asked)} />
        {chosenCodes(asked) === null ? count !== null && <Choose choice={count} /> : <Chips asked={asked} />}
        <Choose choice={frequencyChoice(asked)} />
        <span>{page.in}</span>
        <Choose choice={unitChoice(asked)} />
        <span>{page.as}</span>
        <Choose choice={formChoice(asked)} />
        {order !== null && (
          <>
            <span>{page.sortedBy}</span>
            <Choose choice={order} />
          </>
        )}
      </span>
      <Known asked={asked} />
    </div>
  )
}
