import { type ReactNode, useContext, useId } from 'react'
import { isSelected } from '../../charts/model.js'
import { useWords } from '../../i18n/words.js'
import { Glyph } from '../glyph.js'
import { StateContext } from '../go-link.js'
import type { Asked } from './choices/choice.js'
import { knownChoice } from './choices/known.js'
import { Choose } from './choose.js'

export function Known({ asked, className = 'known' }: { asked: Asked; className?: string }): ReactNode {
  const { words } = useWords()
  const { page } = words
  const [state, go] = useContext(StateContext)
  const id = useId()
  const choice = knownChoice(asked)
  const isPast = state.asOf !== null
  return (
    <Choose
      choice={choice}
      isNamed
      className={isPast ? `${className} past` : className}
      foot={
        <p className="any-day">
          <label htmlFor={id}>{page.anyDate}</label>
          <input
            id={id}
            type="date"
            defaultValue={state.asOf ?? ''}
            onChange={({ target }) => /^[12]\d{3}-/.test(target.value) && go({ asOf: target.value })}
          />
        </p>
      }
    >
      <Glyph name="clock" size={15} />
      <span className="quiet">{words.labelled(page.knownOnLabel, '')}</span>
      <b>{choice.text}</b>
      {isPast && asked.shown?.model != null && <span className="since"> {page.changedShort(changedIn(asked))}</span>}
      <Glyph name="down" size={14} />
    </Choose>
  )
}

function changedIn({ shown }: Asked): number {
  const selected = shown?.model?.series.filter(isSelected) ?? []
  return selected.flatMap(({ points }) => points).filter(({ newer }) => newer !== null).length
}
