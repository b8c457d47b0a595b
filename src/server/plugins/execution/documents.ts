import { type DocumentNode, GraphQLError, type GraphQLSchema, type ParseOptions, parse, type Source } from 'graphql'
import { LRUCache } from 'lru-cache'
import { formatCount } from '../../../errors.js'
import { refusal } from '../../http/refusal.js'

const maxWord = 1000
// graphql-js compares an unknown name with all names of the schema, and repeats it in full.
const longWord = new RegExp(`\\w{${maxWord + 1}}`)

/** Returns a parser that throws LIMIT_EXCEEDED for too many tokens or a word of more than 1,000 letters. */
export const parserWithin =
  (maxTokens: number) =>
  (source: string | Source, options?: ParseOptions): DocumentNode => {
    if (longWord.test(typeof source === 'string' ? source : source.body)) {
      const message = `The query contains a word of more than ${formatCount(maxWord)} letters, which is the limit. Send long texts as variables.`
      throw refusal('LIMIT_EXCEEDED', message)
    }
    try {
      return parse(source, { ...options, maxTokens })
    } catch (error) {
      if (!(error instanceof GraphQLError && error.message.includes(`more that ${maxTokens} tokens`))) throw error
      const message = `The query exceeds the limit of ${formatCount(maxTokens)} tokens. Split it into several queries, or use fragments.`
      throw refusal('LIMIT_EXCEEDED', message)
    }
  }

/**
 * Creates Yoga's cache of parsed documents, bounded by the length of their texts: a document takes about 40 times the
 * memory of its text.
 */
export const documentCache = (): LRUCache<string, DocumentNode> =>
  new LRUCache({ maxSize: 1_048_576, sizeCalculation: (_, text) => text.length })

export class ValidDocuments {
  readonly #ofSchemas = new WeakMap<GraphQLSchema, WeakSet<DocumentNode>>()

  add(schema: GraphQLSchema, document: DocumentNode): void {
    const documents = this.#ofSchemas.get(schema) ?? new WeakSet()
    this.#ofSchemas.set(schema, documents.add(document))
  }

  has(schema: GraphQLSchema, document: DocumentNode): boolean {
    return this.#ofSchemas.get(schema)?.has(document) ?? false
  }
}

export const errorCache = { get: () => undefined, set: () => {} }
