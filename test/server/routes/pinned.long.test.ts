import { afterEach, beforeEach, expect, test } from 'vitest'
import type { App } from '../../../src/server/app.js'
import { retract } from '../../../src/store/ingest/retract.js'
import { figure, release } from '../../figures.js'
import { openTestStore, type TestStore } from '../../support.js'
import { contentsOf, serverOf, textOf } from './pictures.js'

let opened: TestStore
let app: App
beforeEach(async () => {
  opened = await openTestStore()
  app = serverOf(opened)
  await publish('FIRST', '2025-03-01', '30.1')
})
afterEach(() => opened.close())

const publish = async (code: string, day: string, value: string): Promise<void> => {
  await release(opened.database, { code, publishedAt: `${day}T00:00:00+08:00` }, [
    figure({ metric: 'EXPORTS', period: '2025', value }),
  ])
  await opened.store.ask()
}

const pinned = 'metric=EXPORTS&asof=2025-06-30'

/** What a pinned chart says of its last figure, of revisions, and of its source. */
async function said(search = pinned) {
  const html = await textOf(app, `/embed?${search}`)
  const svg = await textOf(app, `/chart.svg?${search}`)
  const chips = contentsOf(html, 'span').filter((text) => /known|revised/i.test(text))
  const revised = contentsOf(svg, 'text').filter((text) => /figures revised/.test(text))
  return { title: contentsOf(html, 'h1')[0], chips, revised, source: contentsOf(html, 'footer')[0], html, svg }
}

test('a pinned chart outlasts a later release and says what it revised', async () => {
  const before = await said()
  expect(before.chips).toEqual(['as known on 30 Jun 2025'])
  expect(before.revised).toEqual([])
  await publish('LATER', '2025-09-01', '31.7')
  const after = await said()
  expect(after.title).toBe(before.title)
  expect(after.source).toBe(before.source)
  expect(after.chips[1]).toMatch(/^ ?1 of 6 figures revised since · show the newest$/)
  expect(after.revised).toEqual(['1 of 6 figures revised since'])
  expect(after.html).toContain('href="/embed?metric=EXPORTS"')
  expect((await said('metric=EXPORTS')).chips).toEqual([])
})

test('an earlier release that arrives late changes a pinned chart', async () => {
  const before = await said()
  await publish('LATE', '2025-04-01', '30.4')
  const after = await said()
  expect(after.svg).not.toBe(before.svg)
  expect(after.source).toMatch(/1 Apr 2025/)
  expect(after.revised).toEqual([])
})

test('a retracted release leaves a pinned chart', async () => {
  expect((await said()).title).toBe('Exports, 2020 to 2025')
  await retract(opened.database, 'FIRST', 'withdrawn by the office')
  await opened.store.ask()
  expect((await said()).title).toBe('Exports, 2020 to 2024')
})

test.each([
  ['a late arrival', () => publish('LATE', '2025-02-01', '30.4')],
  ['a later release', () => publish('LATER', '2025-09-01', '31.7')],
  ['a retraction', () => retract(opened.database, 'FIRST', 'withdrawn by the office')],
])('a chart that is pinned to a version outlasts %s', async (_, change) => {
  const { version, stamp } = (await opened.store.view()).snapshot
  const address = `metric=EXPORTS&version=${version}&stamp=${stamp.slice(0, 8)}`
  const before = await said(address)
  expect(before.svg).toContain(`version ${version} of the store`)
  expect(before.html).toContain(`&amp;version=${version}&amp;stamp=${stamp.slice(0, 8)}`)
  await change()
  await opened.store.ask()
  expect(await said(address)).toEqual(before)
  expect((await said('metric=EXPORTS')).svg).not.toBe(before.svg)
  const page = encodeURIComponent(`http://test/?${address}`)
  expect((await (await app.fetch(`http://test/oembed?url=${page}`)).json()).html).toContain(`version=${version}`)
})

test('a chart that is pinned to a version with another stamp is refused', async () => {
  const response = await app.fetch('http://test/chart.svg?metric=EXPORTS&version=3&stamp=00000000')
  expect([response.status, await response.text()]).toEqual([409, expect.stringContaining('Read everything again.')])
})
