import { afterEach, expect, test } from 'vitest'
import { Workplace } from '../process.js'
import { Place, patient } from '../run.js'

const workplace = new Workplace()
afterEach(() => workplace.clear())

const text =
  "In 2023, China's foreign trade rose 0.2 percent to 41.76 trillion yuan. Exports reached 23.77 trillion yuan, up 0.6 percent, and imports fell 0.3 percent to 17.99 trillion yuan.\n"

const figures = `metric,dimension,category,period,value,unit,change
TRADE,TOTAL,ALL,2023,41.76,CNY_TRILLION,0.2
EXPORTS,TOTAL,ALL,2023,23.77,CNY_TRILLION,0.6
IMPORTS,TOTAL,ALL,2023,17.99,CNY_TRILLION,-0.3
`

async function withFigures(): Promise<Place> {
  const place = await Place.of(workplace)
  const release = [
    '--release',
    'FLASH',
    '--title',
    'T',
    '--publisher',
    'P',
    '--published-at',
    '2024-01-12T00:00:00+08:00',
  ]
  expect(await place.run('import', await place.file('flash.csv', figures), ...release)).toMatchObject({ status: 0 })
  return place
}

test('read compares a text with the store and prints what import reads', patient, async () => {
  const place = await withFigures()
  const file = await place.file('press.txt', text)
  const published = ['--published-at', '2024-01-12T12:00:00+08:00']

  const listed = await place.run('read', file, ...published)
  expect(listed.status).toBe(0)
  expect(listed.out.split('\n').slice(0, 4)).toEqual([
    expect.stringMatching(/^CLASS +METRIC +CATEGORY +PERIOD +VALUE +CHANGE +SHARE$/),
    expect.stringMatching(/^CONFIRMED +TRADE +total +2023 +41\.76 trillion yuan +0\.2 % on 2022$/),
    "  In 2023, China's foreign trade rose 0.2 percent to 41.76 trillion yuan.",
    '  The store has the same figure (FLASH).',
  ])

  const csv = await place.run('read', file, '--csv', ...published)
  const release = ['--release', 'AGAIN', '--title', 'T', '--publisher', 'P', ...published]
  const imported = await place.run('import', await place.file('again.csv', csv.out), ...release, '--dry-run', '--json')
  expect(JSON.parse(imported.out)).toMatchObject({ accepted: true })
})

test('read fails where a figure is contradicted, with the numbers', patient, async () => {
  const place = await withFigures()
  const file = await place.file('press.txt', text.replace('41.76', '47.16'))
  const { status, out } = await place.run('read', file, '--json', '--published-at', '2024-01-12T12:00:00+08:00')
  expect(status).toBe(1)
  expect(JSON.parse(out).proposals[0]).toMatchObject({
    class: 'CONTRADICTED',
    value: '47.16',
    stored: { status: 'REVISED', value: '41.76' },
    spans: { value: { start: text.indexOf('41.76'), end: text.indexOf('41.76') + 5 } },
  })
})

test('read refuses contradictory options and unknown datasets', patient, async () => {
  const place = await withFigures()
  const file = await place.file('press.txt', text)
  expect(await place.run('read', file, '--json', '--csv')).toMatchObject({ status: 2 })
  expect(await place.run('read', file, '--published-at', 'yesterday')).toMatchObject({ status: 2 })
  expect(await place.run('read', file, '--dataset', 'NOWHERE')).toMatchObject({ status: 1 })
})
