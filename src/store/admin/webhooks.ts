import { randomBytes } from 'node:crypto'
import { boundedUrl, excerpt } from '../../domain/input-bounds.js'
import { type ReleaseEvent, releaseEvents } from '../../domain/release-event.js'
import { formatCount, Refusal, refuse } from '../../errors.js'
import type { Webhook as Row } from '../../generated/prisma/client.js'
import { advisoryLock } from '../database/advisory-locks.js'
import type { Database } from '../database/open.js'
import { readCodeLists } from '../query/code-lists.js'
import { type Delivery, toDelivery } from './deliveries.js'

export type Webhook = Readonly<ReturnType<typeof toWebhook>>

interface NewWebhook {
  readonly url: string
  readonly events: readonly ReleaseEvent[]
  readonly dataset: string | null
}

export interface Receiver {
  readonly id: number
  readonly url: string
  readonly secret: string
}

export const mostWebhooks = 100

const patience = 60_000 // Prisma allows a transaction five seconds, too few under load
const secretBytes = 32
const largestId = 2_147_483_647

/**
 * Adds a webhook, which is told of the events after the present version of the store, and returns its secret (`whsec_` and
 * base64). Throws BAD_USER_INPUT for an invalid part, UNKNOWN_CODE for the dataset, LIMIT_EXCEEDED beyond `mostWebhooks`.
 */
export async function addWebhook(
  { prisma }: Database,
  given: NewWebhook,
): Promise<{ webhook: Webhook; secret: string }> {
  const url = boundedUrl('url', given.url)
  const events = releaseEvents.filter((each) => given.events.includes(each))
  if (events.length === 0) refuse(`A webhook requires at least one event: ${releaseEvents.join(', ')}.`)
  const secret = `whsec_${randomBytes(secretBytes).toString('base64')}`
  const row = await prisma.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${advisoryLock('webhooks')})`
      if ((await tx.webhook.count()) >= mostWebhooks)
        throw new Refusal(
          'LIMIT_EXCEEDED',
          `The store has ${formatCount(mostWebhooks)} webhooks, the most that are allowed. Remove one first.`,
        )
      const dataset = given.dataset === null ? null : (await readCodeLists(tx)).findDataset(given.dataset).code
      const { version: afterVersion } = await tx.storeState.findUniqueOrThrow({ where: { id: 1 } })
      return tx.webhook.create({ data: { url, events, dataset, secret, afterVersion } })
    },
    { timeout: patience, maxWait: patience },
  )
  return { webhook: toWebhook(row), secret }
}

export async function listWebhooks({ prisma }: Database): Promise<Webhook[]> {
  return (await prisma.webhook.findMany({ orderBy: { id: 'asc' } })).map(toWebhook)
}

/** Removes a webhook with its log. Throws NOT_FOUND if there is none with the id. */
export async function removeWebhook(database: Database, given: string): Promise<Webhook> {
  const id = await findId(database, given)
  const row = await database.prisma.webhook.delete({ where: { id } })
  return toWebhook(row)
}

/**
 * Enables a webhook, and sends again what failed as far as its log goes back, together with what happened while it was
 * disabled. Returns the number of deliveries that are sent again.
 */
export async function enableWebhook(
  database: Database,
  given: string,
  now: Date = new Date(),
): Promise<{ webhook: Webhook; resent: number }> {
  const id = await findId(database, given)
  const enabled = { disabledAt: null, disabledReason: null, failures: 0 }
  const [row, { count }] = await database.prisma.$transaction([
    database.prisma.webhook.update({ where: { id }, data: enabled }),
    database.prisma.webhookDelivery.updateMany({
      where: { webhookId: id, nextAttemptAt: null, error: { not: null }, release: { not: null } },
      data: { attempts: 0, nextAttemptAt: now },
    }),
  ])
  return { webhook: toWebhook(row), resent: count }
}

/** Returns the address and the secret of a webhook. Throws NOT_FOUND if there is none with the id. */
export async function findReceiver(database: Database, given: string): Promise<Receiver> {
  const id = await findId(database, given)
  return database.prisma.webhook.findUniqueOrThrow({ where: { id }, select: { id: true, url: true, secret: true } })
}

export async function listDeliveries(
  database: Database,
  given: string | null,
  first: number,
): Promise<readonly Delivery[]> {
  const webhookId = given === null ? null : await findId(database, given)
  const where = webhookId === null ? {} : { webhookId }
  const rows = await database.prisma.webhookDelivery.findMany({
    ...{ where, orderBy: { id: 'desc' }, take: first, omit: { body: true } },
  })
  return rows.map(toDelivery)
}

async function findId({ prisma }: Database, given: string): Promise<number> {
  const id = /^\d+$/.test(given) && Number(given) <= largestId ? Number(given) : 0
  const all = await prisma.webhook.findMany({ orderBy: { id: 'asc' }, select: { id: true } })
  if (all.some((each) => each.id === id)) return id
  const hint = all.length === 0 ? 'There is none.' : `There are ${all.map((each) => each.id).join(', ')}.`
  throw new Refusal('NOT_FOUND', `There is no webhook "${excerpt(given)}". ${hint}`)
}

const toWebhook = ({ id, url, events, dataset, createdAt, afterVersion, failures, ...row }: Row) => ({
  id,
  url,
  events,
  dataset,
  createdAt: createdAt.toISOString(),
  afterVersion,
  failures,
  disabledAt: row.disabledAt?.toISOString() ?? null,
  disabledReason: row.disabledReason,
})
