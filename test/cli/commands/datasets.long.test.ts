import { afterEach, expect, test } from 'vitest'
import { Workplace } from '../process.js'
import { head, Place, patient, run } from '../run.js'

const workplace = new Workplace()
afterEach(() => workplace.clear())

const release = (code: string): string[] => head(code, '2024-01-12T00:00:00+08:00')
const table = (value: string): string => `metric,TOTAL,period,value,unit\nEXPORTS,,2023,${value},CNY_BILLION\n`

test('two offices keep the same figures apart through files and copies', patient, async () => {
  const place = await Place.of(workplace)
  const lists = await place.file('sh.csv', 'dataset,name_en,agency,reporter\nSH_TRADE,Trade of Shanghai,SHCUS,CN-SH\n')
  const nation = await place.file('nation.csv', table('23770'))
  expect((await place.run('import', nation, ...release('CN-1'))).status).toBe(0)
  expect((await place.run('codes', 'import', lists)).out).toMatch(/^read 1 dataset, /)

  const city = await place.file('city.csv', table('1740'))
  const ambiguous = await place.run('import', city, ...release('SH-1'))
  expect([ambiguous.status, ambiguous.out]).toEqual([1, ''])
  expect(ambiguous.err).toMatch(/The store has the datasets CN_TRADE, SH_TRADE, and none is named\./)
  const unknown = await place.run('import', city, ...release('SH-1'), '--dataset', 'SH_TRAD')
  expect(unknown.err).toMatch(/There is no dataset "SH_TRAD"\.\n?.*SH_TRADE/)
  const named = { ...place.env(), DEFAULT_DATASET: 'SH_TRADE' }
  const taken = await run(workplace, named, 'import', city, ...release('SH-1'), '--json')
  expect(JSON.parse(taken.out)).toMatchObject({ accepted: true, added: 1, findings: [] })

  const [out, heads] = [place.path('out.csv'), place.path('heads.json')]
  await place.run('export', '--format', 'csv', '--history', '-o', out, '--releases', heads)
  expect(await place.text('out.csv')).toMatch(/\nCN_TRADE,EXPORTS,.*,CN-1\nSH_TRADE,EXPORTS,.*,SH-1\n$/)
  const refused = await place.run('import', out, ...release('X-1'), '--dataset', 'CN_TRADE')
  expect(refused.status).toBe(1)
  await place.run('codes', 'export', place.path('codes-2.csv'))
  await place.on('copy', 'codes', 'import', place.path('codes-2.csv'))
  expect((await place.on('copy', 'import', out, '--releases', heads)).status).toBe(0)
  const copied = JSON.parse((await place.on('copy', 'releases', '--json')).out)
  expect(copied.map(({ code, dataset }: Record<string, string>) => `${code} ${dataset}`).sort()).toEqual([
    'CN-1 CN_TRADE',
    'SH-1 SH_TRADE',
  ])
})

test('rows of another dataset are refused, histories belong to the only one', patient, async () => {
  const place = await Place.of(workplace)
  const other = await place.file('other.csv', `dataset,${table('1')}`.replace('EXPORTS', 'SH_TRADE,EXPORTS'))
  const refused = await place.run('import', other, ...release('R-1'))
  expect([refused.status, refused.out]).toEqual([
    1,
    expect.stringMatching(/row 2: UNKNOWN_CODE.* The row is of the dataset SH_TRADE, and the release .* CN_TRADE\./),
  ])
  const history = await place.file(
    'history.csv',
    table('5').replace('unit', 'unit,release').replace('BILLION', 'BILLION,R-2'),
  )
  const heads = [{ code: 'R-2', title: 'T', publisher: 'P', publishedAt: '2024-01-12T00:00:00Z', stage: 'MONTHLY' }]
  const file = await place.file('heads.json', JSON.stringify(heads))
  expect((await place.run('import', history, '--releases', file)).status).toBe(0)
  const [stored] = JSON.parse((await place.run('releases', '--json')).out)
  expect(stored).toMatchObject({ code: 'R-2', dataset: 'CN_TRADE' })
})
