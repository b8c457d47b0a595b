import { readdir } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { Workplace } from '../process.js'
import { head, Place, patient, run } from '../run.js'

const filling = new Workplace()
const workplace = new Workplace()
let codesOnly: Place
let full: Place
beforeAll(async () => {
  codesOnly = await Place.of(filling)
  full = await codesOnly.again(filling)
  // Not in the order in which they were published, so that the store's own numbers are others than those of its copy.
  for (const [code, publishedAt, content] of releases) {
    const file = await full.file(`${code}.csv`, content)
    const { status, out, err } = await full.run('import', file, ...head(code, publishedAt), '--note', '=1+1')
    if (status !== 0) throw new Error(out + err)
  }
  await full.run('retract', 'R-2', '--reason', 'Printed by mistake, "again".')
})
afterEach(() => workplace.clear())
afterAll(() => filling.clear())

const header =
  'metric,PARTNER,PRODUCT,period,value,unit,qualifier,flags,change,change_base,change,change_base,share,share_of,note'
const releases: [code: string, publishedAt: string, content: string][] = [
  [
    'R-3',
    '2024-03-01T00:00:00Z',
    `${header}
EXPORTS,JAPAN,SHIPS,2023,1.50,CNY_BILLION,,p,,,,,,,
EXPORTS,JAPAN,MACHINES,2023,2.5,CNY_BILLION,,,,,,,,,
EXPORTS,JAPAN,,2023,30,CNY_BILLION,,,,,,,,,
`,
  ],
  [
    'R-1',
    '2024-01-12T00:00:00+08:00',
    `${header}
EXPORTS,JAPAN,MACHINES,2023,2.5,CNY_BILLION,,,,,,,,,
EXPORTS,JAPAN,SHIPS,2022,1.4,CNY_BILLION,,,,,,,,,
EXPORTS,,,2023,600,CNY_BILLION,OVER,,5.0,,12.30,2021,,,"=HYPERLINK(""x""), quoted"
EXPORTS,JAPAN,,2023,31,CNY_BILLION,,,,,,,5.2,EXPORTS,
`,
  ],
  ['R-2', '2024-02-01T00:00:00+08:00', `${header}\nEXPORTS,JAPAN,,2023,32,CNY_BILLION,,,,,,,,,\n`],
]

test('an exported history is imported to the same bytes', patient, async () => {
  const place = await full.again(workplace)
  await codesOnly.copy(place, 'other')
  const files = (n: number): [figures: string, heads: string] => [place.path(`${n}.csv`), place.path(`${n}.json`)]
  const [figures, heads] = files(1)
  const written = await place.run('export', '--format', 'csv', '--history', '-o', figures, '--releases', heads)
  expect(written).toEqual({
    status: 0,
    out: '',
    err: expect.stringMatching(/^wrote 8 figures of version \d+ of the store\n$/),
  })
  const printed = await place.text('1.csv')
  expect(printed.split('\n').map((row) => row.split(',').at(-1))).toEqual(
    ['release', ...Array(4).fill('R-1'), 'R-2', ...Array(3).fill('R-3'), undefined].map((each) => each ?? ''),
  )
  expect(JSON.parse(await place.text('1.json'))[1]).toEqual({
    code: 'R-2',
    dataset: 'CN_TRADE',
    title: 'Trade, R-2',
    publisher: 'Customs',
    publishedAt: '2024-02-01T00:00:00+08:00',
    stage: 'MONTHLY',
    url: null,
    note: '=1+1',
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    retractedAt: expect.stringMatching(/Z$/),
    retractionReason: 'Printed by mistake, "again".',
  })

  const taken = await place.on('other', 'import', figures, '--releases', heads, '--json')
  const report = JSON.parse(taken.out)
  expect([taken.status, taken.err, report.accepted, report.withoutRows]).toEqual([0, '', true, []])
  expect(report.releases).toMatchObject([
    { release: 'R-1', added: 4, retracted: false },
    { release: 'R-2', revised: 1, retracted: true },
    { release: 'R-3', added: 1, revised: 1, unchanged: 1, retracted: false },
  ])
  const [again, headsAgain] = files(2)
  await place.on('other', 'export', '--format', 'csv', '--history', '--output', again, '--releases', headsAgain)
  expect(await place.text('2.csv')).toBe(printed)
  expect(await place.text('2.json')).toBe(await place.text('1.json'))

  const twice = await place.on('other', 'import', figures, '--releases', heads)
  expect(twice.status).toBe(0)
  expect(twice.out).toMatch(/^R-2 is stored, at version \d+ of the store, and retracted$/m)
  expect(twice.out).not.toMatch(/(added|revised) +[1-9]/)

  const current = await Promise.all(['store', 'other'].map((store) => place.on(store, 'export', '--format', 'csv')))
  expect(current[0]?.out).toBe(current[1]?.out)
  expect(current[0]?.out.split('\n')).toHaveLength(7)
  expect((await readdir(place.folder)).filter((name) => name.endsWith('.part'))).toEqual([])
})

test('a history with a fault is refused before any import', patient, async () => {
  const place = await codesOnly.again(workplace)
  const rows = (...lines: readonly string[]): string =>
    ['metric,TOTAL,period,value,unit,release', ...lines, ''].join('\n')
  const one = { title: 'One', publisher: 'Customs', publishedAt: '2024-01-12T00:00:00+08:00', stage: 'flash' }
  const heads = await place.file(
    'heads.json',
    JSON.stringify([
      { code: 'R-1', ...one },
      { code: 'R-9', ...one },
    ]),
  )
  const wrong = await place.file(
    'wrong.csv',
    rows('EXPORTS,,2023,1,CNY,R-1', 'EXPORTS,,2022,1,CNY,R-2', 'EXPORTS,,2021,one,CNY,R-2', 'IMPORTS,,2022,1,CNY,R-1'),
  )
  const refused = await place.run('import', wrong, '--releases', heads, '--format', 'csv')
  expect(refused.status).toBe(1)
  expect(refused.out.split('\n')).toEqual([
    'nothing is imported because of these rows',
    '',
    'FINDINGS         SEVERITY  COUNT',
    'UNREADABLE_CELL  ERROR     3',
    '',
    expect.stringMatching(/^wrong\.csv, row 3, column release: .*no metadata for release "R-2"\./),
    expect.stringMatching(/^wrong\.csv, row 4, column value: .*"one" is not a decimal/),
    expect.stringMatching(/^wrong\.csv, row 5, column release: .*ended in row 2/),
    '',
  ])
  const right = await place.file('right.csv', rows('EXPORTS,,2023,1,CNY,R-1'))
  const taken = await place.run('import', right, '--releases', heads)
  expect(taken.out).toMatch(/\nnot imported, since no row names them: R-9\n$/)
  const { out } = await place.run('export', '--format', 'csv')
  expect(out).toBe(
    'dataset,metric,TOTAL,period,value,unit,decimals,qualifier,status,flags,share,share_of,share_change,note,note_zh\n' +
      'CN_TRADE,EXPORTS,ALL,2023,1,CNY,,,PRELIMINARY,,,,,,\n',
  )

  const bad = await place.file(
    'bad.json',
    JSON.stringify([
      { code: 'R-1', ...one, publishedAt: 'now', stage: 'daily' },
      { code: 'R-1', titel: 'x' },
      { code: 'R-2', ...one, title: '\u200B', retractedAt: '2024-02-01T00:00:00Z', retractionReason: '\u202E' },
    ]),
  )
  const usage = await place.run('import', right, '--releases', bad)
  expect([usage.status, usage.err.trimEnd().split('\n')]).toEqual([
    2,
    [
      expect.stringMatching(/bad\.json, release 1: "daily" is not a stage/),
      expect.stringMatching(/bad\.json, release 1: "now" is not a moment/),
      expect.stringMatching(/bad\.json, release 2: the field "titel" is unknown/),
      ...['title', 'publisher', 'publishedAt', 'stage'].map((field) =>
        expect.stringContaining(`release 2: "${field}" is missing`),
      ),
      expect.stringContaining('release 3: "title" is missing'),
      expect.stringContaining('release 3: "retractedAt" and "retractionReason" go together'),
      expect.stringMatching(/bad\.json: the release "R-1" occurs twice/),
    ],
  ])
})

test('a filter selects the exported figures and columns', patient, async () => {
  const place = await full.again(workplace)
  const filter = JSON.stringify({ dimensions: ['PARTNER'], periods: '2023', asOf: '2024-01-20T00:00:00Z' })
  const { out } = await place.run('export', '--format', 'csv', '--filter', filter)
  expect(out).toBe(
    'dataset,metric,PARTNER,period,value,unit,decimals,qualifier,status,flags,share,share_of,share_change,note,note_zh\n' +
      'CN_TRADE,EXPORTS,JAPAN,2023,31,CNY_BILLION,,,NORMAL,,5.2,EXPORTS,,,\n',
  )
  const latest = JSON.stringify({
    text: 'exports japan',
    dimensions: ['PARTNER'],
    asOf: '2024-01-20T00:00:00Z',
    latest: 1,
  })
  expect((await place.run('export', '--format', 'csv', '--filter', latest)).out).toBe(out)
  const unknown = await place.run('export', '--format', 'csv', '--filter', '{"metrics": ["EXPORT"]}')
  expect([unknown.status, unknown.out, unknown.err]).toEqual([1, '', expect.stringContaining('EXPORT')])
})

test('series and pivots are exported with the arguments of their queries', patient, async () => {
  const place = await full.again(workplace)
  const filter = { categories: ['PRODUCT:SHIPS'], and: [{ categories: ['PARTNER:JAPAN'] }] }
  const variables = JSON.stringify({ filter, unit: 'CNY_MILLION' })
  const series = await place.run('export', '--format', 'csv', '--query', 'series', '--variables', variables)
  expect(series).toMatchObject({
    status: 0,
    err: expect.stringMatching(/^wrote 1 series of version \d+ of the store\n$/),
  })
  expect(series.out).toBe(
    'Dataset,Metric,Code,Measure,"Metric, name (million yuan)",2022,2023\n' +
      'CN_TRADE,EXPORTS,"PARTNER:JAPAN,PRODUCT:SHIPS",CNY,"Exports, Japan, Ships",1400,1500\n',
  )
  const keys = { filter, rows: [{ by: 'PERIOD' }], columns: [{ by: 'METRIC' }] }
  const pivot = await place.run(
    ...['export', '--format', 'csv', '--query', 'pivot', '--variables', JSON.stringify({ ...keys, totals: true })],
    ...['-o', place.path('pivot.csv'), '--about', place.path('about.json')],
  )
  expect(pivot).toMatchObject({ status: 0, err: expect.stringMatching(/^wrote 2 rows of version/) })
  expect(await place.text('pivot.csv')).toBe(
    'Code,yuan,Exports,Total\n2022,2022,1400000000,1400000000\n2023,2023,1500000000,1500000000\n,Total,2900000000,2900000000\n',
  )
  expect(JSON.parse(await place.text('about.json')).sources).toMatchObject([{ code: 'R-3' }, { code: 'R-1' }])
})

describe('wrong usage is status 2:', () => {
  test.each([
    ['no format', [], /required option '--format <format>' not specified/],
    ['another format', ['--format', 'xls'], /Allowed choices are csv, xlsx, json-stat, sdmx-csv, parquet/],
    ['heads without a history', ['--format', 'csv', '--releases', 'x'], /--releases requires --history/],
    [
      'a part of a history',
      ['--format', 'csv', '--history', '--filter', '{}'],
      /--filter cannot be combined with --history/,
    ],
    [
      'one file for both',
      ['--format', 'csv', '--history', '-o', 'x', '--releases', 'x'],
      /x is named for two files\. Name different files/,
    ],
    ['no JSON', ['--format', 'csv', '--filter', 'EXPORTS'], /--filter must be a JSON object, like/],
    ['a period that is none', ['--format', 'csv', '--filter', '{"from": "2023-13"}'], /^variables.filter.from: /],
    [
      'a history of series',
      ['--format', 'csv', '--history', '--query', 'series'],
      /--query series cannot be combined with --history, which lists figures/,
    ],
    ['a pivot of no rows', ['--format', 'csv', '--query', 'pivot', '--filter', '{}'], /variables.rows is missing/],
    [
      'a history as another format',
      ['--format', 'xlsx', '--history'],
      /--history requires the format csv instead of xlsx/,
    ],
    [
      'a page',
      ['--format', 'csv', '--variables', '{"first": 3}'],
      /variables.first: a file contains the whole list. The arguments are filter, orderBy/,
    ],
    [
      'another query',
      ['--format', 'csv', '--query', 'indicator'],
      /query cannot be "indicator". Did you mean indicators/,
    ],
    [
      'a filter that is wrong in every field',
      [
        '--format',
        'csv',
        '--filter',
        '{"metric": [], "periods": ["2023-13"], "from": ["2023"], "within": [1], "frequency": "DAILY", "asOf": "now"}',
      ],
      /^variables\.filter\.within\.0: .*\nvariables\.filter\.periods\.0: .*\nvariables\.filter\.from: .*\nvariables\.filter\.frequency: .*\nvariables\.filter\.asOf: .*\nvariables\.filter: Field "metric" is not defined by type "IndicatorFilter"\. Did you mean "metrics"\?\n$/,
    ],
  ])('%s', patient, async (_, args, expected) => {
    const { status, out, err } = await run(workplace, { DATA_DIR: '/dev/null/data' }, 'export', ...args)
    expect(err).toMatch(expected)
    expect([status, out]).toEqual([2, ''])
  })
})
