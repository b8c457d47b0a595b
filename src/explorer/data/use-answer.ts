import { createContext, useContext, useEffect, useRef, useState } from 'react'
import type { TypedDocumentString } from '../../generated/gql/explorer/graphql.js'
import { addressOf, ask, Fault, prefetchedAnswer } from './ask.js'

/** The state of a query. While a new response is pending, `data` is the previous one, of the variables `of`. */
export interface Answer<Result, Variables> {
  readonly data: Result | null
  readonly of: Variables | null
  readonly waits: boolean
  readonly fault: Fault | null
  readonly again: () => void
}

/** A counter that increments with each change of the store; earlier responses are then requested again. */
export const EpochContext = createContext(0)

interface Kept {
  readonly epoch: number
  readonly data: unknown
}

const kept = new Map<string, Kept>()
const mostKept = 100

/** Delays before retrying a failed query, in milliseconds; increased after each failure. */
const pauses = { least: 4_000, most: 60_000 }

const passes = ({ kind, code }: Fault): boolean => kind !== 'refused' && code !== 'TIMEOUT'

interface Failed {
  readonly address: string
  readonly fault: Fault
  readonly times: number
}

/** Sends a query whenever its variables or the store change; sends nothing while variables are null. */
export function useAnswer<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables | null,
): Answer<Result, Variables> {
  const epoch = useContext(EpochContext)
  const [attempt, setAttempt] = useState(0)
  const [fault, setFault] = useState<Failed | null>(null)
  const [, setAnswered] = useState(0)
  const address = variables === null ? null : addressOf(document, variables)
  const asked = useRef({ document, variables })
  asked.current = { document, variables }
  const last = useRef<{ readonly data: Result; readonly of: Variables } | null>(null)

  useEffect(() => {
    const { document, variables } = asked.current
    if (address === null || variables === null || kept.get(address)?.epoch === epoch) return undefined
    let isWanted = true
    ask(document, variables, epoch > 0 || attempt > 0).then(
      (data) => {
        keep(address, { epoch, data })
        if (!isWanted) return
        setFault(null)
        setAnswered((before) => before + 1)
      },
      (reason: unknown) => {
        const error = reason instanceof Fault ? reason : new Fault('refused', String(reason))
        if (isWanted)
          setFault((before) => ({
            ...{ address, fault: error },
            times: before?.address === address ? before.times + 1 : 0,
          }))
      },
    )
    return () => {
      isWanted = false
    }
  }, [address, epoch, attempt])

  const held = address === null ? undefined : (kept.get(address) ?? keptEarly(address))
  if (held !== undefined && variables !== null) last.current = { data: held.data as Result, of: variables }
  const isNew = held?.epoch === epoch
  const found = fault !== null && fault.address === address && !isNew ? fault.fault : null

  const mayPass = found !== null && passes(found)
  useEffect(() => {
    if (!mayPass || fault === null) return undefined
    const pause = Math.min(pauses.most, pauses.least * 1.5 ** fault.times)
    const timer = setTimeout(retry, pause)
    window.addEventListener('online', retry)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('online', retry)
    }
  }, [mayPass, fault])

  return {
    data: last.current?.data ?? null,
    of: last.current?.of ?? null,
    waits: address !== null && !isNew && found === null,
    fault: found,
    again,
  }

  function again(): void {
    setFault(null)
    retry()
  }

  function retry(): void {
    setAttempt((before) => before + 1)
  }
}

function keptEarly(address: string): Kept | undefined {
  const data = prefetchedAnswer(address)
  if (data !== undefined) keep(address, { epoch: 0, data })
  return kept.get(address)
}

function keep(address: string, answer: Kept): void {
  kept.delete(address)
  kept.set(address, answer)
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) return
    kept.delete(oldest)
  }
}
