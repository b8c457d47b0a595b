import { type ReactNode, useContext } from 'react'
import type { ChartSeries } from '../../charts/model.js'
import { nameIn } from '../../data/named.js'
import { everything, toggled } from '../../data/selection.js'
import { useWords } from '../../i18n/words.js'
import { StateContext } from '../go-link.js'
import { Marker } from '../panels/marker.js'
import type { Asked } from './choices/choice.js'

const most = 6

export function Chips({ asked }: { asked: Asked }): ReactNode {
  const { words } = useWords()
  const { page } = words
  const [state, go] = useContext(StateContext)
  const { view, lists } = asked
  const codes = chosenCodes(asked)
  if (codes === null) return null
  const depth = view.table?.level.depth ?? 0
  const kind = words.level(state.by, depth, nameIn(lists.dimensions, state.by, words))
  const rest = codes.length - most
  return (
    <span className="chips">
      {codes.slice(0, most).map((code) => {
        const { name, colour } = named(code, asked)
        return (
          <span key={code} className="chip">
            <Marker colour={colour} />
            {name}
            <button type="button" aria-label={page.remove(name)} onClick={() => go(toggled(codes, code))}>
              ×
            </button>
          </span>
        )
      })}
      {rest > 0 && (
        <button type="button" className="chip more" onClick={() => go({ panel: 'picker' })}>
          {page.grey(rest)}
        </button>
      )}
      <button type="button" className="add" onClick={() => go({ panel: 'picker' })}>
        {page.addPlaces(kind)}
      </button>
    </span>
  )
}

/** Returns the codes that were chosen one by one, or null for a choice by size. */
export function chosenCodes({ state }: Pick<Asked, 'state'>): readonly string[] | null {
  const { by, categories } = state
  return by === 'TOTAL' || categories === null || categories[0] === everything ? null : categories
}

function named(
  code: string,
  { shown, choices, words }: Asked,
): { readonly name: string; readonly colour: number | null } {
  const series: ChartSeries | undefined = shown?.model?.series.find(({ category }) => category === code)
  const facet = choices?.indicators.facets.find(({ category }) => category.code === code)
  return {
    name: facet === undefined ? (series?.label ?? code) : words.text(facet.category),
    colour: series?.colour ?? null,
  }
}
