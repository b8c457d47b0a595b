import { readdir, readFile } from 'node:fs/promises'
import { dirname, join, posix } from 'node:path'
import { parse as parseCsv } from 'csv-parse/sync'
import { isObjectType, parse, validate } from 'graphql'
import MiniSearch from 'minisearch'
import { describe, expect, test } from 'vitest'
import { examples, examplesByField } from '../../packages/site/examples.mjs'
import { findIn, indexOf } from '../../packages/site/find.js'
import { schema } from '../../src/graphql/schema.js'
import { root } from './clone.js'

const site = join(root, 'dist/docs')
const names = (await readdir(site, { recursive: true })).map((name) => name.replaceAll('\\', '/'))
const pages = new Map(
  await Promise.all(
    names
      .filter((name) => name.endsWith('.html'))
      .map(async (name) => [name, await readFile(join(site, name), 'utf8')] as const),
  ),
)

const sections: { id: string; page: string; heading: string; text: string }[] = JSON.parse(
  await readFile(join(site, 'sections.json'), 'utf8'),
)

describe('the site', () => {
  test('has links only to pages, files and headings that exist', () => {
    const broken: string[] = []
    for (const [page, html] of pages)
      for (const [, target = ''] of html.matchAll(/(?:href|src)="(?!https?:)([^"]*)"/g)) {
        const [path = '', id] = target.replace(/&amp;/g, '&').split('#')
        const place = path === '' ? page : posix.join(dirname(page), path)
        const file = path.endsWith('/') ? posix.join(place, 'index.html') : place
        const isThere =
          names.includes(file) && (id === undefined || pages.get(file)?.includes(` id="${decodeURI(id)}"`))
        if (!isThere) broken.push(`${page}: ${target}`)
      }
    expect(broken).toEqual([])
    expect(pages.size).toBeGreaterThan(20)
  })

  test('links everything that it has a page of', () => {
    // What is a link in a document, and leads to a file that is no page, is a span.
    const unlinked = [...pages.values()].flatMap((html) =>
      [...html.matchAll(/<span>(.*?)<\/span>/gs)].map(([, text = '']) =>
        text.replace(/<[^>]*>/g, '').replace(/\s+/g, ' '),
      ),
    )
    const code = ['packages/site', 'src/explorer', 'src/import', 'src/press', 'src/store/ingest']
    const files = [
      'The JSON Schema',
      'bench/missed.md',
      'bench/results.md',
      'bench/soak.md',
      'measurements',
      'deploy/nginx.conf',
      'test/answers',
      ...code,
    ]
    expect(unlinked.filter((text) => !files.includes(text))).toEqual([])
    expect(pages.get('index.html')).toContain('<a href="./clients/react-urql/">urql</a>')
  })

  test('finds every heading of every page', () => {
    const headings = [...pages.values()].flatMap((html) => [...html.matchAll(/<h[123] id=/g)])
    expect(sections.length).toBe(headings.length)
    expect(sections).toContainEqual(
      expect.objectContaining({ id: '/reference/types/#metricname', heading: 'Metric.name' }),
    )
  })

  test('has every code of the code lists that ship', async () => {
    const dictionary = pages.get('reference/data-dictionary/index.html') ?? ''
    const lists = ['datasets', 'metrics', 'dimensions', 'categories', 'units']
    for (const list of lists) {
      const rows: Record<string, string>[] = parseCsv(await readFile(join(root, 'prisma/seed', `${list}.csv`)), {
        columns: true,
      })
      const missing = rows.filter(({ code, name_zh: name = '' }) => {
        const isScale = list === 'units' && !dictionary.includes(`<td>${name}</td>`)
        return !dictionary.includes(`<code>${code}</code>`) || !(isScale || dictionary.includes(`<td>${name}</td>`))
      })
      expect(missing, list).toEqual([])
      expect(rows.length).toBeGreaterThan(0)
    }
  })

  test('has the description of every type and field', () => {
    const reference = [...pages].filter(([name]) => name.startsWith('reference/')).map(([, html]) => html)
    for (const type of Object.values(schema.getTypeMap()))
      if (isObjectType(type) && !type.name.startsWith('__'))
        for (const name of Object.keys(type.getFields()))
          expect(
            reference.some((html) => html.includes(`>${type.name}.${name}</h3>`)),
            `${type.name}.${name}`,
          ).toBe(true)
  })
})

describe('the search of the site', () => {
  const index = indexOf(sections, MiniSearch)
  test.each([
    ['paging', '/api/#pages'],
    ['pagination', '/api/#pages'],
    ['next page', '/api/#pages'],
    ['codegen', '/your-app/#type-the-queries'],
    ['typescript types', '/your-app/#type-the-queries'],
    ['Python', '/clients/python/#python'],
    ['React chart', '/your-app/#a-chart-in-react'],
    ['Failed to fetch', '/your-app/#reach-the-server-cors'],
    ['cross-origin', '/your-app/#reach-the-server-cors'],
    ['province codes', '/your-app/#codes-of-provinces'],
    ['Guangdong', '/your-app/#codes-of-provinces'],
    ['import a table', '/importing/#a-first-import'],
  ])('"%s": %s is among the first three', (text, place) => {
    const ids = findIn(index, text).map(({ id }) => id)
    expect(ids.slice(0, 3)).toContain(place)
  })

  test('guides come before the changelog', () => {
    const ids: string[] = findIn(index, 'rate limit').map(({ id }) => id)
    expect(ids[0]).not.toMatch(/^.changelog/)
    expect(ids.findIndex((id) => id.startsWith('/changelog/'))).toBeGreaterThan(5)
  })
})

describe('the examples of the reference', () => {
  test('select every field', () => {
    const fields = Object.values(schema.getTypeMap()).flatMap((type) =>
      isObjectType(type) && !type.name.startsWith('__')
        ? Object.keys(type.getFields()).map((name) => `${type.name}.${name}`)
        : [],
    )
    const byField = examplesByField(schema)
    expect(fields.filter((field) => !byField.has(field))).toEqual([])
    expect(fields.length).toBeGreaterThan(300)
  })

  test.each(examples)('are valid, with a title: $file', ({ text, title }) => {
    expect(validate(schema, parse(text))).toEqual([])
    expect(text.startsWith(`# ${title}`)).toBe(true)
  })
})
