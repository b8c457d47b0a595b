import { type ErrorCode, Refusal } from '../../errors.js'

const statuses = { 100: 404, 130: 413, 140: 400, 150: 422, 501: 501 } as const

/** The codes of errors that SDMX defines for requests, apart from those of the server and of authentication. */
export type SdmxCode = keyof typeof statuses

export class SdmxFault extends Refusal {
  readonly sdmxCode: SdmxCode
  readonly status: number

  constructor(sdmxCode: SdmxCode, message: string, status: number = statuses[sdmxCode]) {
    super(sdmxCode === 100 ? 'NOT_FOUND' : sdmxCode === 130 ? 'LIMIT_EXCEEDED' : 'BAD_USER_INPUT', message)
    this.sdmxCode = sdmxCode
    this.status = status
  }
}

const refusalCodes: Partial<Record<ErrorCode, SdmxCode>> = { NOT_FOUND: 100, UNKNOWN_CODE: 100, LIMIT_EXCEEDED: 130 }

export function sdmxCodeOf(code: ErrorCode, status: number): number {
  const found = refusalCodes[code]
  if (found !== undefined) return found
  if (status === 401 || status === 403) return 110
  if (status === 429 || status === 503 || status === 504) return 503
  return status < 500 ? 140 : 500
}

export const syntaxError = (message: string): SdmxFault => new SdmxFault(140, message)
export const semanticError = (message: string): SdmxFault => new SdmxFault(150, message)
export const notImplemented = (message: string): SdmxFault => new SdmxFault(501, message)
export const noResults = (message = 'No results match the query.'): SdmxFault => new SdmxFault(100, message)
