import { type ReactNode, useContext, useDeferredValue, useMemo, useState } from 'react'
import { modelOf } from '../../charts/model-of.js'
import type { ChoicesData } from '../../data/answered.js'
import { nameIn } from '../../data/named.js'
import { candidatesOf, foundBy, sorted } from '../../data/panels/candidate.js'
import { isPreset, presets, selectedOf, toggled } from '../../data/selection.js'
import { type Sorting, sortings } from '../../data/state.js'
import type { Grid } from '../../data/table/grid.js'
import type { Lists, View } from '../../data/view.js'
import { useWords } from '../../i18n/words.js'
import { Glyph } from '../glyph.js'
import { StateContext } from '../go-link.js'
import { Chips } from './chips.js'
import { Panel } from './panel.js'
import { PickerRows } from './picker-rows.js'

interface PickerProps {
  readonly view: View
  readonly lists: Lists
  readonly choices: ChoicesData | null
  readonly grid: Grid | null
}

/** Chooses categories. The chart follows at once; Escape restores what was chosen before. */
export function Picker({ view, lists, choices, grid }: PickerProps): ReactNode {
  const { words, language } = useWords()
  const [state, go] = useContext(StateContext)
  const [before] = useState({ categories: state.categories, top: state.top, level: state.level })
  const [text, setText] = useState('')
  const [sorting, setSorting] = useState<Sorting>('value')

  const model = useMemo(
    () => (grid === null ? null : modelOf({ state, view, lists, grid, words })),
    [state, view, lists, grid, words],
  )
  const candidates = useMemo(() => candidatesOf(choices?.indicators.facets ?? [], model), [choices, model])
  const { levels = [], level = null } = view.table ?? {}
  const depth = level?.depth ?? 0
  const wanted = useDeferredValue(text)
  const rows = useMemo(() => {
    const found = foundBy(candidates, wanted, depth)
    const { compare } = new Intl.Collator(words.tag)
    return wanted.trim() === '' ? sorted(found, sorting, model?.at ?? 0, words.text, compare) : found
  }, [candidates, wanted, depth, sorting, model, words])

  const selected = selectedOf(state, model)
  const name = nameIn(lists.dimensions, state.by, words)
  const kind = words.panels.kindOf(state.by, words.level(state.by, 0, name))
  const metric = nameIn(lists.metrics, view.metrics[0] ?? '', words)
  const count = level?.codes.length ?? 0
  const close = (): void => go({ panel: null })
  return (
    <Panel
      name={words.panels.choose(kind)}
      title={<h2>{words.panels.choose(kind)}</h2>}
      close={close}
      undo={() => go({ ...before, panel: null })}
      foot={
        <>
          <p>
            {words.panels.countOf(selected.length, candidates.length)} {words.panels.colours}
          </p>
          <button type="button" className="primary" onClick={close}>
            {words.panels.show(selected.length, kind)}
          </button>
        </>
      }
    >
      <div className="picker">
        <Chips
          candidates={candidates}
          selected={selected}
          remove={(code) => go(toggled(selected, code))}
          clear={() => go(presets.none)}
        />
        <label className="field">
          <Glyph name="search" size={18} />
          <input
            type="search"
            data-first
            value={text}
            placeholder={words.panels.find(kind)}
            aria-label={words.panels.find(kind)}
            onChange={({ target }) => setText(target.value)}
            onKeyDown={({ key, nativeEvent }) => {
              const last = selected.at(-1)
              // The rows may be those of an earlier text.
              const [first] = text.trim() === '' ? [] : foundBy(candidates, text, depth)
              if (key === 'Enter' && !nativeEvent.isComposing && first !== undefined) {
                go(toggled(selected, first.code))
                setText('')
              }
              if (key === 'Backspace' && text === '' && last !== undefined) go(toggled(selected, last))
            }}
          />
        </label>
        {levels.length > 1 && (
          <div className="tabs" role="tablist" aria-label={words.panels.levels}>
            {levels.map((each) => (
              <button
                key={each.depth}
                type="button"
                role="tab"
                aria-selected={each.depth === depth}
                onClick={() => {
                  setText('')
                  go({ level: each.depth })
                }}
              >
                {words.panels.level(words.level(state.by, each.depth, name))} <span>{each.codes.length}</span>
              </button>
            ))}
          </div>
        )}
        <div className="presets">
          <span>{words.panels.take}</span>
          {[5, 10].map((top) => (
            <button
              key={top}
              type="button"
              aria-pressed={isPreset(state, presets.top(top))}
              onClick={() => go(presets.top(top))}
            >
              {words.panels.top(top)}
            </button>
          ))}
          <button type="button" aria-pressed={isPreset(state, presets.all)} onClick={() => go(presets.all)}>
            {words.panels.all(count)}
          </button>
          <button type="button" aria-pressed={isPreset(state, presets.none)} onClick={() => go(presets.none)}>
            {words.panels.none}
          </button>
          <label className="sort">
            {words.panels.sortBy}{' '}
            <select value={sorting} onChange={({ target }) => setSorting(target.value as Sorting)}>
              {sortings.map((each) => (
                <option key={each} value={each}>
                  {words.panels.sortings[each]}
                </option>
              ))}
            </select>
          </label>
        </div>
        <PickerRows
          rows={rows}
          model={model}
          metric={metric}
          depth={depth}
          sorting={sorting}
          selected={selected}
          language={language}
          choose={(code) => go(toggled(selected, code))}
        />
      </div>
    </Panel>
  )
}
