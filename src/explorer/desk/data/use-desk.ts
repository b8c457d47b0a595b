import { useReducer, useState } from 'react'
import { changed, type Decision, type Draft, type Fields, problemsOf } from './draft.js'

export const orders = ['text', 'class'] as const
export type Order = (typeof orders)[number]

export interface Desk {
  readonly drafts: readonly Draft[]
  readonly active: string | null
  readonly open: string | null
  /** Indicates that the form of the open figure was asked for, and takes the focus. */
  readonly isAskedFor: boolean
  /** Counts the moves by key, after which the active figure takes the focus; null before the first. */
  readonly focus: number | null
  readonly order: Order
  readonly begin: (drafts: readonly Draft[]) => void
  /** Makes a figure the active one; `activate` also moves the focus to it. */
  readonly point: (key: string) => void
  readonly activate: (key: string | null) => void
  readonly edit: (key: string) => void
  readonly close: () => void
  readonly change: (key: string, fields: Partial<Fields>) => void
  readonly restore: (key: string) => void
  /** Accepts a figure, or opens it if something is missing. */
  readonly accept: (key: string) => void
  readonly decide: (key: string, decision: Decision) => void
  readonly sortBy: (order: Order) => void
}

/** Holds the figures at the desk; `touched` is called when a decision or a correction is made. */
export function useDesk(touched: () => void): Desk {
  const [drafts, dispatch] = useReducer(changed, [])
  const [active, setActive] = useState<string | null>(null)
  const [open, setOpen] = useState<string | null>(null)
  const [isAskedFor, setAskedFor] = useState(false)
  const [focus, setFocus] = useState<number | null>(null)
  const [order, setOrder] = useState<Order>('text')
  const focusIt = (): void => setFocus((before) => (before ?? 0) + 1)
  const edit = (key: string): void => {
    setActive(key)
    setOpen(key)
    setAskedFor(true)
  }
  const openContradicted = (draft: Draft | undefined): void => {
    const isOpen = draft?.class === 'CONTRADICTED' && draft.decision === 'OPEN'
    setOpen(isOpen ? draft.key : null)
    setAskedFor(false)
  }
  const close = (): void => {
    setOpen(null)
    focusIt()
  }
  const decide = (key: string, decision: Decision): void => {
    dispatch({ kind: 'decide', key, decision })
    touched()
    setActive(key)
    if (open === key) close()
  }
  return {
    ...{ drafts, active, open, isAskedFor, focus, order },
    begin: (read) => {
      dispatch({ kind: 'read', drafts: read })
      const first = read.find((draft) => draft.class === 'CONTRADICTED') ?? read[0]
      setActive(first?.key ?? null)
      openContradicted(first)
      focusIt()
    },
    point: setActive,
    activate: (key) => {
      if (key === null) return
      setActive(key)
      if (key !== open) openContradicted(drafts.find((each) => each.key === key))
      focusIt()
    },
    edit,
    close,
    change: (key, fields) => {
      dispatch({ kind: 'edit', key, fields })
      touched()
    },
    restore: (key) => {
      dispatch({ kind: 'restore', key })
      touched()
    },
    accept: (key) => {
      const draft = drafts.find((each) => each.key === key)
      if (draft === undefined) return
      if (problemsOf(draft.fields).length > 0) edit(key)
      else decide(key, 'ACCEPTED')
    },
    decide,
    sortBy: setOrder,
  }
}
