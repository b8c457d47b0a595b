import { type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import { FindCategoriesDocument, type FindCategoriesQuery } from '../../../generated/gql/desk/graphql.js'
import { useSettled } from '../../components/masthead/use-typed.js'
import type { Answered } from '../../data/answered.js'
import { useAnswer } from '../../data/asking/use-answer.js'
import { type Category, totalCode } from '../data/draft.js'
import { useDeskWords } from '../i18n/words.js'

interface CategoryFieldProps {
  readonly category: Category | null
  readonly nearest: readonly Category[]
  readonly isWrong: boolean
  readonly choose: (category: Category) => void
}

const total: Category = {
  ...{ code: totalCode, en: 'Total', zh: '总计' },
  dimension: { code: 'TOTAL', en: 'Total', zh: '总计' },
}

/** Chooses a category by its name, in either language, with the search of the API. */
export function CategoryField({ category, nearest, isWrong, choose }: CategoryFieldProps): ReactNode {
  const { words, desk } = useDeskWords()
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const [active, setActive] = useState(0)
  const settled = useSettled((typed ?? '').trim())
  const { data, of } = useAnswer(FindCategoriesDocument, settled === '' ? null : { text: settled })
  const isCurrent = typed !== null && typed.trim() !== '' && of?.text === typed.trim()
  const found = isCurrent && data !== null ? categoriesIn(data) : []
  const options = typed === null ? [] : typed.trim() === '' ? [...nearest, total] : found
  const chosen = options[Math.min(active, options.length - 1)]

  const take = (option: Category): void => {
    choose(option)
    setTyped(null)
  }
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      if (typed === null) setTyped('')
      else setActive((before) => Math.max(0, Math.min(options.length - 1, before + step)))
    } else if (event.key === 'Enter' && chosen !== undefined) {
      event.preventDefault()
      take(chosen)
    } else if (event.key === 'Escape' && typed !== null) {
      event.preventDefault()
      event.stopPropagation()
      setTyped(null)
    }
  }
  return (
    <span className="category-field">
      <input
        role="combobox"
        aria-label={desk.fields.category}
        aria-expanded={options.length > 0}
        aria-controls={`${id}list`}
        aria-autocomplete="list"
        aria-activedescendant={chosen === undefined ? undefined : `${id}${options.indexOf(chosen)}`}
        aria-invalid={isWrong}
        autoComplete="off"
        value={typed ?? (category === null ? '' : nameOf(category))}
        onFocus={({ target }) => target.select()}
        onChange={({ target }) => {
          setTyped(target.value)
          setActive(0)
        }}
        onKeyDown={press}
        onBlur={() => setTyped(null)}
      />
      <div
        id={`${id}list`}
        role="listbox"
        aria-label={words.page.search.results}
        className="options"
        hidden={options.length === 0}
      >
        {options.map((option, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the field does the same
          <div
            key={`${option.dimension.code}:${option.code}`}
            id={`${id}${at}`}
            role="option"
            tabIndex={-1}
            aria-selected={option === chosen}
            className="option"
            onPointerDown={(event) => event.preventDefault()} // or the field would lose the focus, and the list close
            onClick={() => take(option)}
          >
            {nameOf(option)} {option.code !== totalCode && <small>{words.text(option.dimension)}</small>}
          </div>
        ))}
      </div>
      {isCurrent && data !== null && found.length === 0 && (
        <span role="status" className="options">
          {desk.noCategory}
        </span>
      )}
    </span>
  )

  function nameOf(option: Category): string {
    return option.code === totalCode ? desk.total : words.text(option)
  }
}

const categoriesIn = ({ search }: Answered<FindCategoriesQuery>): readonly Category[] =>
  search.flatMap(({ target }) => (target.__typename === 'Category' ? target : [])).slice(0, 12)
