/**
 * The catalogue of refusals: every code that `extensions.code` of an answer can hold, with the HTTP status that a
 * refusal of the whole request takes. The message of a refusal says what was wrong, where, and what would be right.
 */
export const catalogue = {
  GRAPHQL_PARSE_FAILED: 400,
  GRAPHQL_VALIDATION_FAILED: 400,
  PERSISTED_QUERY_NOT_FOUND: 404,
  BAD_USER_INPUT: 400,
  UNKNOWN_CODE: 400,
  UNIT_MISMATCH: 400,
  INVALID_PERIOD: 400,
  INVALID_CURSOR: 400,
  WOULD_DOUBLE_COUNT: 400,
  LIMIT_EXCEEDED: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  RATE_LIMITED: 429,
  TIMEOUT: 504,
  UNAVAILABLE: 503,
  INTERNAL_SERVER_ERROR: 500,
} as const

export type ErrorCode = keyof typeof catalogue

/** The valid choices, where the list is known and short: all of them, or the nearest to what was asked for. */
export interface Choices {
  readonly allowed?: readonly string[]
  readonly didYouMean?: readonly string[]
}

/**
 * A refusal from the catalogue: the one kind of error whose message a client sees. `extensions` is what graphql-js
 * copies onto the error of the answer, so that no layer between has to translate it.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: ErrorCode
  readonly extensions: { readonly code: ErrorCode } & Choices

  /** Suggestions that take a while to find are given as a function: they are found when they are told. */
  constructor(code: ErrorCode, message: string, choices: Choices | (() => readonly string[]) = {}) {
    super(message)
    this.code = code
    this.extensions = typeof choices === 'function' ? withSuggestions({ code }, choices) : { code, ...choices }
  }

  /** Leaves suggestions unsaid, and unfound. */
  dropSuggestions(): void {
    delete (this.extensions as { didYouMean?: unknown }).didYouMean
  }
}

function withSuggestions<T extends object>(extensions: T, find: () => readonly string[]): T & Choices {
  const common = { configurable: true, enumerable: true }
  return Object.defineProperty(extensions, 'didYouMean', {
    ...common,
    get() {
      const value = find()
      Object.defineProperty(extensions, 'didYouMean', { ...common, value })
      return value
    },
  })
}

/** Runs `parse`, and passes the message of its refusal to `report`. */
export function attempt<T>(parse: () => T, report: (message: string) => void): T | undefined {
  try {
    return parse()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    report(error.message)
    return undefined
  }
}
