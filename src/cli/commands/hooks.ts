import { randomUUID } from 'node:crypto'
import { Command, InvalidArgumentError } from 'commander'
import { readConfig } from '../../config.js'
import { type ReleaseEvent, releaseEvents } from '../../domain/release-event.js'
import { formatCount, refuse } from '../../errors.js'
import type { Delivery } from '../../store/admin/deliveries.js'
import type { Webhook } from '../../store/admin/webhooks.js'
import { Exit, status } from '../lib/exit.js'
import { asJson, counted, momentText, print, say, table } from '../lib/output.js'
import { withSeededStore, withStore } from '../lib/store.js'

export function hooksCommand(env: NodeJS.ProcessEnv): Command {
  return new Command('hooks')
    .description('Manage webhooks: addresses to which the server posts what happens to releases.')
    .addCommand(add(env))
    .addCommand(list(env))
    .addCommand(test(env))
    .addCommand(log(env))
    .addCommand(enable(env))
    .addCommand(remove(env))
}

interface Added {
  readonly events: readonly ReleaseEvent[]
  readonly dataset?: string
  readonly json?: boolean
}

function add(env: NodeJS.ProcessEnv): Command {
  return new Command('add')
    .description('Add a webhook and print its id and its secret, which is shown only once.')
    .argument('<url>', 'the https address to which events are posted')
    .option(
      '--events <events>',
      `the events, separated by commas: ${releaseEvents.join(', ')}`,
      readEvents,
      releaseEvents,
    )
    .option('--dataset <code>', 'only events of the releases of this dataset')
    .option(...asJson)
    .action(async (url: string, { events, dataset, json = false }: Added) => {
      const { reachOf, resolveFault, urlFault } = await import('../../webhooks/target.js')
      const { addWebhook } = await import('../../store/admin/webhooks.js')
      const reach = reachOf(readConfig(env).webhooks.local)
      const fault = urlFault(url, reach) ?? (await resolveFault(url, reach, say))
      if (fault !== null) refuse(`The address of a webhook cannot be used. ${fault}`)
      // Filled first, as the shipped releases are no news.
      const { webhook, secret } = await withSeededStore(env, (database) =>
        addWebhook(database, { url, events, dataset: dataset ?? null }),
      )
      await print(json, { ...webhook, secret }, [`${webhook.id} ${secret}`])
      say(`The secret is shown only once. The webhook is told of releases after version ${webhook.afterVersion}.`)
    })
}

function list(env: NodeJS.ProcessEnv): Command {
  return new Command('list')
    .description('List the webhooks.')
    .option(...asJson)
    .action(async ({ json = false }: { json?: boolean }) => {
      const { listWebhooks } = await import('../../store/admin/webhooks.js')
      const webhooks = await withStore(env, listWebhooks)
      await print(json, webhooks, table(webhookHead, webhooks.map(webhookRow)))
      if (webhooks.length === 0) say('There are no webhooks.')
    })
}

function test(env: NodeJS.ProcessEnv): Command {
  return new Command('test')
    .description('Send a test to a webhook at once, and report the response. It is not repeated.')
    .argument('<id>', 'the id of the webhook')
    .option(...asJson)
    .action(async (id: string, { json = false }: { json?: boolean }) => {
      const { sendTest } = await import('../../webhooks/test.js')
      const { local } = readConfig(env).webhooks
      const delivery = await withStore(env, (database) => sendTest(database, id, local, randomUUID()))
      await print(json, delivery, delivery.error === null ? [`received with status ${delivery.status}`] : [])
      if (delivery.error !== null) throw new Exit(status.failed, `The test failed. ${delivery.error}`)
    })
}

const usualFirst = 50

function log(env: NodeJS.ProcessEnv): Command {
  return new Command('log')
    .description('List the deliveries with their last attempts, newest first.')
    .argument('[id]', 'the id of the webhook; by default, all')
    .option('--first <number>', `the number of deliveries, at most ${formatCount(mostListed)}`, readFirst, usualFirst)
    .option(...asJson)
    .action(async (id: string | undefined, { first, json = false }: { first: number; json?: boolean }) => {
      const { listDeliveries } = await import('../../store/admin/webhooks.js')
      const deliveries = await withStore(env, (database) => listDeliveries(database, id ?? null, first))
      await print(json, deliveries, table(deliveryHead, deliveries.map(deliveryRow)))
      if (deliveries.length === 0) say('There are no deliveries.')
    })
}

function enable(env: NodeJS.ProcessEnv): Command {
  return new Command('enable')
    .description('Enable a webhook again, and send it what failed or happened meanwhile.')
    .argument('<id>', 'the id of the webhook')
    .option(...asJson)
    .action(async (id: string, { json = false }: { json?: boolean }) => {
      const { enableWebhook } = await import('../../store/admin/webhooks.js')
      const { webhook, resent } = await withStore(env, (database) => enableWebhook(database, id))
      await print(json, { ...webhook, resent }, [
        `enabled ${webhook.id}; ${counted(resent, 'failed delivery is', 'failed deliveries are')} sent again`,
      ])
    })
}

function remove(env: NodeJS.ProcessEnv): Command {
  return new Command('remove')
    .description('Remove a webhook and its log.')
    .argument('<id>', 'the id of the webhook')
    .option(...asJson)
    .action(async (id: string, { json = false }: { json?: boolean }) => {
      const { removeWebhook } = await import('../../store/admin/webhooks.js')
      const webhook = await withStore(env, (database) => removeWebhook(database, id))
      await print(json, webhook, [`removed ${webhook.id}`])
    })
}

function readEvents(text: string): readonly ReleaseEvent[] {
  const given = text.split(',').map((each) => each.trim())
  const events = releaseEvents.filter((each) => given.includes(each))
  if (events.length < new Set(given).size) throw new InvalidArgumentError(`Write ${releaseEvents.join(', ')}, or one.`)
  return events
}

const mostListed = 1000

function readFirst(text: string): number {
  const first = /^\d{1,4}$/.test(text) ? Number(text) : 0
  if (first < 1 || first > mostListed)
    throw new InvalidArgumentError(`Write a whole number from 1 to ${formatCount(mostListed)}.`)
  return first
}

const webhookHead = ['ID', 'URL', 'EVENTS', 'DATASET', 'CREATED', 'DISABLED', '']

const webhookRow = ({ id, url, events, dataset, createdAt, disabledAt, disabledReason }: Webhook): string[] => [
  String(id),
  url,
  events.join(','),
  dataset ?? '-',
  momentText(createdAt),
  momentText(disabledAt),
  disabledReason ?? '',
]

const deliveryHead = [
  'HOOK',
  'EVENT',
  'RELEASE',
  'STATE',
  'ATTEMPTS',
  'LAST ATTEMPT',
  'STATUS',
  'NEXT ATTEMPT',
  'ERROR',
]

const deliveryRow = (delivery: Delivery): string[] => [
  String(delivery.webhook),
  delivery.event,
  delivery.release ?? '-',
  delivery.state.toLowerCase(),
  String(delivery.attempts),
  momentText(delivery.attemptedAt),
  delivery.status === null ? '-' : String(delivery.status),
  momentText(delivery.nextAttemptAt),
  delivery.error ?? '',
]
