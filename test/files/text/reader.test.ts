import { describe, expect, test } from 'vitest'
import { textOfHtml } from '../../../src/files/text/html.js'
import { readRunningText } from '../../../src/files/text/reader.js'
import { lineOf, read } from '../../press/support.js'
import { zip } from '../xlsx/support.js'

const bytes = (text: string): Uint8Array => Buffer.from(text)

test('plain text is its own original', async () => {
  expect(await readRunningText(bytes('出口5亿元。'))).toEqual({ text: '出口5亿元。', starts: null })
})

test('GB 18030 is decoded by name', async () => {
  const encoded = Buffer.from([0xb3, 0xf6, 0xbf, 0xda])
  expect((await readRunningText(encoded, 'gb18030')).text).toBe('出口')
})

test('bytes of another encoding are refused with advice', async () => {
  const encoded = Buffer.from([0xb3, 0xf6, 0xbf, 0xda])
  const message = 'The text is not in UTF-8. Name its encoding, such as gb18030, or save it in UTF-8.'
  await expect(readRunningText(encoded)).rejects.toMatchObject({ code: 'BAD_USER_INPUT', message })
})

describe('a page', () => {
  test('with a byte order mark is in UTF-8, whatever it states', async () => {
    expect((await readRunningText(bytes('\uFEFF<html><meta charset="gbk"><p>出口'))).text).toContain('出口')
  })

  test('is decoded as it states', async () => {
    const page = Buffer.concat([bytes('<html><meta charset="gbk"><p>'), Buffer.from([0xb3, 0xf6, 0xbf, 0xda])])
    expect((await readRunningText(page)).text).toContain('出口')
  })

  test('yields its text without scripts and hidden parts', () => {
    const { text } = textOfHtml('<p>Exports<script>x = 1</script> <b>rose</b></p><div hidden>no</div><p>5&nbsp;%</p>')
    expect(text.split(/\n+/).filter((line) => line !== '')).toEqual(['Exports rose', '5\u00A0%'])
  })

  test('has the place of each character in the original', () => {
    const page = '<p>出口<b>5.25</b>亿元&amp;</p>'
    const { text, starts } = textOfHtml(page)
    const at = text.indexOf('5.25')
    const from = starts?.[at] ?? -1
    expect(page.slice(from, from + 4)).toBe('5.25')
    expect(page[starts?.[text.indexOf('&')] ?? -1]).toBe('&')
  })

  test('gives the same figures as its text, with spans in the page', async () => {
    const plain = '上半年，我国出口12.13万亿元，增长6.9%。进口9.04万亿元，增长5.2%。'
    const page = `<html><body><div>上半年，我国出口<b>12.13</b>万亿元，<br>增长<span>6.9</span>%。进口9.04&#x4E07;亿元，增长5.2%。</div></body></html>`
    const publishedAt = '2024-07-12T00:00:00+08:00'
    const found = read(await readRunningText(bytes(page)), { publishedAt }).proposals
    expect(found.map(lineOf)).toEqual(read(plain, { publishedAt }).proposals.map(lineOf))
    const spans = found.flatMap(({ spans: { value, yoyChange } }) => [value, yoyChange])
    expect(spans.map((span) => span && page.slice(span.start, span.end))).toEqual(['12.13', '6.9', '9.04', '5.2'])
  })
})

test('a Word document yields its paragraphs without deletions', async () => {
  const document =
    '<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>Exports rose </w:t></w:r><w:del><w:r><w:t>4</w:t></w:r></w:del><w:r><w:t>5 percent.</w:t></w:r></w:p><w:p><w:r><w:t>Imports fell.</w:t></w:r></w:p></w:body></w:document>'
  const file = zip({ 'word/document.xml': document })
  expect((await readRunningText(file)).text).toBe('Exports rose 5 percent.\n\nImports fell.')
})

describe('refused are', () => {
  test.each([
    [
      'binary files',
      Buffer.from([1, 2, 0, 3]),
      'The file is binary. Give plain text, HTML or a Word document (.docx).',
    ],
    ['packages without a document', zip({ 'other.xml': '<a/>' }), 'The document lacks its part word/document.xml.'],
    ['damaged packages', Buffer.from('PK\u0003\u0004abc'), /^The document is cut off or damaged/],
    [
      'texts of more than a million characters',
      Buffer.alloc(1_048_577, 'a'),
      'The text has 1,048,577 characters, and 1,048,576 are allowed. Divide it.',
    ],
    [
      'endless nesting',
      bytes(`<html>${'<b>'.repeat(1100)}`),
      'The page has elements nested more than 1,000 levels deep, which is the limit.',
    ],
  ])('%s', async (_, file, message) => {
    await expect(readRunningText(file)).rejects.toThrow(message)
  })
})
