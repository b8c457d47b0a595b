import { Refusal } from '../../errors.js'
import type { View } from './view.js'

export interface ViewSource {
  view(signal?: AbortSignal): Promise<View>
}

const attempts = 5

/**
 * Computes a result from one version of a store, and starts again if the store changes meanwhile. Throws UNAVAILABLE after
 * five attempts.
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
  throw new Refusal('UNAVAILABLE', 'The store changed during each of five attempts. Try again in a moment.')
}
