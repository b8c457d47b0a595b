import type { Snapshot } from '../metadata-snapshot.js'
import type { Reader } from '../rows.js'

/** Returns a function that reads once per snapshot, and again if the view that read it was cancelled. */
export function oncePerSnapshot<T>(read: (view: Reader) => Promise<T>): (view: Reader) => Promise<T> {
  const readings = new WeakMap<Snapshot, Promise<T>>()
  return async (view) => {
    const known = await readings.get(view.snapshot)?.catch(() => undefined)
    if (known !== undefined) return known
    const reading = read(view)
    readings.set(view.snapshot, reading)
    return reading
  }
}
