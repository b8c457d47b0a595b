import type { ReactNode } from 'react'
import { Glyph } from '../../components/glyph.js'
import { useUnits } from '../../components/units.js'
import { grouped, printedGrowth, signed } from '../../data/number.js'
import { isPeriod } from '../../data/period.js'
import type { Lists } from '../../data/view.js'
import { classOf, type Draft, isEdited, problemsOf, wouldRevise } from '../data/draft.js'
import { nameOf, wholeName } from '../data/naming.js'
import { useDeskWords } from '../i18n/words.js'
import { Sign } from './sign.js'

interface RowProps {
  readonly draft: Draft
  readonly lists: Lists | null
  readonly isActive: boolean
  readonly isOpen: boolean
  readonly activate: () => void
  readonly open: () => void
  readonly decide: (decision: Draft['decision']) => void
}

export function Row({ draft, lists, isActive, isOpen, activate, open, decide }: RowProps): ReactNode {
  const { words, desk } = useDeskWords()
  const units = useUnits()
  const { fields, decision, stored } = draft
  const name = nameOf(draft, lists, words)
  const isWhole = problemsOf(fields).length === 0
  const level =
    fields.value === '' || fields.unit === ''
      ? ''
      : words.qualified[fields.qualifier].replace('#', written(fields.value, grouped)) +
        words.afterNumber(units.nameOf(fields.unit))
  const growth = fields.growth === '' ? null : words.percent(written(fields.growth, signed))
  const share =
    fields.share === ''
      ? null
      : desk.share(words.percent(written(fields.share, grouped)), wholeName(fields.shareOf, lists, words))
  const others = [
    level === '' ? null : growth,
    level === '' && growth === null ? null : share,
    fields.shareChange === '' ? null : words.points(written(fields.shareChange, signed)),
    ...fields.otherChanges.map(({ percent, base }) =>
      desk.changeSince(words.percent(written(percent, signed)), words.period(base)),
    ),
  ].flatMap((each) => each ?? [])
  const verb = fields.category === null && !isWhole ? desk.place : desk.correct
  const needsWork = decision === 'OPEN' && (!isWhole || classOf(draft) === 'CONTRADICTED')
  return (
    // biome-ignore lint/a11y/useSemanticElements: an entry of a list that the keys of the list go through
    <div
      className="row"
      role="group"
      aria-label={name}
      tabIndex={isActive ? 0 : -1}
      onFocus={activate}
      data-current={isActive || undefined}
    >
      <Sign of={classOf(draft)} {...desk.classes[classOf(draft)]} />
      <p className="what">
        <b>{name}</b>
        {isPeriod(fields.period) && <span className="period">{words.parts(['', words.period(fields.period)])}</span>}
        <span className="why">{why()}</span>
      </p>
      <p className="numbers">
        <b>{level === '' ? (growth ?? share) : level}</b>
        <span>{words.parts(others)}</span>
      </p>
      <span className="decision">
        {!isOpen && (
          <button
            type="button"
            className={needsWork ? 'button' : 'icon-only'}
            aria-label={desk.edit(verb, name)}
            title={desk.edit(verb, name)}
            onClick={open}
          >
            {needsWork ? verb : <Glyph name="edit" />}
          </button>
        )}
        {!needsWork && decision === 'REJECTED' && <span className="quiet">{desk.rejected}</span>}
        {!needsWork && isWhole && (
          <label className="check">
            <input
              type="checkbox"
              aria-label={desk.publishIt(name)}
              checked={decision === 'ACCEPTED'}
              onChange={({ target }) => decide(target.checked ? 'ACCEPTED' : 'OPEN')}
            />
            <Glyph name="check" />
          </label>
        )}
      </span>
    </div>
  )

  function why(): string {
    const { reason, nearest } = draft
    if (isEdited(draft)) return desk.edited
    if (reason?.code === 'DIFFERS_FROM_STORE' || reason?.code === 'REVISED_SINCE')
      return hasStored() ?? words.text(reason)
    if (nearest.length > 0) return desk.nearest(words.listed(nearest.map((each) => words.text(each))))
    const said = reason === null ? null : words.text(reason)
    const known = wouldRevise(draft) || said === null ? hasStored() : null
    return [said, known].filter((each) => each !== null).join(' ') || desk.classes[draft.class].help
  }

  function hasStored(): string | null {
    const known = stored === null ? null : words.text(stored)
    if (stored === null || known === null) return null
    const printed = printedGrowth(stored)
    return desk.storeHas(known, printed === null ? null : words.percent(signed(printed)))
  }
}

/** Formats a number that may be half typed. */
const written = (number: string, format: (decimal: string) => string): string =>
  /^-?\d+(\.\d+)?$/.test(number) ? format(number) : number
