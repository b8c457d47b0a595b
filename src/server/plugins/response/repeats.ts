const most = 16_384

/**
 * Remembers which keys were added lately, by 32-bit hashes (FNV-1a): it may take a new key for an old one, which does
 * no harm.
 */
export class Repeats {
  readonly #hashes = new Set<number>()

  add(key: string): boolean {
    const hash = hashOf(key)
    if (this.#hashes.has(hash)) return true
    if (this.#hashes.size >= most) this.#hashes.clear()
    this.#hashes.add(hash)
    return false
  }
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash
}
