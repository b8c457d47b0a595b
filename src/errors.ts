/** The catalogue of error codes, as sent in `extensions.code`, with the HTTP status of a refused request. */
export const catalogue = {
  GRAPHQL_PARSE_FAILED: 400,
  GRAPHQL_VALIDATION_FAILED: 400,
  PERSISTED_QUERY_NOT_FOUND: 404,
  BAD_USER_INPUT: 400,
  UNKNOWN_CODE: 400,
  UNIT_MISMATCH: 400,
  INVALID_PERIOD: 400,
  INVALID_CURSOR: 400,
  AMBIGUOUS: 400,
  WOULD_DOUBLE_COUNT: 400,
  WOULD_MIX_DATASETS: 400,
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

/** The valid values, if the list is short: all of them, or those nearest to the value that was sent. */
export interface Choices {
  readonly allowed?: readonly string[]
  readonly didYouMean?: readonly string[]
}

/**
 * The only class of errors whose message is shown to clients. The message states what was found, where, and what is
 * allowed. graphql-js copies `extensions` to the error of the response.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: ErrorCode
  readonly extensions: { readonly code: ErrorCode } & Choices

  /** Creates a refusal. A function as `choices` computes `didYouMean` when the property is first read. */
  constructor(code: ErrorCode, message: string, choices: Choices | (() => readonly string[]) = {}) {
    super(message)
    this.code = code
    this.extensions = typeof choices === 'function' ? withSuggestions(code, choices) : { code, ...choices }
  }

  dropSuggestions(): void {
    delete (this.extensions as { didYouMean?: unknown }).didYouMean
  }
}

function withSuggestions(code: ErrorCode, find: () => readonly string[]): Refusal['extensions'] {
  let found: readonly string[] | undefined
  return {
    code,
    get didYouMean() {
      found ??= find()
      return found
    },
  }
}

export function refuse(message: string): never {
  throw new Refusal('BAD_USER_INPUT', message)
}

export const formatCount = (count: number): string => count.toLocaleString('en')

/** Runs `parse`, and passes the message of its refusal to `report`, which may throw another error instead. */
export function attempt<T>(parse: () => T, report: (message: string) => never): T
export function attempt<T>(parse: () => T, report: (message: string) => void): T | undefined
export function attempt<T>(parse: () => T, report: (message: string) => void): T | undefined {
  try {
    return parse()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    report(error.message)
    return undefined
  }
}
