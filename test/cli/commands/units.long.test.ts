import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import { kazakhFile, kazakhUnits } from '../../graphql/units-support.js'
import { openTestStore, type TestStore } from '../../support.js'
import { ask, Workplace } from '../process.js'
import { Place, patient, run } from '../run.js'

const onServer = 'server' in inject('template')
const workplace = new Workplace()
afterEach(() => workplace.clear())

const head = ['--title', 'Oil', '--publisher', 'Bureau', '--published-at', '2024-02-01T00:00:00Z'] as const
const map = (unit: string): string =>
  JSON.stringify({
    title: 'Exports of oil by partner',
    header: 1,
    unit,
    columns: [
      { is: 'category', header: ['Partner'], dimension: 'PARTNER', language: 'EN', total: ['All'] },
      { is: 'value', header: ['{year}'], across: true, metric: 'EXPORT_QUANTITY', span: 'PERIOD', decimals: 1 },
    ],
  })

test('added units are imported, exported and never redefined', patient, async () => {
  const place = await Place.of(workplace)
  const units = await place.file('units.csv', kazakhUnits)
  expect((await place.run('codes', 'import', units)).out).toBe(
    'read 0 metrics, 0 dimensions, 0 categories and 5 units: the store is at version 2\n',
  )
  const more = await place.file('more.csv', `code,additivity,measure\nEXCHANGE_RATE,RATIO,\nEXPORT_QUANTITY,FLOW,\n`)
  expect((await place.run('codes', 'import', more)).status).toBe(0)
  const file = await place.file('kz.csv', kazakhFile)
  expect(await place.run('import', file, '--release', 'KZ-1', ...head)).toMatchObject({ status: 0 })
  const exported = await place.run('export', '--format', 'csv', '--filter', '{"unit": "XDR_BILLION"}')
  expect(exported.out).toMatch(/EXPORTS,.*,2023,35000,XDR_BILLION,/)
  const wrong = await place.run('export', '--format', 'csv', '--filter', '{"unit": "XDR_MILLION"}')
  expect(wrong).toMatchObject({ status: 2, out: '' })
  expect(wrong.err).toContain('Value "XDR_MILLION" does not exist in "Unit" enum.')

  const table = await place.file('table.csv', 'Partner,2022\nAll,480.5\nFrance,20.0\n')
  const imported = async (unit: string) =>
    place.run(
      'import',
      table,
      '--map',
      await place.file(`${unit}.json`, map(unit)),
      '--release',
      'KZ-2',
      '--format',
      'table',
      ...head,
    )
  expect(await imported('SACK_THOUSAND')).toMatchObject({ status: 2, err: expect.stringContaining('There is no unit') })
  expect(await imported('BARREL_THOUSAND')).toMatchObject({ status: 0 })

  const listed = await place.run('codes', 'export', '-')
  expect(listed.err).toContain('and 5 units to standard output')
  expect(listed.out).toContain(
    ',,XDR_BILLION,,,,,,billion SDR,十亿特别提款权,,,,,,,,,XDR,1000000000,XDR bn,XDR {} billion,\n',
  )
  const redefined = await place.file('again.csv', 'code,measure,factor\nXDR_BILLION,XDR,1000\n')
  expect(await place.run('codes', 'import', redefined)).toMatchObject({
    status: 1,
    err: expect.stringContaining('XDR_BILLION is 10^9 XDR, and its measure and factor never change.'),
  })
})

describe.skipIf(!onServer)('a running server', () => {
  let opened: TestStore
  beforeAll(async () => {
    opened = await openTestStore()
  })
  afterAll(() => opened.close())

  test('has a unit with the first query after its import', patient, async () => {
    const env = { DATABASE_URL: opened.database.pool.options.connectionString ?? '' }
    const server = workplace.start(env)
    const url = await server.url()
    await server.says(/ready at/)
    const query = '{ __type(name: "Unit") { enumValues { name } } units { code } }'
    const names = async (): Promise<string[]> =>
      (await ask(url, query)).__type.enumValues.map(({ name }: { name: string }) => name)
    expect(await names()).not.toContain('XDR_BILLION')
    const place = new Place(workplace, await workplace.folder())
    const file = await place.file('units.csv', kazakhUnits)
    expect((await run(workplace, env, 'codes', 'import', file)).status).toBe(0)
    expect(await names()).toContain('XDR_BILLION')
    expect((await ask(url, '{ units(compatibleWith: XDR_BILLION) { code } }')).units).toHaveLength(2)
  })
})
