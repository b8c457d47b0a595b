import { type DocumentNode, GraphQLError, type ParseOptions, parse, type Source } from 'graphql'

const longestWord = 1000
const endless = new RegExp(`\\w{${longestWord + 1}}`) // such a name would be compared with all there are, and told in full

/** Parses an operation of at most so many tokens, without endless names; LIMIT_EXCEEDED where it has more. */
export const parseWithin =
  (most: number) =>
  (source: string | Source, options?: ParseOptions): DocumentNode => {
    if (endless.test(typeof source === 'string' ? source : source.body)) {
      const message = `The query has a word of more than ${longestWord} letters, and ${longestWord} are allowed: send long texts as variables.`
      throw new GraphQLError(message, { extensions: { code: 'LIMIT_EXCEEDED' } })
    }
    try {
      return parse(source, { ...options, maxTokens: most })
    } catch (error) {
      if (!(error instanceof GraphQLError && error.message.includes(`more that ${most} tokens`))) throw error
      const message = `The query has more than ${most} words and signs, and ${most} are allowed: ask in several queries, or use fragments.`
      throw new GraphQLError(message, { extensions: { code: 'LIMIT_EXCEEDED' } })
    }
  }

// A parsed document takes about 40 times the memory of its text.
const mostText = 1_048_576

/**
 * Parsed documents by their texts, the latest used, as long as their texts make a mebibyte: anybody may send others
 * for ever, and long ones. Has the shape of Yoga's cache.
 */
export class Documents {
  readonly #held = new Map<string, DocumentNode>()
  #length = 0

  get(text: string): DocumentNode | undefined {
    const found = this.#held.get(text)
    if (found === undefined) return undefined
    this.#held.delete(text)
    this.#held.set(text, found)
    return found
  }

  set(text: string, document: DocumentNode): void {
    if (text.length > mostText) return
    if (!this.#held.has(text)) this.#length += text.length
    this.#held.set(text, document)
    for (const oldest of this.#held.keys()) {
      if (this.#length <= mostText) break
      this.#held.delete(oldest)
      this.#length -= oldest.length
    }
  }
}

/** What Yoga is to keep of documents that cannot be parsed: nothing. */
export const noErrors = { get: () => undefined, set: () => {} }
