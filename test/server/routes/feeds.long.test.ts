import { afterAll, beforeAll, expect, test } from 'vitest'
import { figure, release } from '../../figures.js'
import { openTestStore, type TestStore } from '../../support.js'
import { appOf } from './feeds-support.js'

let opened: TestStore
beforeAll(async () => {
  opened = await openTestStore()
})
afterAll(() => opened.close())

test('the newest fifty releases have entries', async () => {
  for (let at = 10; at <= 60; at++) {
    const publishedAt = new Date(Date.UTC(2025, 3, at)).toISOString()
    await release(opened.database, { code: `N${at}`, publishedAt }, [figure({ period: '2031', value: `${at}` })])
  }
  const { releases } = (await opened.store.view()).snapshot
  const text = await (await appOf(opened).fetch('http://test/feed.atom')).text()
  expect([...text.matchAll(/release=([^&]+)&#38;/g)].map(([, code]) => code)).toEqual(
    releases.slice(0, 50).map(({ code }) => code),
  )
})
