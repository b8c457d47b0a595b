import { afterEach, expect, test } from 'vitest'
import { Workplace } from './process.js'
import { codes, head, Place, patient, run } from './run.js'

const workplace = new Workplace()
afterEach(() => workplace.clear())

const rows = `metric,dimension,category,period,value,unit
TRADE,PARTNER,ASEAN,2024-05,570.5,CNY_BILLION
`
const release = head('CN-2024-05', '2024-06-07T11:00:00+08:00')
const said = /^The store is empty\. Importing the shipped code lists and releases first \(set SEED=false .*\)\.\n/m

test('an import into a new store imports shipped releases first', patient, async () => {
  const place = new Place(workplace, await workplace.folder())
  const env = { DATA_DIR: place.path('new') }
  const file = await place.file('may.csv', rows)
  const tried = await run(workplace, env, 'import', file, ...release, '--dry-run', '--json')
  expect([tried.status, tried.err.match(new RegExp(said, 'gm'))?.length]).toEqual([0, 1])
  expect(JSON.parse(tried.out)).toMatchObject({ accepted: true, dryRun: true, added: 1, version: 6 })
  const taken = await run(workplace, env, 'import', file, ...release)
  expect(taken.err).not.toMatch(said)
  expect(taken.out).toMatch(/^CN-2024-05 is stored, at version 7 of the store\n/)
  expect(JSON.parse((await run(workplace, env, 'releases', '--json')).out)).toHaveLength(6)
})

test('code lists extend the shipped ones; SEED=false omits those', patient, async () => {
  const place = new Place(workplace, await workplace.folder())
  const file = await place.file('codes.csv', codes)
  const [both, own] = [{ DATA_DIR: place.path('both') }, { DATA_DIR: place.path('own') }]
  const behind = await run(workplace, both, 'codes', 'import', file)
  expect(behind.err).toMatch(said)
  expect(behind.out).toMatch(/: the store is at version 7\n$/)

  const refused = await run(workplace, { ...own, SEED: 'false' }, 'import', await place.file('a.csv', rows), ...release)
  expect([refused.status, refused.err]).toEqual([1, expect.not.stringMatching(said)])
  expect(refused.out).toMatch(/UNKNOWN_CODE.* The store has no code lists\. /)
  await run(workplace, { ...own, SEED: 'false' }, 'codes', 'import', file)
  const again = await run(workplace, own, 'codes', 'import', file)
  expect(again).toMatchObject({ status: 0, err: '', out: expect.stringContaining('nothing has changed') })
  expect((await run(workplace, own, 'releases', '--json')).out).toBe('[]\n')
})
