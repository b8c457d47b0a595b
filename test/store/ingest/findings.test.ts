import { afterAll, expect, test } from 'vitest'
import type { Finding } from '../../../src/domain/observations/finding.js'
import { change } from '../../../src/store/database/change.js'
import { endFindings, writeFindings } from '../../../src/store/ingest/findings.js'
import { figure, release } from '../../figures.js'
import { openTestStore } from '../../support.js'

const { database, close } = await openTestStore()
afterAll(close)

const count = 1000
const findings = Array.from(
  { length: count },
  (_, n): Finding => ({
    kind: 'GROWTH_MISMATCH',
    severity: 'WARNING',
    key: `finding ${n}`,
    message: `What is wrong with figure ${n}.`,
    expected: null,
    reported: null,
    unit: null,
    found: null,
    file: null,
    row: null,
    column: null,
    indicators: [],
    discrepancy: null,
  }),
)

test('findings that are written again are each compared with one', async () => {
  await release(database, { code: 'ONE' }, [figure({ period: '1990', value: '1' })])
  await release(database, { code: 'OTHER' }, [figure({ period: '1991', value: '1' })])
  const id = async (code: string) => (await database.prisma.release.findUniqueOrThrow({ where: { code } })).id
  const [one, other] = [await id('ONE'), await id('OTHER')]
  const write = (code: string, releaseId: number, given: readonly Finding[]) =>
    change(database, async (tx, version) => {
      await endFindings(tx, version, { releaseId })
      await writeFindings(tx, version, code, releaseId, given)
      const [read] = await tx.$queryRaw<{ rows: number }[]>`
        SELECT (seq_tup_read + coalesce(idx_tup_fetch, 0))::int AS rows FROM pg_stat_xact_user_tables WHERE relname = 'finding'`
      return { changed: true, result: read?.rows }
    })
  await write('ONE', one, findings)
  // By these statistics, no finding is one of OTHER.
  await database.pool.query('ANALYZE finding')
  expect(await write('OTHER', other, findings)).toBeLessThan(20 * count)
  expect(await write('OTHER', other, findings)).toBeLessThan(20 * count)
  const valid = await database.prisma.finding.groupBy({
    by: ['code'],
    where: { toVersion: null, kind: 'GROWTH_MISMATCH', key: { startsWith: 'finding ' } },
    _count: true,
  })
  expect(valid.map(({ code, _count }) => [code, _count]).sort()).toEqual([
    ['ONE', count],
    ['OTHER', count],
  ])
})
