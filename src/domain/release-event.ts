/** The events of releases that webhooks are told of. */
export const releaseEvents = ['release.published', 'release.retracted'] as const

export type ReleaseEvent = (typeof releaseEvents)[number]

/** The type of the message that tests a webhook. */
export const testEvent = 'webhook.test'
