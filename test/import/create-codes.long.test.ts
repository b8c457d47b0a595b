import { afterAll, describe, expect, test } from 'vitest'
import { writeCodeLists } from '../../src/store/admin/code-lists.js'
import { change } from '../../src/store/database/change.js'
import { askerOf, importMutation, input } from '../graphql/publish.js'
import { statements } from '../statements.js'
import { openTestStore } from '../support.js'

const opened = await openTestStore()
const send = askerOf(opened)
afterAll(opened.close)

test('new categories are created without a statement for each', async () => {
  const rows = Array.from({ length: 500 }, (_, n) => `EXPORTS,PRODUCT,NEW_${n},1990,${n},CNY`)
  const csv = ['metric,dimension,category,period,value,unit', ...rows, ''].join('\n')
  const variables = input(csv, { code: 'MANY-NEW', createCodes: true })
  const sent = await statements(async () => {
    const { importRelease } = (await send(importMutation, variables)).data
    expect(importRelease).toMatchObject({ accepted: true, added: 500 })
  })
  expect(sent.filter((text) => text.includes('category_id_seq')).length).toBeLessThan(15)
})

describe('a new dimension that could not name a column of the tidy CSV', () => {
  const tidy = (dimension: string) =>
    `metric,dimension,category,period,value,unit\nEXPORTS,TOTAL,ALL,1991,2,CNY\nEXPORTS,${dimension},COAST,1991,1,CNY\n`
  const share = (dimension: string) =>
    `metric,dimension,category,period,value,unit,share,share_of\nEXPORTS,,,1991,,CNY,5,EXPORTS|${dimension}:COAST\n`
  const mapped = (dimension: string) => ({
    format: 'SDMX_CSV',
    map: JSON.stringify({
      metric: { constant: 'EXPORTS' },
      period: { column: 'TIME_PERIOD' },
      unit: { constant: 'CNY' },
      value: { column: 'OBS_VALUE' },
      dimensions: { REF_AREA: { dimension } },
    }),
  })
  const cube = 'REF_AREA,TIME_PERIOD,OBS_VALUE\nCOAST,1991,1\n'
  const take = async (csv: string, given: object = {}) =>
    (await send(importMutation, input(csv, { code: 'NEW-DIMENSION', createCodes: true, ...given }))).data.importRelease

  test.each([
    { name: 'a row', csv: tidy('Province'), row: 3, advice: 'write it in capitals, PROVINCE.' },
    { name: 'a prototype', csv: tidy('__proto__'), row: 3, advice: 'write it in capitals, __PROTO__.' },
    { name: 'another column', csv: tidy('PERIOD'), row: 3, advice: 'the format has this column already.' },
    { name: 'the base of a share', csv: share('Province'), row: 2, advice: 'write it in capitals, PROVINCE.' },
    {
      name: 'a map of SDMX',
      csv: cube,
      given: mapped('Province'),
      row: 2,
      advice: 'write it in capitals, PROVINCE.',
    },
  ])('is not created by $name', async ({ csv, given, row, advice }) => {
    const message = expect.stringContaining(
      `cannot be the code of a dimension, which names a column of the tidy CSV: ${advice}`,
    )
    const findings = [{ kind: 'UNKNOWN_CODE', severity: 'ERROR', row, message }]
    expect(await take(csv, given)).toMatchObject({ accepted: false, findings })
  })

  test('is created in capitals', async () => {
    expect(await take(cube, { ...mapped('PROVINCE'), dryRun: true })).toMatchObject({ accepted: true, added: 1 })
    expect(await take(tidy('省份'), { dryRun: true })).toMatchObject({ accepted: true, added: 2 })
  })

  test('takes figures and categories if the store has it already', async () => {
    const dimension = { code: 'Province', name: { en: 'Province', zh: null }, description: null }
    await change(opened.database, async (tx, version) => {
      await writeCodeLists(tx, version, { metrics: [], dimensions: [dimension], categories: [] })
      return { changed: true, result: undefined }
    })
    expect(await take(tidy('Province'))).toMatchObject({ accepted: true, added: 2 })
    const { data } = await send('{ indicators(filter: { dimensions: ["Province"] }) { nodes { category { code } } } }')
    expect(data.indicators.nodes).toEqual([{ category: { code: 'COAST' } }])
  })
})
