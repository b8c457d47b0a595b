/** What the statuses that a command exits with say. */
export const status = { done: 0, failed: 1, usage: 2, unavailable: 3, interrupted: 130, unread: 141 } as const

/** Ends a command with a status, once what there is to say has been said; a message is said still. */
export class Exit extends Error {
  readonly status: number

  constructor(status: number, message = '') {
    super(message)
    this.status = status
  }
}
