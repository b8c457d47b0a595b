import { addressOf, dataOf } from '../data/asking/ask.js'
import type { Ask } from '../data/load.js'

export type Send = (address: string) => Promise<Response>

interface Asking {
  readonly ask: Ask
  readonly askFor: (address: string) => Promise<unknown>
  readonly answers: ReadonlyMap<string, unknown>
}

/** Asks by a function, each question once. Throws a Fault. */
export function asking(send: Send): Asking {
  const answers = new Map<string, unknown>()
  const askFor = async (address: string): Promise<unknown> => {
    const data = answers.get(address) ?? (await dataOf(await send(address)))
    answers.set(address, data)
    return data
  }
  const ask = (async (document, variables) => askFor(addressOf(document, variables))) as Ask
  return { ask, askFor, answers }
}
