import { appendFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { ask, Workplace } from '../cli/process.js'
import { clone, freePort } from '../docs/clone.js'
import { launch } from '../e2e/browser.js'

const workplace = new Workplace()
afterEach(() => workplace.clear())

/** Opens the page of Vite, whose proxy leads to the server. */
async function draws(address: string): Promise<void> {
  const browser = await launch()
  try {
    const page = await browser.newPage({ locale: 'en-GB' })
    const errors: string[] = []
    page.on('pageerror', ({ message }) => errors.push(message))
    await page.goto(address)
    const title = page.getByRole('heading', { name: /^Imports and exports/ })
    await title.waitFor({ timeout: 120_000 }).catch(() => {})
    expect(errors).toEqual([])
    expect(await title.count()).toBeGreaterThan(0)
    expect((await page.goto(new URL('/docs/', address).href))?.status()).toBe(200)
  } finally {
    await browser.close()
  }
}

test('dev.mjs serves the page, restarts the server and generates code', { timeout: 480_000 }, async () => {
  const place = await workplace.folder()
  const folder = join(place, 'clone')
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  await clone(folder, `127.0.0.1:${port}`, 'built')
  const env = { PATH: process.env['PATH'], HOME: place, PORT: String(port), DATA_DIR: join(place, 'data') }
  const dev = workplace.shell('exec node dev.mjs', folder, env)
  const [, page] = await dev.says(/Local:\s+(http:\S+)/)
  await dev.says(/ready at/)
  await draws(page ?? '')

  const type = join(folder, 'src/graphql/schema/store.ts')
  const source = await readFile(type, 'utf8')
  await writeFile(
    type,
    `${source}\nbuilder.queryField('newHere', (t) => t.int({ description: 'New.', resolve: () => 7 }))\n`,
  )
  await dev.says(/ready at[\s\S]*ready at/)
  expect(await ask(url, '{ newHere }')).toEqual({ newHere: 7 })
  await expect
    .poll(() => readFile(join(folder, 'schema.graphql'), 'utf8'), { timeout: 120_000 })
    .toContain('newHere: Int')

  await appendFile(join(folder, 'src/explorer/documents/front.graphql'), '\nquery Added { newHere }\n')
  const generated = join(folder, 'src/generated/gql/explorer/graphql.ts')
  await expect.poll(() => readFile(generated, 'utf8'), { timeout: 120_000 }).toContain('AddedQuery')
  expect(await dev.kill('SIGINT')).toBe(0)
})
