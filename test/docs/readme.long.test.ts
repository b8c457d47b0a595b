import { afterEach, test } from 'vitest'
import { Workplace } from '../cli/process.js'
import { Reader } from './reader.js'

const workplace = new Workplace()
afterEach(() => workplace.clear())

test('README.md, from a clone with nothing installed to a typed query', async () => {
  const reader = await Reader.of(workplace, 'cloned')
  await reader.follow('README.md')
  await reader.stop()
})
