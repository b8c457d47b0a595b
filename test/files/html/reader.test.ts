import { describe, expect, test } from 'vitest'
import { Fault } from '../../../src/files/csv/records.js'
import { htmlRows, isHtml } from '../../../src/files/html/reader.js'

const asked = { header: 3, table: null, encoding: null }

async function rowsOf(html: string | Uint8Array, given: Partial<typeof asked> | { table: string } = {}) {
  const bytes = typeof html === 'string' ? new TextEncoder().encode(html) : html
  const source = async function* () {
    for (let from = 0; from < bytes.length; from += 1000) yield bytes.subarray(from, from + 1000)
  }
  const rows: (string[] | string)[] = []
  for await (const batch of htmlRows(source(), { ...asked, ...given }))
    for (const row of batch) rows.push(row instanceof Fault ? row.message : row)
  return rows
}

const page = (table: string) => `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>${table}</body></html>`
const rows = (count: number) => '<tr><td>a<td>b</tr>'.repeat(count)

describe('a table of a page', () => {
  test('is read with its spans, entities and nested tags', async () => {
    const html = page(`<script>document.write('<table><tr><td>x')</script>
      <TABLE border=0><caption>Trade</caption><tbody>
      <tr><td rowspan="2"><span><b>Country</b></span></td><td colspan=2><b>Total&nbsp;</b></td></tr>
      <tr><td>6</td><td>1to6</td></tr>
      <tr><td>&nbsp;&nbsp;Viet&nbsp;Nam &amp;<br>Lao</td><td>1,234&nbsp;</td><td><p>5.6</p></td></tr>
      <tr><td colspan="3">Notes: a < b</td></tr></table>`)
    expect(await rowsOf(html)).toEqual([
      ['Trade', '', ''],
      ['Country', 'Total\u00a0', 'Total\u00a0'],
      ['Country', '6', '1to6'],
      ['\u00a0\u00a0Viet\u00a0Nam & Lao', '1,234\u00a0', '5.6'],
      ['Notes: a < b', '', ''],
    ])
  })
  test('is read without what is not shown, and superscripts join no number', async () => {
    const html = page(`<table><tr><th>Coast<sup>2</sup><th>Hills<sup>a</sup><th>CO<sub>2</sub></tr>
      <tr><td>1<sup>1</sup><td><del>2</del>3<td><span style="display: none">7001</span>8</tr>
      <tr hidden><td>9<td>9<td>9</tr></table>`)
    expect(await rowsOf(html)).toEqual([
      ['Coast²', 'Hills (a)', 'CO2'],
      ['1¹', '3', '8'],
    ])
  })
  test('is read within tables of layout, and without closing tags', async () => {
    const inner = '<table><tr><th>A<th>B<tr><td>1<td>2</table>'
    expect(await rowsOf(page(`<table><tr><td>menu<td>${inner}<tr><td>1<td>2</table>`))).toEqual([
      ['A', 'B'],
      ['1', '2'],
    ])
    expect(await rowsOf('<table><tr><td>1<td>2<tr><td>3<td>4')).toEqual([
      ['1', '2'],
      ['3', '4'],
    ])
  })
  test('among several is named by its number', async () => {
    const html = page(`<table>${rows(2)}</table><table><tr><td>only</td></tr></table><table>${rows(3)}</table>`)
    const listed = '1 (2 rows, "a"), 2 (3 rows, "a"). Name the number of the one to read as its sheet.'
    expect(await rowsOf(html)).toEqual([`The page has 2 tables: ${listed}`])
    expect(await rowsOf(html, { table: '2' })).toHaveLength(3)
    expect(await rowsOf(html, { table: '3' })).toEqual([`There is no table "3" in the page: ${listed}`])
  })
  test('is decoded as the page states', async () => {
    const gb = Buffer.concat([
      Buffer.from('<html><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><table><tr><td>'),
      Buffer.from([0xb3, 0xf6, 0xbf, 0xda]),
      Buffer.from('<td>1<tr><td>a<td>2</table>'),
    ])
    expect(await rowsOf(gb)).toEqual([
      ['出口', '1'],
      ['a', '2'],
    ])
    const western = Buffer.from(
      '<meta charset="windows-1252"><table><tr><td>C\x92<td>1<tr><td>a<td>2</table>',
      'latin1',
    )
    expect((await rowsOf(western))[0]).toEqual(['C’', '1'])
    const marked = '\uFEFF<html><table><tr><td>出口<td>1<tr><td>a<td>2</table>'
    expect((await rowsOf(marked, { encoding: 'gb18030' } as object))[0]).toEqual(['出口', '1'])
    const unknown = '<meta charset="koi8-r"><table><tr><td>1<td>2<tr><td>1<td>2</table>'
    expect(await rowsOf(unknown)).toEqual([expect.stringContaining('There is no encoding "koi8-r".')])
  })
  test('that the page does not have is reported', async () => {
    expect(await rowsOf(page('<div id="app"></div>'))).toEqual([expect.stringContaining('The page has no table')])
  })
})

describe('a page beyond a bound is refused:', () => {
  const cell = (attributes: string) => page(`<table><tr><td ${attributes}>a</td><td>b</td></tr>${rows(2)}</table>`)
  test('columns of a span', async () => {
    expect(await rowsOf(cell('colspan="1000000000"'))).toEqual([
      'Row 1 of the table has more than 1,000 columns, which is the limit.',
    ])
    expect(await rowsOf(cell('colspan="1e9"'))).toEqual(['A cell spans "1e9" columns. Write a number.'])
  })
  test('cells of wide rows', async () => {
    const wide = page(`<table>${'<tr><td colspan=999>a<td>b'.repeat(5001)}</table>`)
    expect(await rowsOf(wide)).toEqual(['The table has more than 5,000,000 cells, which is the limit.'])
  })
  test('rows', async () => {
    expect(await rowsOf(page(`<table>${rows(100_001)}</table>`))).toEqual([
      'The page has more than 100,000 rows of tables, which is the limit.',
    ])
  })
  test('bytes and the text of a cell', async () => {
    const long = (text: string) => rowsOf(page(`<table><tr><td>${text}</td><td>b</td></tr>${rows(2)}</table>`))
    const most = `${'a'.repeat(2500)}${' \n'.repeat(20_000)}${'&amp;'.repeat(2499)}`
    expect((await long(most))[0]).toEqual([`${'a'.repeat(2500)} ${'&'.repeat(2499)}`, 'b'])
    expect(await long(`${most}a`)).toEqual(['A cell of the page has more than 5,000 characters, which is the limit.'])
    expect(await rowsOf(page(`<!--${'a'.repeat(17 * 1024 * 1024)}-->`))).toEqual([
      expect.stringContaining('The page has more than 16,777,216 bytes'),
    ])
  })
  test('nested elements', async () => {
    expect(await rowsOf(page('<div>'.repeat(1001)))).toEqual([
      'The page has elements nested more than 1,000 levels deep, which is the limit.',
    ])
  })
  test('not a span of rows, which costs nothing', async () => {
    expect(await rowsOf(cell('rowspan="1000000000"'))).toEqual([
      ['a', 'b', ''],
      ['a', 'a', 'b'],
      ['a', 'a', 'b'],
    ])
    expect(await rowsOf(cell('rowspan="0"'), { header: 1 })).toEqual([
      ['a', 'b', ''],
      ['', 'a', 'b'],
      ['', 'a', 'b'],
    ])
  })
})

test('a page is recognised by its beginning, unlike a CSV file', () => {
  const is = (text: string) => isHtml(new TextEncoder().encode(text))
  expect(['\uFEFF\n<!doctype HTML>', '<html xmlns="x">', '<table>', '<!-- saved -->\n<HTML>'].map(is)).toEqual([
    true,
    true,
    true,
    true,
  ])
  expect(['<1 year,2', '<none>,3', 'a,<table>', '<!-- a comment', ''].map(is)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ])
})
