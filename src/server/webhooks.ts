import type { Logger } from 'pino'
import type { Registry } from 'prom-client'
import { Counter } from 'prom-client'
import type { Config } from '../config.js'
import type { Database } from '../store/database/open.js'
import type { ViewSource } from '../store/query/store.js'
import { type Attempted, Deliverer } from '../webhooks/deliverer.js'
import { reachOf } from '../webhooks/target.js'

export interface Webhooks {
  close(): Promise<void>
}

interface WebhooksOptions {
  readonly database: Database
  readonly store: ViewSource
  readonly config: Config['webhooks']
  readonly log: Logger
  readonly registry: Registry
}

/**
 * Delivers events to webhooks from now on, logs what fails, and counts attempts. The address of a webhook may contain a
 * password in its path, and is not logged.
 */
export function startWebhooks({ database, store, config, log, registry }: WebhooksOptions): Webhooks {
  const attempts = new Counter({
    name: 'indicators_webhook_attempts_total',
    help: 'Attempts to deliver events to webhooks by outcome: delivered, to be repeated (waiting), given up (failed).',
    labelNames: ['outcome'],
    registers: [registry],
  })
  const attempted = ({ state, disabled, ...attempt }: Attempted): void => {
    attempts.inc({ outcome: state.toLowerCase() })
    if (state === 'DELIVERED') log.debug(attempt, 'delivered an event to a webhook')
    else if (state === 'WAITING') log.info(attempt, 'could not deliver an event to a webhook: trying again later')
    else log.warn(attempt, 'gave up the delivery of an event to a webhook')
    if (disabled !== null) log.warn({ webhook: attempt.webhook, reason: disabled }, 'disabled a webhook')
  }
  // Once for each time that the store is lost: the request log has the rest.
  let isLost = false
  const failed = (err: unknown): void => {
    if (!isLost) log.warn({ err }, 'could not look for events of webhooks: trying again every few seconds')
    isLost = true
  }
  const found = (): void => {
    isLost = false
  }
  const { origin, local } = config
  const deliverer = new Deliverer({ database, store, origin, reach: reachOf(local), attempted, failed, found })
  deliverer.start()
  return deliverer
}
