import { useMemo, useRef } from 'react'
import { ChoicesDocument, FrontDocument, TableDocument } from '../../generated/gql/explorer/graphql.js'
import type { ChartModel } from '../charts/model.js'
import { modelOf } from '../charts/model-of.js'
import type { Words } from '../i18n/en.js'
import type { ChoicesData, FrontData } from './answered.js'
import type { Fault } from './asking/ask.js'
import { useAnswer, useAnswers } from './asking/use-answer.js'
import type { Language, State } from './state.js'
import { type Grid, gridOf } from './table/grid.js'
import { settled, type View, viewOf } from './view.js'

/** Holds everything that the page is drawn from. What is shown stays until the answer to a new choice is there. */
export interface PageData {
  readonly state: State
  readonly front: FrontData | null
  readonly choices: ChoicesData | null
  readonly view: View | null
  readonly shown: Shown | null
  readonly waits: boolean
  readonly fault: Fault | null
  readonly again: () => void
}

export interface Shown {
  readonly state: State
  readonly view: View
  readonly grid: Grid
  readonly model: ChartModel | null
}

export function usePage(asked: State, language: Language, words: Words): PageData {
  const front = useAnswer(FrontDocument, {})
  const state = useMemo(() => settled(asked, front.data), [asked, front.data])
  const draft = viewOf(state, language, front.data, null)
  const choices = useAnswer(ChoicesDocument, draft === null ? null : { filter: draft.scope })
  const isKnown = !choices.waits && choices.fault === null
  const view = viewOf(state, language, front.data, isKnown ? choices.data : null)
  const table = useAnswers(TableDocument, view?.table?.parts ?? null)
  const isCurrent = view !== null && front.data !== null && isKnown && !table.waits && table.fault === null
  const grid = useMemo(() => (table.data === null ? null : gridOf(table.data)), [table.data])
  const lists = front.data
  const current = useMemo((): Shown | null => {
    if (!isCurrent || grid === null || lists === null) return null
    return { state, view, grid, model: modelOf({ state, view, lists, grid, words }) }
  }, [isCurrent, grid, lists, state, words])
  const last = useRef<Shown | null>(null)
  if (current !== null) last.current = current
  const known = useRef<View | null>(null)
  if (view?.table != null) known.current = view
  return {
    state,
    front: front.data,
    choices: choices.data,
    view: view === null || view.table !== null ? view : { ...view, table: known.current?.table ?? null },
    shown: last.current,
    waits: front.waits || choices.waits || table.waits,
    fault: front.fault ?? choices.fault ?? table.fault,
    again: () => {
      for (const each of [front, choices, table]) if (each.fault !== null) each.again()
    },
  }
}
