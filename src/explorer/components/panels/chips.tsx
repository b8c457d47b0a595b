import type { ReactNode } from 'react'
import type { Candidate } from '../../data/panels/candidate.js'
import { mostColours } from '../../data/selection.js'
import { useWords } from '../../i18n/words.js'
import { Marker } from './marker.js'

interface ChipsProps {
  readonly candidates: readonly Candidate[]
  readonly selected: readonly string[]
  readonly remove: (code: string) => void
  readonly clear: () => void
}

export function Chips({ candidates, selected, remove, clear }: ChipsProps): ReactNode {
  const { words } = useWords()
  const coloured = selected.slice(0, mostColours)
  return (
    <div className="chosen">
      <ul className="chips" aria-label={words.panels.chosen}>
        {coloured.map((code, index) => {
          const found = candidates.find((each) => each.code === code)
          const name = found === undefined ? code : words.text(found)
          return (
            <li key={code} className="chip">
              <Marker colour={index + 1} /> {name}
              <button type="button" aria-label={words.panels.remove(name)} onClick={() => remove(code)}>
                ×
              </button>
            </li>
          )
        })}
        {selected.length > coloured.length && (
          <li className="chip grey">{words.panels.grey(selected.length - coloured.length)}</li>
        )}
      </ul>
      {selected.length > 0 && (
        <button type="button" className="plain" onClick={clear}>
          {words.panels.clear}
        </button>
      )}
    </div>
  )
}
