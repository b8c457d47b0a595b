import { Refusal } from '../../errors.js'
import type { View } from './view.js'

/** What gives out views of a store; `Store` is one. */
export interface ViewSource {
  /** Of the newest version; what it asks of the store is stopped when the signal is aborted. */
  view(signal?: AbortSignal): Promise<View>
}

const attempts = 5

/**
 * What is made of a store at one version: where the store moved on meanwhile, it is made again from the start, so that
 * nothing mixes two versions. UNAVAILABLE where it moves on each time.
 */
export async function atOneVersion<T>(
  store: ViewSource,
  make: (view: View) => Promise<T> | T,
  signal?: AbortSignal,
): Promise<T> {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const view = await store.view(signal)
    try {
      const made = await make(view)
      if (!view.torn) return made
    } catch (error) {
      if (!view.torn) throw error
    }
  }
  throw new Refusal('UNAVAILABLE', 'The store changes faster than this can be answered: ask again in a moment.')
}
