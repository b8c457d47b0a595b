export class ClientCounter {
  readonly #counts = new Map<string, number>()

  of(client: string): number {
    return this.#counts.get(client) ?? 0
  }

  /** Counts one more. The returned function uncounts it; further calls of it do nothing. */
  take(client: string): () => void {
    this.#counts.set(client, this.of(client) + 1)
    let released = false
    return () => {
      if (released) return
      released = true
      const left = this.of(client) - 1
      if (left > 0) this.#counts.set(client, left)
      else this.#counts.delete(client)
    }
  }
}
