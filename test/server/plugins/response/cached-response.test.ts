import { fc, test as property } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { CachedResponse, CachedResponses } from '../../../../src/server/plugins/response/cached-response.js'

const at = (version: number, history = 'a') => ({ version, stamp: `${history}${version}` })
const held = (version: number, length: number, history?: string): CachedResponse =>
  new CachedResponse(at(version, history), 'x'.repeat(length), 'application/json', {})
const most = 100_000

property.prop([
  fc.array(fc.record({ key: fc.nat(30), length: fc.nat(20_000), encoded: fc.boolean() }), { maxLength: 100 }),
])('the cache stays within its bound and evicts the least recently used', async (steps) => {
  const answers = new CachedResponses(most)
  answers.useVersion(at(1))
  const order: string[] = []
  for (const { key, length, encoded } of steps) {
    const name = `${key}`
    const found = answers.find(name)
    const made = found instanceof CachedResponse ? found : held(1, length)
    if (!(found instanceof CachedResponse)) answers.begin(name).settle(made)
    if (encoded) await made.in('gzip', () => answers.resize(name, made))
    const place = order.indexOf(name)
    if (place >= 0) order.splice(place, 1)
    order.push(name)
    expect(answers.bytes).toBeLessThanOrEqual(most)
  }
  const kept = order.filter((name) => answers.find(name) instanceof CachedResponse)
  const sizes = kept.map((name) => (answers.find(name) as CachedResponse).size + 2 * name.length)
  expect(answers.bytes).toBe(sizes.reduce((sum, size) => sum + size, 0))
})

test('a newer store version empties the cache; older responses are not kept', async () => {
  const answers = new CachedResponses(most)
  answers.useVersion(at(1))
  const lead = answers.begin('a')
  const late = answers.begin('b')
  lead.settle(held(1, 10))
  expect(answers.find('a')).toBeInstanceOf(CachedResponse)
  answers.useVersion(at(2))
  expect([answers.find('a'), answers.bytes]).toEqual([null, 0])
  late.settle(held(1, 10))
  expect([answers.find('b'), answers.bytes, (await late.response)?.version.version]).toEqual([null, 0, 1])
})

test('the same version of another history empties the cache, and gives other tags', () => {
  const answers = new CachedResponses(most)
  answers.useVersion(at(1))
  answers.begin('a').settle(held(1, 10))
  answers.useVersion(at(1, 'b'))
  expect(answers.find('a')).toBeNull()
  const [one, other] = [held(1, 10), held(1, 10, 'b')]
  expect(one.matches(other.plain.headers['etag'] ?? '')).toBe(false)
})

test('a response larger than an eighth of the cache is not kept', () => {
  const answers = new CachedResponses(most)
  answers.useVersion(at(1))
  answers.begin('a').settle(held(1, most / 8))
  expect(answers.find('a')).toBeNull()
})
