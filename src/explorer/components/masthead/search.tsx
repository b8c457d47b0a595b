import {
  type KeyboardEvent,
  type ReactNode,
  useContext,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { SearchDocument } from '../../../generated/gql/explorer/graphql.js'
import { useAnswer } from '../../data/asking/use-answer.js'
import { type Found, foundGroups } from '../../data/search.js'
import type { Lists } from '../../data/view.js'
import { useWords } from '../../i18n/words.js'
import { Glyph } from '../glyph.js'
import { StateContext } from '../go-link.js'
import { Results } from './results.js'
import { useSettled, useSlash } from './use-typed.js'

export function Search({ lists }: { lists: Lists | null }): ReactNode {
  const { words } = useWords()
  const { search } = words.page
  const [state, go] = useContext(StateContext)
  const id = useId()
  const [text, setText] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [isWide, setWide] = useState(false)
  const [active, setActive] = useState(0)
  const [isSent, setSent] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const settled = useSettled(text.trim())
  const answer = useAnswer(
    SearchDocument,
    settled === '' || lists === null
      ? null
      : { text: settled, metrics: state.metrics.length === 0 ? null : [...state.metrics.slice(0, 1)] },
  )
  const isCurrent = text.trim() !== '' && answer.of?.text === text.trim() && !answer.waits
  const groups = answer.data === null || lists === null ? [] : foundGroups(answer.data, state, lists, words)
  const rows = groups.flatMap(({ found }) => found)
  const isShown = isOpen && text.trim() !== '' && (isCurrent || rows.length > 0)

  useSlash(() => {
    setWide(true)
    field.current?.focus()
  })
  useLayoutEffect(() => {
    if (isWide) field.current?.focus()
  }, [isWide])
  const close = (): void => {
    setOpen(false)
    setWide(false)
    setText('')
    setActive(0)
    setSent(false)
  }
  const follow = (found: Found): void => {
    close()
    field.current?.blur()
    go(found.to)
  }
  // Enter counts even if the answer is not there yet.
  const chosen = rows[active]
  useEffect(() => {
    if (isSent && isCurrent && chosen !== undefined) follow(chosen)
  }, [isSent, isCurrent, chosen])

  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      event.preventDefault()
      close()
      field.current?.blur()
    } else if (event.key === 'Enter') {
      event.preventDefault()
      if (text.trim() !== '') setSent(true)
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      setActive((before) => Math.max(0, Math.min(rows.length - 1, before + step)))
    }
  }
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: the element search is not known to all screen readers */}
      <div
        className="search"
        role="search"
        data-open={isWide || undefined}
        onBlur={({ relatedTarget, currentTarget }) => {
          if (currentTarget.contains(relatedTarget)) return
          setOpen(false)
          setWide(false)
        }}
      >
        <Glyph name="search" size={18} />
        <input
          ref={field}
          type="search"
          role="combobox"
          aria-label={search.label}
          aria-expanded={isShown}
          aria-controls={`${id}results`}
          aria-autocomplete="list"
          aria-activedescendant={isShown && chosen !== undefined ? `${id}${active}` : undefined}
          aria-keyshortcuts="/"
          autoComplete="off"
          placeholder={search.hint}
          value={text}
          onFocus={() => setOpen(true)}
          onChange={({ target }) => {
            setText(target.value)
            setActive(0)
            setSent(false)
            setOpen(true)
          }}
          onKeyDown={press}
        />
        <span className="key" aria-hidden="true">
          {text === '' ? '/' : 'Esc'}
        </span>
        <button type="button" className="icon-only put-away" aria-label={words.figure.close} onClick={close}>
          <Glyph name="close" />
        </button>
        <Results
          id={id}
          isShown={isShown}
          text={text.trim()}
          groups={groups}
          isEmpty={isCurrent && rows.length === 0}
          active={active}
          point={setActive}
          follow={follow}
        />
      </div>
      <button type="button" className="icon-only find-button" aria-label={search.label} onClick={() => setWide(true)}>
        <Glyph name="search" size={20} />
      </button>
    </>
  )
}
