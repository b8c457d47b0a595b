import { afterEach, expect, test } from 'vitest'
import { Workplace } from '../process.js'
import { codes, Place, patient } from '../run.js'

const workplace = new Workplace()
afterEach(() => workplace.clear())

test('code lists are exported, imported, extended and never reduced', patient, async () => {
  const place = new Place(workplace, await workplace.folder())
  const file = await place.file('codes.csv', codes)
  expect(await place.run('codes', 'import', file)).toEqual({
    status: 0,
    out: 'read 1 dataset, 3 metrics, 3 dimensions and 6 categories: the store is at version 1\n',
    err: '',
  })
  const out = place.path('out.csv')
  expect(await place.run('codes', 'export', out)).toMatchObject({ status: 0, out: '' })
  expect(await place.text('out.csv')).toBe(codes)

  const again = await place.run('codes', 'import', out, '--json')
  expect(JSON.parse(again.out)).toEqual({
    datasets: 1,
    metrics: 3,
    dimensions: 3,
    categories: 6,
    changed: false,
    version: 1,
  })

  const [header] = codes.split('\n')
  const rest = ',,,,,,'
  const more = await place.file(
    'more.csv',
    `${header}\n,PARTNER,KOREA,ASIA,,,,,Korea,,,${rest}\n,PARTNER,ASIA,,,,,,Asia,,,${rest}\n`,
  )
  const added = await place.run('codes', 'import', more)
  expect(added.out).toBe('read 0 metrics, 0 dimensions and 2 categories: the store is at version 2\n')
  const listed = await place.run('codes', 'export', '-')
  expect(listed.err).toBe('wrote 1 dataset, 3 metrics, 3 dimensions and 8 categories to standard output\n')
  expect(listed.out.split('\n').filter((line) => !codes.includes(`${line}\n`))).toEqual([
    `,PARTNER,ASIA,,,,,,Asia,,,${rest}`,
    `,PARTNER,KOREA,ASIA,,,,,Korea,,,${rest}`,
  ])

  const few = await place.file('few.csv', 'dimension,code,parent,name_en\nPARTNER,KOREA,-,South Korea\n,EXPORTS,,-\n')
  expect((await place.run('codes', 'import', few)).out).toMatch(/: the store is at version 3\n$/)
  const changed = (await place.run('codes', 'export', '-')).out
  const cells = (row: string): string => changed.split('\n').find((line) => line.startsWith(row)) ?? ''
  expect(cells(',PARTNER,KOREA')).toBe(`,PARTNER,KOREA,,,,,,South Korea,,,${rest}`)
  expect(cells(',,EXPORTS')).toBe(`,,EXPORTS,,,,FLOW,,,出口,"Value of goods, exported",${rest}`)

  const wrong = await place.file('wrong.csv', `${header}\n,PARTNER,A B,,,,,,,,,${rest}\n,,X,,,,SUM,,,,,${rest}\n`)
  const refused = await place.run('codes', 'import', wrong)
  expect([refused.status, refused.out]).toEqual([1, ''])
  expect(refused.err).toMatch(/wrong\.csv, row 2, column "code": .*\n.*wrong\.csv, row 3, column "additivity": /)
  const unknown = await place.file('unknown.csv', `${header}\n,PARTNERS,KOREA,,,,,,,,,${rest}\n`)
  expect(await place.run('codes', 'import', unknown)).toMatchObject({
    status: 1,
    err: expect.stringMatching(
      /unknown\.csv, row 2, column "dimension": There is no dimension "PARTNERS"\. Did you mean/,
    ),
  })
  expect(await place.run('codes', 'export', place.path('none/out.csv'))).toMatchObject({
    status: 2,
    err: expect.stringMatching(/none\/out\.csv cannot be written: there is no such file or folder/),
  })
})
