interface Known {
  readonly head: string
  readonly text: string
  readonly key: string
}

const places = 256 // a power of two
const maxLength = 8192
const samples = 16

/**
 * Makes the keys of responses from a short head and the text of a query. V8 hashes each new string as a whole when it is
 * looked up, so that the keys of responses sent lately are found by samples of the text, and compared.
 */
export class ResponseKeys {
  readonly #known = new Array<Known | undefined>(places)

  of(head: string, text: string): string {
    const known = this.#known[placeOf(text)]
    return known !== undefined && known.text === text && known.head === head ? known.key : head + text
  }

  keep(head: string, text: string, key: string): void {
    if (text.length > maxLength) return
    const place = placeOf(text)
    if (this.#known[place]?.key !== key) this.#known[place] = { head, text, key }
  }
}

function placeOf(text: string): number {
  let hash = text.length
  for (let sample = 0; sample < samples; sample++)
    hash = Math.imul(hash, 31) + text.charCodeAt(Math.floor((text.length * sample) / samples))
  return hash & (places - 1)
}
