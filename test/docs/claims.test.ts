import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from './clone.js'

// A comment `<!-- tests:` behind a table or a paragraph names for each claim the test that shows it, a line each:
// "claim: file, title". The claim of a row is its first cell; `every row` stands for all of a table.
const everyRow = 'every row'

/** The chapters whose tables claim nothing that is not tested. */
const chapters: Readonly<Record<string, readonly string[]>> = {
  'docs/operating.md': ['Limits', 'What may be sent', 'Authorization', 'Failures'],
  'docs/serving.md': [],
  'docs/webhooks.md': [],
  'docs/embedding.md': [],
}

interface Claim {
  readonly claim: string
  readonly file: string
  readonly title: string
}

interface Chapter {
  readonly name: string
  /** The first cells of each table's rows, and the claims that the comment behind it names tests for. */
  readonly tables: readonly { readonly rows: readonly string[]; readonly claims: readonly Claim[] }[]
  readonly claims: readonly Claim[]
}

/** Reads the tables of a document's chapters, and the tests that its comments name. Throws for a line that names none. */
function readChapters(markdown: string): Chapter[] {
  return markdown.split(/^## /m).map((text) => {
    const [name = ''] = text.split('\n')
    const tables = [...text.matchAll(/((?:^\|.*\|$\n)+)\n*(?:<!-- tests:\n([\s\S]*?)-->)?/gm)].map(
      ([, table = '', comment = '']) => ({ rows: firstCells(table), claims: readClaims(comment) }),
    )
    return {
      name,
      tables,
      claims: [...text.matchAll(/<!-- tests:\n([\s\S]*?)-->/g)].flatMap(([, c = '']) => readClaims(c)),
    }
  })
}

const firstCells = (table: string): string[] =>
  table
    .trim()
    .split('\n')
    .slice(2)
    .map((row) => (row.split('|')[1] ?? '').replaceAll('`', '').trim())

const readClaims = (comment: string): Claim[] =>
  comment
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [, claim, file, title] = /^(.*?): (test\/\S+\.test\.ts), (.+)$/.exec(line) ?? []
      if (!claim || !file || !title) throw new Error(`"${line}" is not "claim: file, title"`)
      return { claim, file, title }
    })

/** Tells whether a program has a text that can be a title; of a template, what stands before its first value will do. */
const hasText = (source: string, title: string): boolean =>
  [`'${title}'`, `"${title}"`, `\`${title}\``, `\`${title}\${`].some((written) => source.includes(written))

describe.each(Object.keys(chapters))('%s', (document) => {
  test('names only tests that exist', async () => {
    const missing: string[] = []
    const all = readChapters(await readFile(join(root, document), 'utf8')).flatMap(({ claims }) => claims)
    for (const { claim, file, title } of all) {
      const source = await readFile(join(root, file), 'utf8').catch(() => null)
      if (source === null || !hasText(source, title)) missing.push(`${claim}: ${file}, ${title}`)
    }
    expect(missing).toEqual([])
    expect(all.length).toBeGreaterThan(8)
  })

  test('names a test for each row of its tables', async () => {
    const read = readChapters(await readFile(join(root, document), 'utf8'))
    for (const name of chapters[document] ?? []) {
      const chapter = read.find((each) => each.name === name)
      expect(chapter?.tables.length, name).toBeGreaterThan(0)
      for (const { rows, claims } of chapter?.tables ?? []) {
        const named = claims.map(({ claim }) => claim)
        expect(
          rows.filter((row) => !named.includes(row) && !named.includes(everyRow)),
          `rows of "${name}" without a test`,
        ).toEqual([])
        expect(
          named.filter((claim) => !rows.includes(claim) && claim !== everyRow),
          `tests of no row of "${name}"`,
        ).toEqual([])
      }
    }
  })
})

test('missing and superfluous tests of rows are found', () => {
  const table = '## A\n\n| what | is |\n| --- | --- |\n| `one` thing | 1 |\n| two | 2 |\n\n'
  const [, bare] = readChapters(table)
  expect(bare?.tables).toEqual([{ rows: ['one thing', 'two'], claims: [] }])
  const [, named] = readChapters(`${table}<!-- tests:\none thing: test/a.test.ts, it is, one\n-->\n`)
  expect(named?.tables[0]?.claims).toEqual([{ claim: 'one thing', file: 'test/a.test.ts', title: 'it is, one' }])
  expect(() => readChapters(`${table}<!-- tests:\ntwo: somewhere\n-->\n`)).toThrow('"two: somewhere"')
  expect(
    ['a', 'b', 'c', 'd', 'e f'].map((title) => hasText(`test('a', f); test("b", f); test(\`d\${e}\`, f)`, title)),
  ).toEqual([true, true, false, true, false])
})
