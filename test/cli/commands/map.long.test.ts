import { existsSync } from 'node:fs'
import { afterEach, expect, test } from 'vitest'
import { Workplace } from '../process.js'
import { Place, patient, run } from '../run.js'

const workplace = new Workplace()
afterEach(() => workplace.clear())

const codes = `dimension,code,name_en
TOTAL,,Total
TOTAL,ALL,All
PARTNER,,Country group
`

test('map knows the units of the store, and its only dimension, and creates no store', patient, async () => {
  const place = new Place(workplace, await workplace.folder())
  const table = await place.file(
    'table.csv',
    'Eksport;\nw mln ANG;\nWyszczególnienie;2022;2023\nRozwinięte;51,5;62,5\nInne;70,5;80,5\n',
  )
  const before = await place.run('map', table, '--json')
  const { placeholders, guesses } = JSON.parse(before.out)
  expect(placeholders).toEqual([
    '<fill in: the unit of "w mln ANG", like ANG_MILLION once it is imported>',
    '<fill in: the dimension of "Wyszczególnienie">',
  ])
  expect(existsSync(place.path('store'))).toBe(false)
  const lines = guesses.slice(guesses.indexOf('code,measure,factor,name_en')).slice(0, 3)
  const units = await place.file('units.csv', `${lines.join('\n')}\n`)

  await place.run('codes', 'import', await place.file('codes.csv', codes))
  expect(await place.run('codes', 'import', units)).toMatchObject({ status: 0 })
  const after = JSON.parse((await place.run('map', table, '--json')).out)
  expect(after.placeholders).toEqual([])
  expect(after.map).toMatchObject({
    unit: { row: 'above', texts: { 'w mln ANG': 'ANG_MILLION' } },
    columns: [{ dimension: 'PARTNER' }, { across: true }],
  })
  expect(after.guesses.join('\n')).toContain('names categories of PARTNER, the only dimension of the store.')
})

test('map drafts without a store that cannot be opened', patient, async () => {
  const place = new Place(workplace, await workplace.folder())
  const table = await place.file('table.csv', 'Country,2022,2023\nChile,51,62\nPeru,70,80\n')
  const env = { DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/nothing' }
  const { status, err } = await run(workplace, env, 'map', table)
  expect(status).toBe(0)
  expect(err).toMatch(
    /^The units of the store are not known to the draft: The database 127\.0\.0\.1:1\/nothing cannot be reached/,
  )
})
