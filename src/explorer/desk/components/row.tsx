import type { ReactNode } from 'react'
import { Glyph } from '../../components/glyph.js'
import { useUnits } from '../../components/units.js'
import { grouped, printedGrowth, signed } from '../../data/number.js'
import { isPeriod } from '../../data/period.js'
import type { Lists } from '../../data/view.js'
import { type Draft, problemsOf, wouldRevise } from '../data/draft.js'
import { nameOf } from '../data/naming.js'
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

/** Shows a figure as it would be published, and what other figures say of it. */
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
  const share = fields.share === '' ? null : desk.share(words.percent(fields.share))
  const verb = fields.category === null && !isWhole ? desk.place : desk.correct
  const needsWork = decision === 'OPEN' && (!isWhole || draft.class === 'CONTRADICTED')
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
      <Sign of={draft.class} {...desk.classes[draft.class]} />
      <p className="what">
        <b>{name}</b>
        {isPeriod(fields.period) && <span className="period">{words.parts(['', words.period(fields.period)])}</span>}
        <span className="why">{why()}</span>
      </p>
      <p className="numbers">
        <b>{level === '' ? (growth ?? share) : level}</b>
        <span>
          {words.parts(
            [level === '' ? null : growth, level === '' && growth === null ? null : share].filter(
              (each) => each !== null,
            ),
          )}
        </span>
      </p>
      <span className="decision">
        {needsWork && !isOpen && (
          <button
            type="button"
            className="button"
            aria-label={desk.edit(verb, name)}
            aria-expanded={isOpen}
            onClick={open}
          >
            {verb}
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
    if (reason !== null) return [words.text(reason), ...(wouldRevise(draft) ? hasStored() : [])].join(' ')
    const [known] = hasStored()
    if (known !== undefined) return known
    if (nearest.length > 0) return desk.nearest(words.listed(nearest.map((each) => words.text(each))))
    return desk.classes[draft.class].help
  }

  function hasStored(): string[] {
    const known = stored === null ? null : words.text(stored)
    if (stored === null || known === null || draft.reason?.code === 'DIFFERS_FROM_STORE') return []
    const printed = printedGrowth(stored)
    return [desk.storeHas(known, printed === null ? null : words.percent(signed(printed)))]
  }
}

/** Formats a number that may be half typed. */
const written = (number: string, format: (decimal: string) => string): string =>
  /^-?\d+(\.\d+)?$/.test(number) ? format(number) : number
