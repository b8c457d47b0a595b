import { afterEach, expect, test } from 'vitest'
import { ask, Workplace } from './process.js'
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
  expect(refused.status).toBe(1)
  expect(refused.err).toMatch(/The store has no dataset\. An empty store receives the built-in code lists unless SEED/)
  await run(workplace, { ...own, SEED: 'false' }, 'codes', 'import', file)
  const again = await run(workplace, own, 'codes', 'import', file)
  expect(again).toMatchObject({ status: 0, err: '', out: expect.stringContaining('nothing has changed') })
  expect((await run(workplace, own, 'releases', '--json')).out).toBe('[]\n')
})

test('a first start copies the filled store of the build', patient, async () => {
  const { server, url } = await workplace.serve({ DATA_DIR: await workplace.folder(), SEED: 'true' })
  const { indicators, releases } = await ask(url, '{ indicators { totalCount } releases { totalCount } }')
  expect({ figures: indicators.totalCount > 2000, releases: releases.totalCount }).toEqual({
    figures: true,
    releases: 44,
  })
  expect(server.said).not.toMatch(/importing the shipped releases/)
})

test('an import into a new store starts from the filled store', patient, async () => {
  const place = new Place(workplace, await workplace.folder())
  const file = await place.file('may.csv', rows)
  const env = { DATA_DIR: place.path('new'), SEED: 'true' }
  const taken = await run(workplace, env, 'import', file, ...release)
  expect(taken.out).toMatch(/^CN-2024-05 is stored, at version 46 of the store\n/)
})
