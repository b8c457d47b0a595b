import { type ChartModel, isSelected } from '../charts/model.js'
import { Fault } from '../data/asking/ask.js'
import { exportOf, seriesVariables } from '../data/export.js'
import { type Ask, type Loaded, loadChart } from '../data/load.js'
import { nameIn } from '../data/named.js'
import { everything } from '../data/selection.js'
import { askSource, dayOf, type Release } from '../data/source.js'
import { initial, type Language, parseState, type State } from '../data/state.js'
import { words as all } from '../i18n/all.js'
import type { Words } from '../i18n/en.js'
import { pinIn } from './address.js'
import { excerpt } from './text.js'

export interface Charted {
  readonly state: State
  readonly model: ChartModel
  readonly words: Words
  /** The day and the version of the store to which the chart is pinned, in words. */
  readonly asOf: string | null
  readonly revised: string | null
  readonly source: string
  readonly release: Release | null
  readonly file: string
  readonly description: string
}

/** Loads the chart of an address. Throws a Fault for codes without figures and for an address without a chart. */
export async function chartOf(search: string, language: Language, ask: Ask): Promise<Charted> {
  const words = all[language]
  const loaded = await loadChart(parseState(search), language, ask)
  const { state } = loaded
  checkCategories(state, loaded, words)
  const { model } = loaded
  if (model === null) throw new Fault('refused', words.empty, 'NOT_FOUND')
  const release = await askSource(loaded.view, ask)
  const version = new URLSearchParams(search).get('version')
  const known = [
    ...(state.asOf === null ? [] : [words.picture.asKnownOn(words.day(state.asOf))]),
    ...(version === null ? [] : [words.picture.atVersion(version)]),
  ]
  const asOf = known.length === 0 ? null : known.join(' · ')
  const source =
    release === null
      ? ''
      : words.picture.sourceOfChart(words.picture.publisher(release.publisher), words.day(dayOf(release)))
  const revised = revisedOf(model, words)
  return {
    ...{ state, model, words, asOf, revised, source, release },
    file: exportOf('csv', 'series', language, seriesVariables(loaded.view.table?.variables ?? {})) + pinIn(search),
    description: [model.unit, asOf, revised, source].filter((text) => text !== null && text !== '').join(' · '),
  }
}

function revisedOf({ chart, series, at }: ChartModel, words: Words): string | null {
  const points = series
    .filter(isSelected)
    .flatMap(({ points }) => (chart === 'bar' || chart === 'map' ? points.slice(at, at + 1) : points))
    .filter(({ value }) => value !== null)
  const count = points.filter(({ newer }) => newer !== null).length
  return count === 0 ? null : words.picture.revisedSince(count, points.length)
}

function checkCategories({ by, categories }: State, { grid, lists }: Loaded, words: Words): void {
  if (by === initial.by || categories === null || categories[0] === everything || grid.rows.length === 0) return
  const known = new Set(grid.rows.flatMap((row) => row.categories.map(({ code }) => code)))
  const unknown = categories.filter((code) => !known.has(code))
  if (unknown.length === 0) return
  const message = words.picture.unknownCategories(unknown.slice(0, 5).map(excerpt), nameIn(lists.dimensions, by, words))
  throw new Fault('refused', message, 'UNKNOWN_CODE')
}
