import { createContext, useContext, useEffect, useRef, useState } from 'react'
import type { Answered, TypedText } from '../answered.js'
import { addressOf, asFault, ask, earlyAnswer, type Fault } from './ask.js'
import { type Rendering, RenderingContext } from './rendering.js'

/** The state of a query. While a new response is pending, `data` is the previous one, of the variables `of`. */
export interface Answer<Result, Variables> {
  readonly data: Result | null
  readonly of: Variables | null
  readonly waits: boolean
  readonly fault: Fault | null
  readonly again: () => void
}

/** Counts the changes of the store; earlier responses are then requested again. */
export const EpochContext = createContext(0)

interface Kept {
  readonly epoch: number
  readonly data: unknown
}

const kept = new Map<string, Kept>()
const mostKept = 100

/** The delays before retrying a failed query, in milliseconds; increased after each failure. */
const pauses = { least: 4_000, most: 60_000 }

const passes = ({ kind, code }: Fault): boolean => kind !== 'refused' && code !== 'TIMEOUT'

interface Failed {
  readonly address: string
  readonly fault: Fault
  readonly times: number
}

/** Sends a query whenever its variables or the store change; sends nothing while variables are null. */
export function useAnswer<Result, Variables>(
  document: TypedText<Result, Variables>,
  variables: Variables | null,
): Answer<Answered<Result>, Variables> {
  const { data, of, ...rest } = useAnswers(document, variables === null ? null : [variables])
  return { ...rest, data: data?.[0] ?? null, of: of?.[0] ?? null }
}

/** Sends a query once for each of several variables. `data` changes when all answers are there. */
export function useAnswers<Result, Variables>(
  document: TypedText<Result, Variables>,
  variables: readonly Variables[] | null,
): Answer<readonly Answered<Result>[], readonly Variables[]> {
  const epoch = useContext(EpochContext)
  const rendering = useContext(RenderingContext)
  const [attempt, setAttempt] = useState(0)
  const [fault, setFault] = useState<Failed | null>(null)
  const [, setAnswered] = useState(0)
  const addresses = variables?.map((each) => addressOf(document, each)) ?? []
  const address = addresses.join(' ')
  const last = useRef<{ readonly data: readonly Answered<Result>[]; readonly of: readonly Variables[] } | null>(null)

  useEffect(() => {
    let isWanted = true
    for (const [index, each] of variables?.entries() ?? []) {
      const own = addresses[index] ?? ''
      if (kept.get(own)?.epoch === epoch) continue
      ask(document, each, epoch > 0 || attempt > 0).then(
        (data) => {
          keep(own, { epoch, data })
          if (!isWanted) return
          if (addresses.every((other) => kept.get(other)?.epoch === epoch)) setFault(null)
          setAnswered((before) => before + 1)
        },
        (reason: unknown) => {
          if (!isWanted) return
          setFault((before) => {
            const times = before?.address === address ? before.times + 1 : 0
            return { address, fault: asFault(reason), times }
          })
        },
      )
    }
    return () => {
      isWanted = false
    }
  }, [address, epoch, attempt])

  const held = addresses.flatMap((each) => heldFor(each, rendering) ?? [])
  const isWhole = variables !== null && held.length === variables.length
  if (isWhole) {
    const data = held.map((each) => each.data as Answered<Result>)
    const isSame =
      last.current?.data.length === data.length && data.every((each, at) => each === last.current?.data[at])
    last.current = { data: isSame && last.current !== null ? last.current.data : data, of: variables }
  }
  const isNew = isWhole && held.every((each) => each.epoch === epoch)
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
    waits: variables !== null && !isNew && found === null,
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

function heldFor(address: string, rendering: Rendering | null): Kept | undefined {
  if (rendering !== null) {
    const data = rendering.answerTo(address)
    return data === undefined ? undefined : { epoch: 0, data }
  }
  return kept.get(address) ?? keptEarly(address)
}

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
