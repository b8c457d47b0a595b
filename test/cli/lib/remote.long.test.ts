import { afterEach, expect, test } from 'vitest'
import { Workplace } from '../process.js'
import { codes, head, Place, patient, run } from '../run.js'

const workplace = new Workplace()
afterEach(() => workplace.clear())

test('a running server imports, checks and retracts releases', patient, async () => {
  const place = new Place(workplace, await workplace.folder())
  await place.run('codes', 'import', await place.file('codes.csv', codes))
  const key = (await place.run('keys', 'create', 'ci', '--scope', 'publish')).out.trim()
  const server = workplace.start(place.env())
  await server.says(/ready at/)
  const url = await server.url()
  const ask = (...args: readonly string[]) => run(workplace, { INDICATORS_KEY: key }, ...args, '--server', url)

  const rows = [
    'metric,PARTNER,period,value,unit,note',
    'TRADE,,2023,12,CNY,',
    'EXPORTS,,2023,5,CNY,',
    'IMPORTS,,2023,5,CNY,价',
  ]
  const gbk = Buffer.concat([Buffer.from(rows.join('\n').slice(0, -1)), Buffer.from([0xbc, 0xdb])])
  const file = await place.file('doubtful.csv', gbk)
  const release = [...head('R-1', '2024-01-12T00:00:00+08:00'), '--encoding', 'gbk']
  const refused = await ask('import', file, ...release)
  expect(refused.status).toBe(1)
  expect(refused.out).toMatch(
    /^R-1 is refused because of 1 error; .*\n(.*\n)+doubtful\.csv, row 2, column value: TOTAL_MISMATCH/,
  )
  expect((await ask('check', '--release', 'R-1')).out).toContain('doubtful.csv, row 2')

  const accepted = await ask('import', file, ...release, '--accept-findings', '--json')
  expect(JSON.parse(accepted.out)).toMatchObject({ release: 'R-1', accepted: true, added: 3 })
  const unreadable = await ask('import', file, ...head('R-2', '2024-02-12T00:00:00+08:00'))
  expect(unreadable.out).toMatch(/column note: UNREADABLE_CELL \(error\): This cell is not text in UTF-8/)

  const [listed] = JSON.parse((await ask('releases', '--json')).out)
  expect(listed).toMatchObject({ code: 'R-1', stage: 'MONTHLY', publishedAt: '2024-01-12T00:00:00+08:00' })
  expect((await ask('retract', 'R-1', '--reason', 'Wrong.')).out).toMatch(
    /^retracted R-1: the store is at version \d+\n$/,
  )
  expect(await ask('retract', 'R-1', '--reason', 'Wrong.')).toMatchObject({
    status: 1,
    err: expect.stringMatching(/^CONFLICT: .*Wrong\.\n$/),
  })
  expect(await ask('check', '--release', 'R-9')).toMatchObject({ status: 1, out: '' })
  expect((await ask('retract', 'R-11', '--reason', 'None.')).err).toBe(
    'NOT_FOUND: There is no release "R-11". Did you mean R-1?\n',
  )
  const without = await ask('import', file, ...release, '--key', 'ti_of-nobody')
  expect([without.status, without.err]).toEqual([1, expect.stringContaining('UNAUTHENTICATED: ')])
  expect(await ask('import', file, ...release.with(7, '2999-01-12T00:00:00Z'))).toMatchObject({
    status: 2,
    err: expect.stringMatching(/BAD_USER_INPUT: .*in the future/),
  })
  expect(server.said).not.toContain(key)
})
