import { type ExecutionArgs, type ExecutionResult, getOperationAST } from 'graphql'
import type { Plugin, YogaInitialContext } from 'graphql-yoga'
import type { Limits } from '../../../config.js'
import { Refusal } from '../../../errors.js'
import { Meter } from '../../../graphql/meter.js'
import { paceOf } from '../../../lib/pace.js'
import { jsonText } from '../response/json-text.js'

/** How many errors of an answer come with what may have been meant. */
const mostSuggestions = 5

type Execute = (args: ExecutionArgs) => Promise<ExecutionResult> | ExecutionResult

type Metered = Pick<Limits, 'values' | 'bytes' | 'timeout'>

/** A result whose data has been written already. */
export interface Written extends ExecutionResult {
  /** What Yoga calls for the text of the whole answer. */
  readonly stringify?: (result: ExecutionResult) => string
}

/**
 * Counts the values and bytes of the answers to queries, and the time that computing them takes, while they are made in
 * stretches of a few milliseconds. An answer past a limit is ended with LIMIT_EXCEEDED before its text is put together. Mutations, which have been done by then, are
 * answered whatever their size.
 */
export function useMetering(limits: Metered): Plugin {
  return {
    onExecute({ executeFn, setExecuteFn }) {
      const execute = executeFn as Execute
      setExecuteFn((args: ExecutionArgs) =>
        getOperationAST(args.document, args.operationName)?.operation === 'query'
          ? metered(execute, args, limits)
          : execute(args),
      )
    },
  }
}

async function metered(execute: Execute, args: ExecutionArgs, limits: Metered): Promise<Written> {
  const context = args.contextValue as YogaInitialContext & { readonly signal?: AbortSignal }
  const pace = paceOf(context.signal)
  let end: (reason: Refusal) => void = () => {}
  const ended = new Promise<never>((_, reject) => {
    end = reject
  })
  ended.catch(() => {}) // whoever races with it is told
  const meter = new Meter(pace, limits.values, end)
  pace.limit(limits.timeout / 2, (spent) => end(tooMuchWork(spent, limits.timeout / 2)))
  const result = await Promise.race([execute({ ...args, contextValue: { ...context, meter } }), ended, pace.stopped])
  if (meter.ended !== null) throw meter.ended // all of it was made before anybody else had a turn
  const { data, errors = [] } = result
  for (const { originalError } of errors.slice(mostSuggestions))
    if (originalError instanceof Refusal) originalError.dropSuggestions()
  if (data == null) return result
  const text = await jsonText(data, pace, limits.bytes)
  return { ...result, stringify: (whole) => textOf(whole, text) }
}

const tooMuchWork = (spent: number, most: number): Refusal =>
  new Refusal(
    'LIMIT_EXCEEDED',
    `The query took more than ${most} ms of computing (${Math.round(spent)} when it was ended), and half of QUERY_TIMEOUT_MS is allowed: ask for shorter lists, a narrower filter, or fewer things at a time.`,
  )

/** The text of an answer, its keys in their order. */
function textOf({ stringify: _, ...whole }: Written, data: string): string {
  const parts = Object.entries(whole).flatMap(([name, value]) => {
    const text = name === 'data' ? data : JSON.stringify(value)
    return text === undefined ? [] : [`${JSON.stringify(name)}:${text}`]
  })
  return `{${parts.join(',')}}`
}
