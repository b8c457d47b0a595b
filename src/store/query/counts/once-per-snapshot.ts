import type { Snapshot } from '../metadata-snapshot.js'
import type { Reader } from '../rows.js'

/** Returns a function that reads once per snapshot, and again if the view that read it was cancelled. */
export function oncePerSnapshot<T extends {}>(read: (view: Reader) => Promise<T>): (view: Reader) => T | Promise<T> {
  const values = new WeakMap<Snapshot, T>()
  const readings = new WeakMap<Snapshot, Promise<T>>()
  const readAgain = async (view: Reader): Promise<T> => {
    const known = await readings.get(view.snapshot)?.catch(() => undefined)
    if (known !== undefined) return known
    const reading = read(view)
    readings.set(view.snapshot, reading)
    const value = await reading
    values.set(view.snapshot, value)
    return value
  }
  return (view) => values.get(view.snapshot) ?? readAgain(view)
}
