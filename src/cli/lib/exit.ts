import { Refusal } from '../../errors.js'

export const status = { done: 0, failed: 1, usage: 2, unavailable: 3, interrupted: 130, unread: 141 } as const

/** Ends a command with a status after all output is written. A message goes to standard error. */
export class Exit extends Error {
  readonly status: number

  constructor(status: number, message = '') {
    super(message)
    this.status = status
  }
}

export const usageError = (message: string): Refusal => new Refusal('BAD_USER_INPUT', message)
