import { type Delivery, recordTest } from '../store/admin/deliveries.js'
import { findReceiver } from '../store/admin/webhooks.js'
import type { Database } from '../store/database/open.js'
import { testMessage } from './message.js'
import { post } from './post.js'
import { reachOf } from './target.js'

/** Sends a test to a webhook, enabled or not, and records it in its log. `id` makes it a message of its own. */
export async function sendTest(
  database: Database,
  given: string,
  local: readonly string[],
  id: string,
): Promise<Delivery> {
  const { id: webhook, ...receiver } = await findReceiver(database, given)
  const message = testMessage(id, new Date())
  const answer = await post(receiver, message, { reach: reachOf(local), now: () => new Date() })
  return recordTest(database, webhook, message, answer, new Date())
}
