import { expect, onTestFinished, test } from 'vitest'
import { openFeedStore } from './feeds-support.js'
import { get as ask, serverOf } from './pictures.js'

test('no text of the store ends the script that describes it', async () => {
  const hostile = await openFeedStore()
  onTestFinished(() => hostile.close())
  const html = (await ask(serverOf(hostile, { QUERY_TIMEOUT_MS: '100000' }), '/?dataset=CN_TRADE')).bytes.toString()
  const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html) ?? []
  expect(json).toContain('\\u003c/script>')
  expect(JSON.parse(json).name).toContain('</script>')
})
