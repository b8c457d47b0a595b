import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { textBounds } from '../../src/domain/input-bounds.js'

test('operating.md states the bound of every text', async () => {
  const guide = await readFile(new URL('../../docs/operating.md', import.meta.url), 'utf8')
  const rows = [...guide.matchAll(/^\| .*? \| `(\w+)` +\| ([\d,]+) +\|$/gm)]
  const told = Object.fromEntries(rows.map(([, name = '', most = '']) => [name, Number(most.replaceAll(',', ''))]))
  expect(told).toEqual(Object.fromEntries(Object.entries(textBounds).map(([name, { most }]) => [name, most])))
})
