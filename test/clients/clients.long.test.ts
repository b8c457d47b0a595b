import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, type Command, Workplace } from '../cli/process.js'
import { root } from '../docs/clone.js'
import { Reader } from '../docs/reader.js'

const patient = { timeout: 480_000 }
const clients = (await readdir(join(root, 'examples/clients'))).filter((name) => name !== 'graphql-sse')

const workplace = new Workplace()
let reader: Reader
let url: string
let key: string
beforeAll(async () => {
  reader = await Reader.of(workplace, 'built')
  url = `http://${reader.address}`
  key = (await reader.run('npx indicators keys create examples --scope publish')).out.trim()
  await reader.serve()
})
afterAll(() => workplace.clear())

const printed = 'title indicators { nodes { metric { name } category { name } formatted yoyChange } }'
interface Printed {
  readonly title: string
  readonly indicators: {
    readonly nodes: readonly {
      readonly metric: { readonly name: string }
      readonly category: { readonly name: string }
      readonly formatted: string | null
      readonly yoyChange: string | null
    }[]
  }
}

/** What an example is to print of a release that the API answers. */
const lines = ({ title, indicators }: Printed): string[] => [
  title,
  ...indicators.nodes.map(
    ({ metric, category, formatted, yoyChange }) =>
      `${metric.name} | ${category.name} | ${formatted ?? 'no level printed'} | ${yoyChange ?? '-'}`,
  ),
]

/** What a command printed, without what npm says of it first. */
const saidBy = (command: Command | null): string[] =>
  (command?.out ?? '').split('\n').filter((line) => line !== '' && !line.startsWith('> '))

/** What an example says after the figures. */
const more: Readonly<Record<string, readonly string[]>> = {
  apollo: ['By its id: Imports and exports'],
  relay: ['Fetched again, by its id: 3 figures'],
}

test.each(clients)('%s: a typed query in an empty folder prints the answer', patient, async (name) => {
  const command = await reader.follow(`examples/clients/${name}/README.md`)
  const { release } = await ask(url, `{ release(code: "CN-GACC-2023-ANNUAL") { ${printed} } }`)
  expect(release.indicators.nodes).toHaveLength(20)
  expect(saidBy(command)).toEqual([...lines(release), ...(more[name] ?? [])])
})

test('graphql-sse: receives past, new and missed releases', patient, async () => {
  const command = await reader.follow('examples/clients/graphql-sse/README.md')
  await publish('CN-GACC-2024-05', 'Foreign trade in May 2024')
  await command?.says(/Foreign trade in May 2024\nImports and exports \| All \| CNY 3.71 trillion/)

  await (await reader.serve()).kill('SIGINT')
  await reader.serve()
  await publish('CN-GACC-2024-06', 'Foreign trade in June 2024')
  await command?.says(/Foreign trade in June 2024\n.*\n/)
  const { releases } = await ask(url, `{ releases { nodes { version ${printed} } } }`)
  const inOrder = releases.nodes.toSorted((a: { version: number }, b: { version: number }) => a.version - b.version)
  expect(inOrder).toHaveLength(7)
  expect(saidBy(command)).toEqual(inOrder.flatMap(lines))
})

async function publish(code: string, title: string): Promise<void> {
  const month = code.slice(-7)
  const content = `metric,dimension,category,period,value,unit,change\nTRADE,,,${month},3.71,CNY_TRILLION,8.6\n`
  const publisher = 'General Administration of Customs'
  const head = { code, title, publisher, publishedAt: '2024-07-12T11:00:00+08:00' }
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({
      query: 'mutation ($input: ImportReleaseInput!) { importRelease(input: $input) { accepted } }',
      variables: { input: { ...head, format: 'CSV', files: [{ name: `${month}.csv`, content }] } },
    }),
  })
  expect(await response.json()).toEqual({ data: { importRelease: { accepted: true } } })
}
