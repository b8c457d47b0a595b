import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import type { Qualifier, Unit } from '../../../generated/gql/desk/graphql.js'
import { useUnits } from '../../components/units.js'
import { printedGrowth, signed } from '../../data/number.js'
import type { Lists } from '../../data/view.js'
import { type Draft, type Field, type Fields, isEdited, isStoredFor, numberOf, problemsOf } from '../data/draft.js'
import { useDeskWords } from '../i18n/words.js'
import { CategoryField } from './category-field.js'

interface EditProps {
  readonly draft: Draft
  readonly name: string
  readonly lists: Lists
  readonly takesFocus: boolean
  readonly edit: (fields: Partial<Fields>) => void
  readonly restore: () => void
  readonly accept: () => void
  readonly reject: () => void
  readonly close: () => void
}

const qualifiers = ['EXACT', 'OVER', 'UNDER', 'ABOUT'] as const satisfies readonly Qualifier[]

/** Corrects a figure, or says what a number is that was not placed. */
export function Edit({ draft, name, lists, takesFocus, edit, restore, accept, reject, close }: EditProps): ReactNode {
  const { words, desk } = useDeskWords()
  const units = useUnits()
  const form = useRef<HTMLFormElement>(null)
  const { fields, stored } = draft
  const problems = problemsOf(fields)
  const isWrong = (field: Field): boolean => problems.includes(field)
  const growth = stored !== null && isStoredFor(draft) ? printedGrowth(stored) : null
  useEffect(() => {
    if (!takesFocus) return
    const first = form.current?.querySelector<HTMLElement>('[aria-invalid=true]')
    ;(first ?? form.current?.querySelector<HTMLElement>('select'))?.focus()
  }, [takesFocus])
  // The button that was pressed may be gone.
  const toSubmit = (): void => form.current?.querySelector<HTMLElement>('[type=submit]')?.focus()
  const change = (corrected: Partial<Fields>): void => {
    edit(corrected)
    toSubmit()
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (problems.length === 0) accept()
  }
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    close()
  }
  const text = (field: 'period' | 'value' | 'growth' | 'share' | 'shareChange', size: number): ReactNode => (
    <label>
      <span>{desk.fields[field]}</span>
      <input
        value={fields[field]}
        size={size}
        maxLength={80}
        autoComplete="off"
        inputMode={field === 'period' ? undefined : 'decimal'}
        title={field === 'period' ? desk.periodHelp : undefined}
        aria-invalid={isWrong(field)}
        onChange={({ target }) => edit({ [field]: field === 'period' ? target.value.trim() : numberOf(target.value) })}
      />
    </label>
  )
  return (
    <form
      ref={form}
      className="edit"
      aria-label={words.labelled(desk.correct, name)}
      onKeyDown={press}
      onSubmit={submit}
    >
      <div className="fields">
        <label>
          <span>{desk.fields.metric}</span>
          <select
            value={fields.metric}
            aria-invalid={isWrong('metric')}
            onChange={({ target }) => edit({ metric: target.value })}
          >
            {fields.metric === '' && <option value="">{desk.choose}</option>}
            {lists.metrics.map((metric) => (
              <option key={metric.code} value={metric.code}>
                {words.text(metric)}
              </option>
            ))}
          </select>
        </label>
        <div className="field">
          <span aria-hidden="true">{desk.fields.category}</span>
          <CategoryField
            category={fields.category}
            nearest={draft.nearest}
            isWrong={isWrong('category')}
            choose={(category) => edit({ category })}
          />
        </div>
        {text('period', 9)}
        {text('value', 9)}
        <label>
          <span>{desk.fields.unit}</span>
          <select
            value={fields.unit}
            aria-invalid={isWrong('unit')}
            onChange={({ target }) => edit({ unit: target.value as Unit })}
          >
            {fields.unit === '' && <option value="">{desk.choose}</option>}
            {lists.units.map(({ unit }) => (
              <option key={unit} value={unit}>
                {units.nameOf(unit)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{desk.fields.qualifier}</span>
          <select value={fields.qualifier} onChange={({ target }) => edit({ qualifier: target.value as Qualifier })}>
            {qualifiers.map((each) => (
              <option key={each} value={each}>
                {each === 'EXACT' ? desk.exact : words.qualified[each].replace('#', '…')}
              </option>
            ))}
          </select>
        </label>
        {text('growth', 6)}
        {text('share', 6)}
        {fields.shareChange !== '' && text('shareChange', 6)}
      </div>
      {problems.length > 0 && (
        <p className="quiet" role="status">
          {desk.needed(words.listed([...new Set(problems)].map((each) => desk.fields[each])))}
        </p>
      )}
      <p className="buttons">
        <button type="submit" className="primary" disabled={problems.length > 0}>
          {desk.accept}
        </button>
        {growth !== null && fields.growth !== '' && fields.growth !== growth && (
          <button type="button" className="button" onClick={() => change({ growth })}>
            {desk.useStored(words.percent(signed(growth)))}
          </button>
        )}
        {fields.value !== '' && (fields.growth !== '' || fields.share !== '') && (
          <button
            type="button"
            className="button"
            onClick={() => change({ growth: '', share: '', shareChange: '', otherChanges: [] })}
          >
            {desk.valueAlone}
          </button>
        )}
        {isEdited(draft) && (
          <button
            type="button"
            className="button"
            onClick={() => {
              restore()
              toSubmit()
            }}
          >
            {desk.asRead}
          </button>
        )}
        <button type="button" className="button" onClick={reject}>
          {desk.reject}
        </button>
        <button type="button" className="button" onClick={close}>
          {desk.close}
        </button>
      </p>
    </form>
  )
}
