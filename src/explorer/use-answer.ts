import { createContext, useContext, useEffect, useRef, useState } from 'react'
import type { TypedDocumentString } from '../generated/gql/explorer/graphql.js'
import { addressOf } from './address.js'
import { ask, Fault } from './ask.js'

/** What is known of the answer to a question. */
export interface Answer<Result> {
  /** The answer, or the last one to the question before while this one is on its way. */
  readonly data: Result | null
  /** Whether a newer answer is on its way. */
  readonly waits: boolean
  readonly fault: Fault | null
  /** Asks again. */
  readonly again: () => void
}

/** Grows with each change of the store that the page hears of: answers of before are asked for again. */
export const Epoch = createContext(0)

const kept = new Map<string, { readonly epoch: number; readonly data: unknown }>()
const mostKept = 100

/** Asks a question, and again where it changes or the store does; asks nothing where variables are null. */
export function useAnswer<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables | null,
): Answer<Result> {
  const epoch = useContext(Epoch)
  const [attempt, setAttempt] = useState(0)
  const address = variables === null ? null : addressOf(document, variables)
  const [last, setLast] = useState<{ address: string; data: Result | null; fault: Fault | null } | null>(null)
  const asked = useRef({ document, variables })
  asked.current = { document, variables }

  useEffect(() => {
    const { document, variables } = asked.current
    if (address === null || variables === null || kept.get(address)?.epoch === epoch) return undefined
    let wanted = true
    ask(document, variables, epoch > 0 || attempt > 0).then(
      (data) => {
        keep(address, epoch, data)
        if (wanted) setLast({ address, data, fault: null })
      },
      (fault: unknown) => {
        const told = fault instanceof Fault ? fault : new Fault('refused', String(fault))
        if (wanted) setLast((before) => ({ address, data: before?.data ?? null, fault: told }))
      },
    )
    return () => {
      wanted = false
    }
  }, [address, epoch, attempt])

  useEffect(() => {
    const again = (): void => setAttempt((before) => before + 1)
    window.addEventListener('online', again)
    return () => window.removeEventListener('online', again)
  }, [])

  const held = address === null ? undefined : kept.get(address)
  const fault = last !== null && last.address === address && held?.epoch !== epoch ? last.fault : null
  const data = (held?.data as Result | undefined) ?? last?.data ?? null
  return {
    data,
    waits: address !== null && held?.epoch !== epoch && fault === null,
    fault,
    again: () => {
      setLast((before) => (before === null ? null : { ...before, fault: null }))
      setAttempt((before) => before + 1)
    },
  }
}

function keep(address: string, epoch: number, data: unknown): void {
  kept.delete(address)
  kept.set(address, { epoch, data })
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) return
    kept.delete(oldest)
  }
}
