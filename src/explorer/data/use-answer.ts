import { createContext, useContext, useEffect, useRef, useState } from 'react'
import type { TypedDocumentString } from '../../generated/gql/explorer/graphql.js'
import { addressOf } from './address.js'
import { ask, earlyAnswer, Fault } from './ask.js'

/** What is known of the answer to a question. */
export interface Answer<Result, Variables> {
  /** The answer; while it is on its way, the last one to the question before. */
  readonly data: Result | null
  /** What `data` answers. */
  readonly of: Variables | null
  /** Whether a newer answer is on its way. */
  readonly waits: boolean
  readonly fault: Fault | null
  /** Asks again. */
  readonly again: () => void
}

/** Grows with each change of the store that the page hears of: answers of before are asked for again. */
export const Epoch = createContext(0)

interface Kept {
  readonly epoch: number
  readonly data: unknown
}

const kept = new Map<string, Kept>()
const mostKept = 100

/** After how long a server that gave no answer is asked again, in ms: longer each time that it was in vain. */
const pauses = { least: 4_000, most: 60_000 }

/** Whether to ask again without being told to; what took too long would do so again. */
const passes = ({ kind, code }: Fault): boolean => kind !== 'refused' && code !== 'TIMEOUT'

interface Failed {
  readonly address: string
  readonly fault: Fault
  /** How often before, one after the other. */
  readonly times: number
}

/** Asks a question, and again where it changes or the store does; asks nothing where variables are null. */
export function useAnswer<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables | null,
): Answer<Result, Variables> {
  const epoch = useContext(Epoch)
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
        const told = reason instanceof Fault ? reason : new Fault('refused', String(reason))
        if (isWanted)
          setFault((before) => ({
            ...{ address, fault: told },
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

  /** What went wrong stays in sight until there is an answer. */
  function retry(): void {
    setAttempt((before) => before + 1)
  }
}

/** An answer that came before the page did, so that the page has it when it is first drawn. */
function keptEarly(address: string): Kept | undefined {
  const data = earlyAnswer(address)
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
