import type { FindActor } from '../../../../src/server/plugins/request/auth.js'
import { createKey, findKey } from '../../../../src/store/admin/keys.js'
import { openTestStore } from '../../../support.js'

/** Opens a store with the key of a publisher, and one without a scope. */
export async function openKeyedStore() {
  const opened = await openTestStore()
  const make = async (name: string) =>
    (await createKey(opened.database, { name, scopes: ['publish'], expiresAt: null })).text
  const [publisher, idle] = [await make('customs'), await make('idle')]
  await opened.database.prisma.apiKey.updateMany({ where: { name: 'idle' }, data: { scopes: [] } })
  const actorOf: FindActor = (key) => findKey(opened.database, key, () => {})
  return { opened, make, publisher, idle, actorOf }
}

export const bearer = (key: string) => ({ authorization: `Bearer ${key}` })
