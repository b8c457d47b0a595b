import { join } from 'node:path'
import { getOperationAST, parse } from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { examples } from '../../packages/site/examples.mjs'
import { Workplace } from '../cli/process.js'

const place = new Workplace()
let url: string
let key: string
beforeAll(async () => {
  const env = { DATA_DIR: await place.folder(), SEED: 'true' }
  const { server } = await place.serve(env)
  await server.kill('SIGTERM')
  const keys = place.start(env, 'keys', 'create', 'examples', '--scope', 'publish')
  await keys.end()
  key = keys.out.trim()
  const signingKey = join(env.DATA_DIR, 'history.pem')
  await place.start(env, 'keys', 'signing', signingKey).end()
  const signed = await place.serve({ ...env, SIGNING_KEY: signingKey })
  ;({ url } = signed)
  await signed.server.says(/signed the history/)
})
afterAll(() => place.clear())

const kindOf = (text: string) => getOperationAST(parse(text))?.operation
const content = 'metric,dimension,category,period,value,unit\nTRADE,,,2025-01,3.71,CNY_TRILLION\n'
const head = { title: 'Tried', publisher: 'Customs', publishedAt: '2025-02-18T10:00:00+08:00' }
const input = { code: 'TRIED', ...head, format: 'CSV', files: [{ name: 'tried.csv', content }] }

async function ask(query: string, variables: object): Promise<Record<string, unknown>> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ query, variables }),
  })
  const { data, errors } = (await response.json()) as { data: Record<string, unknown>; errors?: object[] }
  expect(errors).toBeUndefined()
  return data
}

test.each(examples.filter(({ text }) => kindOf(text) === 'query'))('$file has an answer', async ({ text }) => {
  const { store } = (await ask('{ store { latestRelease { id } } }', {})) as {
    store: { latestRelease: { id: string } }
  }
  const { id } = store.latestRelease
  const data = await ask(text, text.includes('$ids:') ? { id, ids: [id] } : {})
  for (const [name, answer] of Object.entries(data)) expect(answer, name).not.toBeNull()
})

test('the examples of mutations import a release and retract it', async () => {
  const [imports = '', retracts = ''] = ['import', 'retract'].map(
    (name) => examples.find(({ file }) => file.endsWith(`/${name}.graphql`))?.text,
  )
  expect(await ask(imports, { input: { ...input, dryRun: true } })).toMatchObject({
    importRelease: { added: 1, dryRun: true },
  })
  expect(await ask(imports, { input })).toMatchObject({ importRelease: { accepted: true, release: { code: 'TRIED' } } })
  expect(await ask(retracts, { code: 'TRIED', reason: 'tried' })).toMatchObject({
    retractRelease: { release: { retractionReason: 'tried' } },
  })
})

test('the example of a subscription receives releases', async () => {
  const query = examples.find(({ text }) => kindOf(text) === 'subscription')?.text ?? ''
  const response = await fetch(`${url}/graphql?${new URLSearchParams({ query })}`, {
    headers: { accept: 'text/event-stream' },
  })
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let said = ''
  while (!said.includes('releasePublished')) said += (await reader?.read())?.value ?? ''
  expect(said).toMatch(/"code":"CN-/)
  await reader?.cancel()
})
