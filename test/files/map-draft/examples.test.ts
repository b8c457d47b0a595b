import { readdir, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { draftMap } from '../../../src/files/map-draft/draft.js'
import { parseTableMap } from '../../../src/files/maps/map-files.js'
import { readTable } from '../table-map/support.js'

const folder = new URL('../../../examples/tables/', import.meta.url)

/** Lists the paths at which two JSON values differ. */
function differences(one: unknown, other: unknown, path = ''): string[] {
  if (typeof one !== 'object' || one === null || typeof other !== 'object' || other === null)
    return one === other ? [] : [path]
  const [a, b] = [one as Record<string, unknown>, other as Record<string, unknown>]
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])]
  return keys.flatMap((key) => differences(a[key], b[key], `${path}/${key}`))
}

test.each([
  { file: 'years-across.csv', count: 96, edits: [] },
  { file: 'months-across.csv', count: 72, edits: [] },
  { file: 'preamble.xlsx', count: 28, edits: [] },
  { file: 'no-categories.csv', count: 24, edits: ['/unit'] },
  { file: 'year-and-month.csv', count: 16, edits: ['/columns/3/dimension', '/columns/4/metric'] },
  { file: 'dates.csv', count: 48, edits: [] },
  { file: 'latin-1.csv', count: 18, edits: [] },
  { file: 'unit-below.csv', count: 12, edits: ['/columns/1/metric'] },
  { file: 'flags.csv', count: 16, edits: ['/columns/0/dimension'] },
  { file: 'growth.xlsx', count: 18, edits: [] },
  { file: 'japanese.csv', count: 18, edits: [] },
  { file: 'words-across.csv', count: 24, edits: [] },
  { file: 'metric-column.csv', count: 48, edits: ['/columns/1/words/Vidareexport'] },
])('$file is read with its map, the draft with few edits', async ({ file, count, edits }) => {
  const bytes = await readFile(new URL(file, folder))
  const text = await readFile(new URL(file.replace(/\.\w+$/, '.map.json'), folder), 'utf8')
  const draft = await draftMap(bytes, { file, encoding: null, sheet: null, period: null })
  expect(differences(draft.map, JSON.parse(text))).toEqual(edits)
  const { figures, problems } = await readTable(bytes, await parseTableMap(text, 'map.json'), { file, period: null })
  expect(problems).toEqual([])
  expect(figures).toHaveLength(count)
})

test('every table of the examples has a map and a chapter', async () => {
  const files = (await readdir(folder)).filter((name) => /\.(csv|xlsx)$/.test(name) && name !== 'codes.csv')
  const guide = await readFile(new URL('../../../docs/importing-examples.md', import.meta.url), 'utf8')
  expect(files).toHaveLength(13)
  expect(files.filter((name) => !guide.includes(`npx indicators map examples/tables/${name}`))).toEqual([])
})
