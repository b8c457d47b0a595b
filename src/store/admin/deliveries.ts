import { Prisma, type WebhookDelivery } from '../../generated/prisma/client.js'
import type { Database } from '../database/open.js'

export type Delivery = Readonly<ReturnType<typeof toDelivery>>

export interface LeasedWebhook {
  readonly id: number
  readonly url: string
  readonly secret: string
  readonly events: readonly string[]
  readonly dataset: string | null
  readonly afterVersion: number
  readonly lease: string
}

/** The content of a delivery: equal ids mean the same event. */
export interface Message {
  readonly id: string
  readonly type: string
  readonly release: string | null
  readonly body: string
}

export interface DueDelivery
  extends Pick<WebhookDelivery, 'id' | 'messageId' | 'type' | 'body' | 'attempts' | 'createdAt'> {}

export interface Answer {
  readonly status: number | null
  readonly error: string | null
  readonly retryAt?: Date
}

export type DeliveryState = 'DELIVERED' | 'WAITING' | 'FAILED'

export interface Consequence {
  readonly state: DeliveryState
  readonly nextAttemptAt: Date | null
  readonly disable: string | null
}

/** Deliveries of a webhook: those waiting, beyond which events wait in the history of the store, and those kept when done. */
const mostDeliveries = { waiting: 100, done: 500 } as const

const mostFailures = 5

const patient = { timeout: 60_000, maxWait: 60_000 } // Prisma allows a transaction five seconds, too few under load
const waiting = { nextAttemptAt: { not: null } } as const
const leaseTime = Prisma.sql`interval '30 s'` // an attempt takes ten seconds at most

const { sql } = Prisma

/**
 * Leases enabled webhooks that have something to do, those first that had no turn for the longest time: deliveries that
 * are due, or events up to a version of the store. No two processes have a lease of one webhook, by the clock of the
 * database.
 */
export async function leaseWebhooks(
  { prisma }: Pick<Database, 'prisma'>,
  version: number,
  now: Date,
  most: number,
): Promise<LeasedWebhook[]> {
  return prisma.$queryRaw<LeasedWebhook[]>`
    UPDATE webhook SET lease = gen_random_uuid(), leased_until = now() + ${leaseTime}
    WHERE id IN (
      SELECT w.id FROM webhook w
      WHERE w.disabled_at IS NULL AND (w.lease IS NULL OR w.leased_until <= now()) AND (
        EXISTS (SELECT FROM webhook_delivery d WHERE d.webhook_id = w.id AND d.next_attempt_at <= ${now})
        OR w.after_version < ${version} AND ${waitingOf(sql`w.id`)} < ${mostDeliveries.waiting}
      )
      ORDER BY w.leased_until NULLS FIRST, w.id LIMIT ${most} FOR UPDATE SKIP LOCKED
    )
    RETURNING id, url, secret, events, dataset, after_version AS "afterVersion", lease::text`
}

/** Extends a lease. False if it expired and another process has one, or the webhook was removed or disabled. */
export async function extendLease({ prisma }: Pick<Database, 'prisma'>, leased: LeasedWebhook): Promise<boolean> {
  return extend(prisma, leased)
}

const extend = async (client: Prisma.TransactionClient, { id, lease }: LeasedWebhook): Promise<boolean> =>
  (await client.$executeRaw`
    UPDATE webhook SET leased_until = now() + ${leaseTime}
    WHERE id = ${id} AND lease = ${lease}::uuid AND disabled_at IS NULL`) === 1

export async function endLease({ prisma }: Pick<Database, 'prisma'>, { id, lease }: LeasedWebhook): Promise<void> {
  await prisma.$executeRaw`
    UPDATE webhook SET lease = NULL, leased_until = now() WHERE id = ${id} AND lease = ${lease}::uuid`
}

/** Ends the leases of an embedded store, whose only server has just been started: they are those of a killed one. */
export async function endLeasesOfEmbedded({ prisma, kind }: Pick<Database, 'prisma' | 'kind'>): Promise<void> {
  if (kind === 'embedded') await prisma.webhook.updateMany({ where: { lease: { not: null } }, data: { lease: null } })
}

export async function roomOf({ prisma }: Pick<Database, 'prisma'>, { id }: LeasedWebhook): Promise<number> {
  return mostDeliveries.waiting - (await prisma.webhookDelivery.count({ where: { webhookId: id, ...waiting } }))
}

const waitingOf = (id: Prisma.Sql): Prisma.Sql =>
  sql`(SELECT count(*) FROM webhook_delivery d WHERE d.webhook_id = ${id} AND d.next_attempt_at IS NOT NULL)`

/**
 * Stores the messages of the events up to a version, all or none. A message that was stored before is left as it is.
 * False if the lease was lost.
 */
export function queueMessages(
  { prisma }: Pick<Database, 'prisma'>,
  leased: LeasedWebhook,
  messages: readonly Message[],
  upTo: number,
  now: Date,
): Promise<boolean> {
  return prisma.$transaction(async (tx) => {
    if (!(await extend(tx, leased))) return false
    const data = messages.map(({ id: messageId, type, release, body }) => ({
      ...{ webhookId: leased.id, messageId, type, release, body },
      ...{ createdAt: now, nextAttemptAt: now },
    }))
    await tx.webhookDelivery.createMany({ data, skipDuplicates: true })
    await tx.webhook.update({ where: { id: leased.id }, data: { afterVersion: upTo } })
    return true
  }, patient)
}

export function nextDelivery(
  { prisma }: Pick<Database, 'prisma'>,
  { id: webhookId }: LeasedWebhook,
  now: Date,
): Promise<DueDelivery | null> {
  return prisma.webhookDelivery.findFirst({
    where: { webhookId, nextAttemptAt: { lte: now } },
    orderBy: [{ nextAttemptAt: 'asc' }, { id: 'asc' }],
    select: { id: true, messageId: true, type: true, body: true, attempts: true, createdAt: true },
  })
}

/**
 * Records an attempt and what follows from it; a webhook is disabled after `mostFailures` in a row. Returns the reason
 * if it was disabled. Nothing is recorded if the lease was lost: another process repeats the attempt.
 */
export function recordAttempt(
  { prisma }: Pick<Database, 'prisma'>,
  leased: LeasedWebhook,
  { id, attempts }: DueDelivery,
  { status, error }: Answer,
  { state, nextAttemptAt, disable }: Consequence,
  now: Date,
): Promise<string | null> {
  return prisma.$transaction(async (tx) => {
    if (!(await extend(tx, leased))) return null
    const attempt = { attempts: attempts + 1, attemptedAt: now, status, error }
    await tx.webhookDelivery.update({ where: { id }, data: { ...attempt, nextAttemptAt } })
    if (state === 'WAITING') return null
    await removeOld(tx, leased.id)
    const change = state === 'DELIVERED' ? { failures: 0 } : { failures: { increment: 1 } }
    const { failures } = await tx.webhook.update({ where: { id: leased.id }, data: change })
    const reason = disable ?? (failures >= mostFailures ? `${failures} deliveries in a row failed.` : null)
    if (reason !== null)
      await tx.webhook.update({ where: { id: leased.id }, data: { disabledAt: now, disabledReason: reason } })
    return reason
  }, patient)
}

export async function recordTest(
  { prisma }: Pick<Database, 'prisma'>,
  webhookId: number,
  { id: messageId, type, release, body }: Message,
  { status, error }: Answer,
  now: Date,
): Promise<Delivery> {
  const attempt = { attempts: 1, attemptedAt: now, status, error, createdAt: now }
  const row = await prisma.$transaction(async (tx) => {
    const row = await tx.webhookDelivery.create({
      data: { webhookId, messageId, type, release, body, ...attempt },
    })
    await removeOld(tx, webhookId)
    return row
  }, patient)
  return toDelivery(row)
}

const removeOld = (tx: Prisma.TransactionClient, webhookId: number): Promise<number> => tx.$executeRaw`
  DELETE FROM webhook_delivery WHERE id IN (
    SELECT id FROM webhook_delivery WHERE webhook_id = ${webhookId} AND next_attempt_at IS NULL
    ORDER BY id DESC OFFSET ${mostDeliveries.done}
  )`

const stateOf = ({ nextAttemptAt, error }: Pick<WebhookDelivery, 'nextAttemptAt' | 'error'>): DeliveryState =>
  nextAttemptAt !== null ? 'WAITING' : error === null ? 'DELIVERED' : 'FAILED'

export const toDelivery = (row: Omit<WebhookDelivery, 'body'>) => ({
  id: row.messageId,
  webhook: row.webhookId,
  event: row.type,
  release: row.release,
  state: stateOf(row),
  createdAt: row.createdAt.toISOString(),
  attempts: row.attempts,
  attemptedAt: row.attemptedAt?.toISOString() ?? null,
  status: row.status,
  error: row.error,
  nextAttemptAt: row.nextAttemptAt?.toISOString() ?? null,
})
