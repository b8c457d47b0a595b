const most = 50_000 // texts of all queries together

let count = 0
let generation = 0

/** Remembers a text for each of some objects. All memories are emptied together, when they have too many texts. */
export class Memory {
  #texts = new WeakMap<object, string>()
  #generation = generation

  get(key: object): string | undefined {
    return this.#generation === generation ? this.#texts.get(key) : undefined
  }

  set(key: object, text: string): void {
    if (count >= most) {
      count = 0
      generation += 1
    }
    if (this.#generation !== generation) {
      this.#generation = generation
      this.#texts = new WeakMap()
    }
    this.#texts.set(key, text)
    count += 1
  }
}
