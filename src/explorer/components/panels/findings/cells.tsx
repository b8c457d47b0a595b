import { type ReactNode, useContext } from 'react'
import { chartOf } from '../../../data/panels/chart-of.js'
import type { Finding } from '../../../data/panels/findings.js'
import { useWords } from '../../../i18n/words.js'
import { GoLink, StateContext } from '../../go-link.js'
import { useAmount } from '../use-amount.js'
import { namesOf } from './title-of.js'

const digits = 6

export function Cells({ finding }: { finding: Finding }): ReactNode {
  const { words } = useWords()
  const [state] = useContext(StateContext)
  const amount = useAmount()
  const texts = words.records.findings
  const { indicators, file, row, column } = finding
  const [first] = indicators
  return (
    <div className="cells">
      {first !== undefined && (
        <ul aria-label={texts.cells}>
          {indicators.map((figure) => (
            <li key={figure.id}>
              <GoLink to={{ figure: figure.id }}>
                {words.labelled(
                  words.records.figure(namesOf(figure, words)),
                  figure.value === null ? words.noLevel : amount.ofBase(figure.value, figure.unit, digits),
                )}
              </GoLink>
            </li>
          ))}
        </ul>
      )}
      {first !== undefined && <GoLink to={chartOf(first, state)}>{texts.chart}</GoLink>}
      {file !== null && row !== null && <span className="quiet">{texts.row(file, row, column)}</span>}
    </div>
  )
}
