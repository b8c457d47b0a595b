import { ChoicesDocument, ListsDocument, TableDocument } from '../../generated/gql/explorer/graphql.js'
import type { ChartModel } from '../charts/model.js'
import { modelOf } from '../charts/model-of.js'
import { words as all } from '../i18n/all.js'
import type { Answered, TypedText } from './answered.js'
import type { Language, State } from './state.js'
import { type Grid, gridOf } from './table/grid.js'
import { type Lists, settled, type View, viewOf } from './view.js'

/** Sends a query and returns its data; the page asks over HTTP, the server itself. */
export type Ask = <Result, Variables>(
  document: TypedText<Result, Variables>,
  variables: Variables,
) => Promise<Answered<Result>>

/** Holds everything that a chart is drawn from. `model` is null if no figure matches the state. */
export interface Loaded {
  readonly state: State
  readonly lists: Lists
  readonly view: View
  readonly grid: Grid
  readonly model: ChartModel | null
}

export async function loadChart(asked: State, language: Language, ask: Ask): Promise<Loaded> {
  const lists = await ask(ListsDocument, {})
  const state = settled(asked, lists)
  const draft = viewOf(state, language, lists, null)
  if (draft === null) throw new Error('A view with lists has a draft.')
  const choices = await ask(ChoicesDocument, { filter: draft.scope })
  const view = viewOf(state, language, lists, choices)
  if (view?.table == null) throw new Error('A view with choices has a table.')
  const grid = gridOf(await Promise.all(view.table.parts.map((part) => ask(TableDocument, part))))
  return { state, lists, view, grid, model: modelOf({ state, view, lists, grid, words: all[language] }) }
}
