import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { addressOf, ask, earlyAnswer, prefetch } from '../../../src/explorer/data/asking/ask.js'
import { FrontDocument } from '../../../src/generated/gql/explorer/graphql.js'
import { schema } from '../../../src/graphql/schema.js'
import { figure, release } from '../../figures.js'
import { testApp } from '../../server/support.js'
import { openTestStore, type TestStore } from '../../support.js'

let opened: TestStore
beforeAll(async () => {
  opened = await openTestStore()
  const { app } = testApp({ store: opened.store, schema })
  vi.stubGlobal('fetch', async (address: string, init: RequestInit) => app.fetch(`http://localhost${address}`, init))
})
afterAll(async () => {
  vi.unstubAllGlobals()
  await opened.close()
})

test('a prefetched response is not used for a fresh request', async () => {
  prefetch(FrontDocument, {})
  await vi.waitUntil(() => earlyAnswer(addressOf(FrontDocument, {})) !== undefined, { timeout: 60_000 })
  await release(opened.database, { code: 'NEW', publishedAt: '2026-01-14T00:00:00+08:00' }, [
    figure({ period: '2025', value: '45.5' }),
  ])
  const { store, releases } = await ask(FrontDocument, {}, true)
  expect({ store, newest: releases.nodes[0] }).toMatchObject({ store: { version: 7 }, newest: { code: 'NEW' } })
})
