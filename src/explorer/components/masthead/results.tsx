import type { ReactNode } from 'react'
import type { Found, FoundGroup } from '../../data/search.js'
import { useWords } from '../../i18n/words.js'

interface ResultsProps {
  readonly id: string
  readonly isShown: boolean
  readonly text: string
  readonly groups: readonly FoundGroup[]
  readonly isEmpty: boolean
  readonly active: number
  readonly point: (index: number) => void
  readonly follow: (found: Found) => void
}

/** Lists what was found. The field has the focus; a click must not take it away before it counts. */
export function Results({ id, isShown, text, groups, isEmpty, active, point, follow }: ResultsProps): ReactNode {
  const { words } = useWords()
  const { search } = words.page
  let index = -1
  return (
    <div className="results" hidden={!isShown} onPointerDown={(event) => event.preventDefault()}>
      <div id={`${id}results`} role="listbox" aria-label={search.results}>
        {groups.map(({ key, name, count, found }) => (
          // biome-ignore lint/a11y/useSemanticElements: the group of a list of choices
          <div key={key} role="group" aria-label={name}>
            <p className="group" role="presentation">
              <span>{name}</span>
              <span>{search.ofAll(found.length, count)}</span>
            </p>
            {found.map((each) => {
              index += 1
              const own = index
              return (
                // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the field does the same
                <div
                  key={each.key}
                  id={`${id}${own}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={own === active}
                  className="result"
                  onPointerMove={() => point(own)}
                  onClick={() => follow(each)}
                >
                  <p className="name">
                    <Marked name={each.name} text={text} />
                    {each.other !== '' && <span className="other"> {each.other}</span>}
                    {each.kind !== '' && <span className="kind"> {each.kind}</span>}
                  </p>
                  <p className="leads">{each.sentence}</p>
                </div>
              )
            })}
          </div>
        ))}
      </div>
      <p role="status" className="nothing">
        {isEmpty && isShown && search.none(text)}
      </p>
      <p className="keys" aria-hidden="true">
        <span>{search.keys}</span>
        <span>{search.also}</span>
      </p>
    </div>
  )
}

function Marked({ name, text }: { name: string; text: string }): ReactNode {
  const at = name.toLowerCase().indexOf(text.toLowerCase())
  if (at < 0 || text === '') return <b>{name}</b>
  const end = at + text.length
  return (
    <b>
      {name.slice(0, at)}
      <mark>{name.slice(at, end)}</mark>
      {name.slice(end)}
    </b>
  )
}
