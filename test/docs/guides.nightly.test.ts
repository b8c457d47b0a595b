import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, test } from 'vitest'
import { Workplace } from '../cli/process.js'
import { root } from './clone.js'
import { Reader } from './reader.js'

const workplace = new Workplace()
afterEach(() => workplace.clear())

const patient = { timeout: 480_000 } // a guide has up to forty commands

// docs/your-app.md is followed in test/clients, with a browser.
const guides = (await readdir(join(root, 'docs'))).filter((name) => name.endsWith('.md') && name !== 'your-app.md')

describe('every command of a guide has the documented result', () => {
  test.each(guides)('docs/%s', patient, async (name) => {
    const reader = await Reader.of(workplace, 'built')
    await reader.follow(`docs/${name}`)
    await reader.stop()
  })
})
