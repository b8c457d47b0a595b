import { execFile } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { Workplace } from '../process.js'
import { head, Place, patient, run } from '../run.js'

const filling = new Workplace()
const workplace = new Workplace()
let filled: Place
beforeAll(async () => {
  filled = await Place.of(filling)
})
afterEach(() => workplace.clear())
afterAll(() => filling.clear())

const header = 'metric,PRODUCT,PARTNER,period,value,unit,change'
const figures = (...rows: readonly string[]): string => `${[header, ...rows].join('\n')}\n`
const january = figures('EXPORTS,,,2023,23.77,CNY_TRILLION,0.6', 'EXPORTS,SHIPS,,2023,1.5,CNY_TRILLION,')
const first = head('R-1', '2024-01-12T00:00:00+08:00')

test('a release is imported once, and refused with different content', patient, async () => {
  const place = await filled.again(workplace)
  const file = await place.file('january.csv', january)

  const tried = await place.run('import', file, ...first, '--dry-run')
  expect(tried.out).toBe(
    'R-1 would be stored; this was a dry run\n  added      2\n  revised    0\n  unchanged  0\n  rejected   0\nno findings\n',
  )
  expect(tried.err).toBe(
    `Reading the files as csv. Use --format to name another format.\nreading ${file}\nchecking and storing\n`,
  )
  expect((await place.run('releases', '--json')).out).toBe('[]\n')

  const taken = await place.run('import', file, ...first, '--stage', 'Flash', '--format', 'csv', '--json')
  expect([tried.status, taken.status, taken.err]).toEqual([0, 0, ''])
  expect(JSON.parse(taken.out)).toEqual({
    release: 'R-1',
    accepted: true,
    dryRun: false,
    added: 2,
    revised: 0,
    unchanged: 0,
    rejected: 0,
    notices: [],
    findings: [],
    version: 2,
  })
  const [stored] = JSON.parse((await place.run('releases', '--json')).out)
  expect(stored).toMatchObject({ code: 'R-1', stage: 'FLASH', publishedAt: '2024-01-12T00:00:00+08:00', url: null })

  const again = await place.run('import', file, ...first, '--stage', 'FLASH')
  expect(again.status).toBe(0)
  expect(again.out).toContain('R-1 is stored, at version 2 of the store')
  expect(again.out).toMatch(/added +0\n +revised +0\n +unchanged +2\n/)

  const other = await place.file('other.csv', january.replace('23.77', '23.78'))
  const refused = await place.run('import', other, ...first, '--stage', 'flash')
  expect([refused.status, refused.out]).toEqual([1, ''])
  expect(refused.err).toMatch(/Release R-1 is stored with other content \(figures\)/)
})

test('findings have file, row and column, and can be accepted', patient, async () => {
  const place = await filled.again(workplace)
  const wrong = await place.file(
    'wrong.csv',
    figures('EXPORT,,,2023,1,CNY,', 'EXPORTS,,JAPN,2023,1,CNY,', 'EXPORTS,,JAPAN,2023,"1,5",CNY,'),
  )
  const refused = await place.run('import', wrong, ...first)
  expect(refused.status).toBe(1)
  expect(refused.out).toMatch(/^R-1 is refused because of 3 errors; nothing is stored\n {2}added {6}0\n/)
  expect(refused.out).toMatch(
    /rejected +3\n\nFINDINGS +SEVERITY {2}COUNT\nUNKNOWN_CODE +ERROR +2\nUNREADABLE_CELL +ERROR +1\n/,
  )
  expect(refused.out.trimEnd().split('\n').slice(-3)).toEqual([
    expect.stringMatching(/^wrong\.csv, row 2: UNKNOWN_CODE \(error\): .*"EXPORT".* Did you mean EXPORTS/),
    expect.stringMatching(/^wrong\.csv, row 3: UNKNOWN_CODE \(error\): .*JAPN.* Did you mean PARTNER:JAPAN/),
    expect.stringMatching(/^wrong\.csv, row 4, column value: UNREADABLE_CELL \(error\): .* \(found "1,5"\)$/),
  ])

  const kept = await place.run('check', '--release', 'R-1')
  expect(kept.status).toBe(0)
  expect(kept.out).toBe(refused.out.slice(refused.out.indexOf('\nFINDINGS')))
  expect((await place.run('check')).out).toContain('\nR-1 (refused): wrong.csv, row 2: UNKNOWN_CODE')
  const unknown = await place.run('check', '--release', 'R-2')
  expect([unknown.status, unknown.out]).toEqual([1, ''])
  expect(unknown.err).toBe('There is no release "R-2".\n')

  const made = await place.file('made.csv', figures('EXPORTS,,KOREA,2023,123.4,CNY_MILLION,'))
  const created = await place.run('import', made, ...first, '--create-codes')
  expect([created.status, (await place.run('codes', 'export', '-')).out]).toEqual([
    0,
    expect.stringMatching(/^,PARTNER,KOREA,/m),
  ])

  const doubtful = await place.file(
    'doubtful.csv',
    figures('TRADE,,,2023,12,CNY,', 'EXPORTS,,,2023,5,CNY,', 'IMPORTS,,,2023,5,CNY,'),
  )
  const second = head('R-2', '2025-01-12T00:00:00+08:00')
  const doubted = await place.run('import', doubtful, ...second, '--json')
  const error = JSON.parse(doubted.out).findings.find((each: { kind: string }) => each.kind === 'TOTAL_MISMATCH')
  expect([doubted.status, error]).toEqual([
    1,
    expect.objectContaining({
      kind: 'TOTAL_MISMATCH',
      severity: 'ERROR',
      file: 'doubtful.csv',
      row: 2,
    }),
  ])
  const accepted = await place.run('import', doubtful, ...second, '--accept-findings')
  expect(accepted.status).toBe(0)
  const stored = JSON.parse((await place.run('check', '--release', 'R-2', '--json')).out)
  expect(stored).toContainEqual({ ...error, indicators: expect.any(Array), release: 'R-2', stored: true })

  expect(await place.run('retract', 'R-2', '--reason', 'It was of another year.')).toMatchObject({
    status: 0,
    out: expect.stringMatching(/^retracted R-2: the store is at version \d+\n$/),
  })
  expect(await place.run('retract', 'R-2', '--reason', 'Again.')).toMatchObject({
    status: 1,
    err: expect.stringContaining('It was of another year.'),
  })
  expect(await place.run('retract', 'R2', '--reason', 'None.')).toMatchObject({ status: 1 })
  const late = await place.run('import', doubtful, ...second)
  expect([late.status, late.err]).toEqual([1, expect.stringContaining('was retracted on')])
})

test('Ctrl-C leaves the store unchanged, with a message', patient, async () => {
  const place = await filled.again(workplace)
  const before = (await place.run('codes', 'export', '-')).out
  const pipe = place.path('pipe.csv')
  await promisify(execFile)('mkfifo', [pipe])
  const command = workplace.start(place.env(), 'import', pipe, ...first, '--create-codes')
  const writer = createWriteStream(pipe)
  writer.write(january)
  writer.write('EXPORTS,NEW,,2023,1,CNY,\n'.repeat(5000)) // more than is written to the store at once
  await command.says(/reading .*pipe\.csv/)
  command.process.kill('SIGINT')
  await command.says(/Stopped/)
  writer.destroy() // what waits in a read cannot end before it
  expect(await command.end()).toBe(130)
  expect(command.said).toContain('\nStopped. Nothing was stored.\n')

  const file = await place.file('january.csv', january)
  expect((await place.run('codes', 'export', '-')).out).toBe(before)
  const taken = JSON.parse((await place.run('import', file, ...first, '--json')).out)
  expect(taken).toMatchObject({ accepted: true, added: 2, version: 2 })
})

describe('wrong usage is status 2 with advice, and opens nothing:', () => {
  const env = { DATA_DIR: '/dev/null/data' }
  const seed = new URL('../../../prisma/seed/', import.meta.url).pathname
  const csv = `${seed}metrics.csv`
  const json = `${seed}releases.json`
  test.each([
    [
      'everything at once',
      [
        'import',
        csv,
        '--release',
        'R',
        '--stage',
        'weekly',
        '--published-at',
        '2024-01-12',
        '--period',
        '2024-13',
        '--encoding',
        'big5',
      ],
      /^--title, --publisher are missing.*\n--stage: "weekly" is not a stage.*\n--published-at: .*\n--period: .*\n--encoding: .*\n$/,
    ],
    [
      'files that cannot be read',
      ['import', 'nix.csv', seed, ...first],
      /^nix\.csv cannot be read: there is no such file.*\n.*seed\/ cannot be read: it is a folder\.\n$/,
    ],
    [
      'another format',
      ['import', csv, ...first, '--format', 'xml'],
      /"xml" is not one of csv, sdmx-csv, json-stat, table/,
    ],
    [
      'another map',
      ['import', csv, ...first, '--map', 'gacc-locations'],
      /There is no map "gacc-locations"\. Did you mean gacc-location/,
    ],
    ['a map of unknown kind', ['import', csv, ...first, '--map', json], /Add --format sdmx-csv or --format table/],
    [
      'a file of unknown kind',
      ['import', '/dev/null', ...first],
      /\/dev\/null has a name that does not tell its format.*Add --format csv or/,
    ],
    [
      'a table without a map',
      ['import', csv, ...first, '--format', 'table'],
      /Format TABLE requires a map: one of gacc-/,
    ],
    ['several kinds', ['import', csv, json, ...first], /several formats \(CSV, JSON_STAT\)/],
    [
      'a history of one release',
      ['import', csv, '--releases', json, ...first],
      /^--release, --title, --publisher, --published-at cannot be combined with --releases/,
    ],
    ['heads that are none', ['import', csv, '--releases', csv], /metrics\.csv is not JSON/],
    ['a key without a server', ['check', '--key', 'ti_x'], /--key requires --server/],
    ['no address', ['check', '--server', 'localhost:4000'], /"localhost:4000" is not an address/],
    ['no key', ['retract', 'R', '--reason', 'x', '--server', 'http://localhost:1'], /Set INDICATORS_KEY/],
    ['no reason', ['retract', 'R'], /required option '--reason <text>' not specified/],
  ])('%s', patient, async (_, args, expected) => {
    const { status, out, err } = await run(workplace, env, ...args)
    expect(err).toMatch(expected)
    expect([status, out]).toEqual([2, ''])
  })

  test('an unavailable store or server is status 3', patient, async () => {
    const store = await run(workplace, env, 'check')
    const server = await run(workplace, env, 'check', '--server', 'http://127.0.0.1:59999')
    expect([store.status, server.status]).toEqual([3, 3])
    expect(server.err).toMatch(/^The server 127\.0\.0\.1:59999 cannot be reached: .*ECONNREFUSED/)
  })
})
