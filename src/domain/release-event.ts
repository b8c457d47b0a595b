export const releaseEvents = ['release.published', 'release.retracted'] as const

export type ReleaseEvent = (typeof releaseEvents)[number]

export const testEvent = 'webhook.test'
