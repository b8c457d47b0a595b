import { afterAll, beforeAll, expect, test } from 'vitest'
import { sheetXml, workbookParts, zip } from '../files/xlsx/support.js'
import { askerOf, importMutation, input } from '../graphql/publish.js'
import { openTestStore, type TestStore } from '../support.js'

let opened: TestStore
beforeAll(async () => {
  opened = await openTestStore()
})
afterAll(() => opened.close())

const map = {
  title: 'Exports by partner',
  header: 1,
  unit: 'CNY_100_MILLION',
  columns: [
    { is: 'category', header: ['Partner'], dimension: 'PARTNER', language: 'EN' },
    { is: 'value', header: ['Value'], metric: 'EXPORTS', span: 'MONTH' },
  ],
}
const sheet = (name: string, value: string) => ({
  name,
  xml: sheetXml([
    ['Partner', 'Value'],
    ['US', value],
  ]),
})
const content = zip(workbookParts([sheet('2024-03 new', '3'), sheet('2024-02', '2')])).toString('base64')

const importOf = async (given: object) => {
  const files = [{ name: 'a.xlsx', content, encoding: 'BASE64' }]
  const more = { format: 'TABLE', map: JSON.stringify(map), period: '2024-03', dryRun: true, files, ...given }
  const { data, errors } = await askerOf(opened)(importMutation, input('', more))
  const { accepted, added, findings } = data?.importRelease ?? {}
  return (
    errors?.map(({ message }) => message) ?? [
      accepted,
      added,
      ...findings.map((each: { message: string }) => each.message),
    ]
  )
}

test('the sheet of a workbook comes from the request or the map', async () => {
  expect(await importOf({})).toEqual([
    false,
    0,
    'The workbook has 2 sheets, "2024-03 new", "2024-02": name the one to read.',
  ])
  expect(await importOf({ sheet: '2024-02' })).toEqual([true, 1])
  expect(await importOf({ sheet: '2024-04' })).toEqual([
    false,
    0,
    expect.stringMatching(/^There is no sheet "2024-04". Did you mean 2024-02/),
  ])
  expect(await importOf({ map: JSON.stringify({ ...map, sheet: '{year}-{month} new' }) })).toEqual([true, 1])
})

test('a sheet is refused for other formats', async () => {
  const files = [{ name: 'a.csv', content: 'Partner,Value\nUS,3\n' }]
  expect(await importOf({ files, sheet: '2024-02' })).toEqual([
    false,
    0,
    'This is no workbook, and has no sheets: name none.',
  ])
  expect(await importOf({ files, map: JSON.stringify({ ...map, sheet: 'x' }) })).toEqual([true, 1])
  const tidy = await importOf({ files, format: 'CSV', map: null, period: null, sheet: 'x' })
  expect(tidy).toEqual(['A sheet can only be given with format TABLE.'])
})
