import { afterAll, expect, test } from 'vitest'
import { openTestStore } from '../support.js'
import { ask } from './ask.js'

const opened = await openTestStore()
afterAll(opened.close)

test('a text of numbers alone is answered in full', async () => {
  const text = '5% '.repeat(6000)
  const { data, errors } = await ask(opened.store, 'query ($text: String!) { checkClaims(text: $text) { verdict } }', {
    text,
  })
  expect(errors).toBeUndefined()
  expect(data.checkClaims).toHaveLength(6000)
})
