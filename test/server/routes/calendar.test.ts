import { expect, test } from 'vitest'
import { writeCodeLists } from '../../../src/store/admin/code-lists.js'
import { change } from '../../../src/store/database/change.js'
import { tradeDataset } from '../../figures.js'
import { announced, useFeedStore } from './feeds-support.js'

const used = useFeedStore()

async function calendar(search = ''): Promise<string> {
  const response = await used.app.fetch(`http://test/calendar.ics${search}`)
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8'])
  return response.text()
}

type Component = Readonly<Record<string, readonly string[]>>

/** Reads the properties of the calendar and of its events: unfolds lines, and takes texts out of their escapes. */
function read(text: string): { readonly calendar: Component; readonly events: readonly Component[] } {
  const components: Record<string, string[]>[] = []
  const stack: string[] = []
  for (const line of text
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .slice(0, -1)) {
    const [, name = '', value = ''] = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/.exec(line) ?? []
    expect(name, line).not.toBe('')
    if (name === 'BEGIN') {
      stack.push(value)
      components.push({ '': [value] })
    } else if (name === 'END') expect(stack.pop()).toBe(value)
    else (components.at(-1) as Record<string, string[]>)[name] = [...(components.at(-1)?.[name] ?? []), plain(value)]
  }
  expect(stack).toEqual([])
  const [calendar = {}, ...events] = components
  expect(events.every((event) => event['']?.[0] === 'VEVENT')).toBe(true)
  return { calendar, events }
}

const plain = (value: string): string =>
  value.replace(/\\([\\;,nN])/g, (_, sign) => (sign.toLowerCase() === 'n' ? '\n' : sign))

const about = (events: readonly Component[], title: string): Component =>
  events.find(({ SUMMARY }) => SUMMARY?.[0] === title) ?? {}

test('the calendar has what RFC 5545 requires', async () => {
  const { calendar: head, events } = read(await calendar())
  expect(head).toMatchObject({ VERSION: ['2.0'], PRODID: [expect.stringMatching(/./)], METHOD: ['PUBLISH'] })
  expect(events.length).toBe((await used.opened.store.view()).snapshot.releases.length + 1)
  for (const event of events) {
    for (const name of ['UID', 'DTSTAMP', 'DTSTART', 'SUMMARY', 'SEQUENCE', 'STATUS'])
      expect(event[name]).toHaveLength(1)
    for (const name of ['DTSTAMP', 'DTSTART']) expect(event[name]?.[0]).toMatch(/^\d{8}T\d{6}Z$/)
  }
  expect(new Set(events.map(({ UID }) => UID?.[0])).size).toBe(events.length)
})

test('lines end in CRLF, have 75 octets at most, and divide no character', async () => {
  const text = await calendar('?lang=zh')
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  const lines = text.split('\r\n')
  expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
  expect(lines.filter((line) => line.startsWith(' ')).length).toBeGreaterThan(3)
  expect(text).not.toContain('\ufffd')
})

test('announced releases are tentative, in UTC, with their whole titles', async () => {
  const { events } = read(await calendar('?lang=zh'))
  expect(about(events, announced.title)).toMatchObject({
    DTSTART: ['20250307T030000Z'],
    STATUS: ['TENTATIVE'],
    CATEGORIES: ['中国对外贸易'],
    URL: ['http://test/?dataset=CN_TRADE&lang=zh'],
  })
})

test('an announced release that was published is one event', async () => {
  const { events } = read(await calendar())
  expect(events.filter(({ DTSTART }) => DTSTART?.[0] === '20250101T020000Z')).toMatchObject([
    { SUMMARY: ['A & B <first>'], STATUS: ['CONFIRMED'] },
  ])
})

test('a retraction changes its event', async () => {
  const { events } = read(await calendar())
  expect(about(events, 'Retracted: Trade in figures')).toMatchObject({
    SEQUENCE: ['1'],
    DTSTAMP: ['20250105T080000Z'],
    DESCRIPTION: [expect.stringMatching(/^The release was retracted\. Another scale; see <notes>\.\nCustoms: /)],
  })
})

test('an announced release that is moved remains the same event', async () => {
  const { UID } = about(read(await calendar()).events, announced.title)
  await change(used.opened.database, async (tx, version) => {
    const datasets = [{ ...tradeDataset, calendar: [{ ...announced, at: '2025-03-09T11:00:00+08:00' }] }]
    await writeCodeLists(tx, version, { datasets, metrics: [], dimensions: [], categories: [] })
    return { changed: true, result: null }
  })
  expect(about(read(await calendar()).events, announced.title)).toMatchObject({ UID, DTSTART: ['20250309T030000Z'] })
})
