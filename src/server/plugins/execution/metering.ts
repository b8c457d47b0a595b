import type { ExecutionResult } from 'graphql'
import type { Limits } from '../../../config.js'
import { formatCount, Refusal } from '../../../errors.js'
import { Meter } from '../../../graphql/meter.js'
import { paceOf } from '../../../lib/pace.js'
import { withResolvers } from '../../../lib/with-resolvers.js'
import { jsonText } from '../response/json-text.js'
import type { Execution, Layer } from './execution.js'

const maxSuggestions = 5

type Metered = Pick<Limits, 'values' | 'bytes' | 'timeout'>

/** The data of the result is already text; Yoga calls `stringify` for the text of the whole response. */
export interface Written extends ExecutionResult {
  readonly stringify?: (result: ExecutionResult) => string
}

/**
 * Ends queries whose response exceeds the limits of values, bytes or CPU time with LIMIT_EXCEEDED, while the response is
 * computed in steps of a few milliseconds. Mutations are exempt, as they have taken effect by then.
 */
export const metering =
  (limits: Metered): Layer =>
  (execution) =>
    execution.request.kind === 'query' ? metered(execution, limits) : execution.run()

async function metered({ context, run }: Execution, limits: Metered): Promise<Written> {
  const pace = paceOf(context.signal)
  const { promise: ended, reject: end } = withResolvers<never>()
  ended.catch(() => {}) // handled by Promise.race below
  const meter = new Meter(pace, limits.values, end)
  pace.limit(limits.timeout / 2, (spent) => end(tooMuchWork(spent, limits.timeout / 2)))
  const result = await Promise.race([run({ ...context, meter }), ended, pace.stopped])
  if (meter.ended !== null) throw meter.ended // the whole result was computed in one step
  const { data, errors = [] } = result
  for (const { originalError } of errors.slice(maxSuggestions))
    if (originalError instanceof Refusal) originalError.dropSuggestions()
  if (data == null) return result
  const text = await jsonText(data, pace, limits.bytes)
  return { ...result, stringify: (whole) => textOf(whole, text) }
}

const tooMuchWork = (spent: number, most: number): Refusal =>
  new Refusal(
    'LIMIT_EXCEEDED',
    `The query exceeded the limit of ${formatCount(most)} ms of CPU time, half of QUERY_TIMEOUT_MS (${formatCount(Math.round(spent))} ms so far). Request shorter lists, a narrower filter, or fewer fields.`,
  )

function textOf({ stringify: _, ...whole }: Written, data: string): string {
  const parts = Object.entries(whole).flatMap(([name, value]) => {
    const text = name === 'data' ? data : JSON.stringify(value)
    return text === undefined ? [] : [`${JSON.stringify(name)}:${text}`]
  })
  return `{${parts.join(',')}}`
}
