export function memoizeUntilRejected<T>(compute: () => Promise<T>): () => Promise<T> {
  let cached: Promise<T> | null = null
  return () => {
    cached ??= compute().catch((error) => {
      cached = null
      throw error
    })
    return cached
  }
}

/** Returns the value of a key, after `make` has made it if there is none, like Map.getOrInsertComputed of ES2026. */
export function getOrInsert<Key, Value>(map: Map<Key, Value>, key: Key, make: (key: Key) => Value): Value {
  const found = map.get(key)
  if (found !== undefined) return found
  const made = make(key)
  map.set(key, made)
  return made
}

export function memoizeByObject<Key extends object, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const cache = new WeakMap<Key, Value>()
  return (key) => {
    const cached = cache.get(key)
    if (cached !== undefined) return cached
    const value = compute(key)
    cache.set(key, value)
    return value
  }
}

/** Caches the result of a function for each text, starting anew after `most` texts. Errors are not cached. */
export function memoizeByText<Value extends {}>(compute: (text: string) => Value, most = 10_000) {
  const cache = new Map<string, Value>()
  return (text: string): Value => {
    const cached = cache.get(text)
    if (cached !== undefined) return cached
    const value = compute(text)
    if (cache.size >= most) cache.clear()
    cache.set(text, value)
    return value
  }
}
