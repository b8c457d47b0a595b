import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { ask, type Command } from '../cli/process.js'
import { freePort, root } from '../docs/clone.js'
import { tell } from '../faults/load.js'
import { hasPostgres, Postgres } from '../postgres.js'
import { notTried, Podman, registryHost } from './podman.js'

const image = 'localhost/trade-indicators'
const patient = 1_500_000
const figure = '{ indicator(metric: "IMPORTS", period: "2022") { formatted } }'
const printed = { indicator: { formatted: 'CNY 18.1 trillion' } }

let podman: Podman
beforeAll(async () => {
  if (notTried !== null) return
  podman = await Podman.open()
  await podman.makeBase()
  await podman.build(image)
}, patient)
afterEach(async () => {
  await podman?.status('rm', '--all', '--force', '--time=0')
})
afterAll(() => podman?.close(), patient)

/** What a command prints in a container without a server. */
async function inside(...args: readonly string[]): Promise<string> {
  const ran = podman.start(...args)
  if ((await ran.end()) !== 0) throw new Error(ran.said)
  return ran.out
}

async function serve(...options: readonly string[]): Promise<{ readonly server: Command; readonly url: string }> {
  const port = await freePort()
  const server = podman.start('--name=server', `--env=PORT=${port}`, ...options, image)
  await server.says(/ready at/)
  return { server, url: `http://127.0.0.1:${port}` }
}

const inServer = (...args: readonly string[]): Promise<string> => podman.do('exec', 'server', ...args)
const inServerAsRoot = (...args: readonly string[]): Promise<string> => podman.do('exec', '--user=0', 'server', ...args)

async function inspected(name: string) {
  return JSON.parse(await podman.do('inspect', name))[0]
}

describe.skipIf(notTried !== null)(`an image on a base image of Debian${notTried ?? ''}`, () => {
  test('adds less than 150 megabytes to its base image', async () => {
    const [size, base] = [(await inspected(image)).Size, (await inspected('localhost/node')).Size]
    tell(`image: ${(size / 1e6).toFixed(0)} MB, of which the base image ${(base / 1e6).toFixed(0)} MB`)
    expect(size - base).toBeLessThan(150_000_000)
  })

  test('has the packages of the server in the locked versions', async () => {
    const locked = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')).packages
    const { packages } = JSON.parse(await inside(image, 'cat', 'node_modules/.package-lock.json'))
    const versions = Object.entries<{ version: string }>(packages).map(([path, { version }]) => [path, version])
    expect(versions).toEqual(versions.map(([path = '']) => [path, locked[path]?.version]))
    const needed = Object.keys(locked).filter((path) => {
      const { dev, devOptional, optional, peer } = locked[path]
      return path !== '' && !dev && !devOptional && !optional && !peer
    })
    expect(Object.keys(packages)).toEqual(expect.arrayContaining(needed))
    expect(Object.keys(packages).filter((path) => locked[path].dev || locked[path].devOptional)).toEqual([])
  })

  test('has neither sources nor what its build left, nor a registry', async () => {
    const shipped = ['CHANGELOG.md', 'LICENSE', 'README.md', 'bin', 'deploy', 'dist', 'docs', 'package.json', 'prisma']
    const app = (await inside(image, 'ls', '-A', '/app')).trim().split('\n')
    expect(app.sort()).toEqual([...shipped, 'node_modules', 'schema.graphql', 'src'].sort())
    expect(
      await inside(image, 'find', '/app', '-name', 'node_modules', '-prune', '-o', '-name', '*.ts*', '-print'),
    ).toBe('')
    const names = ['.git', '.npm', '.npmrc', 'node-compile-cache', 'clone', 'package', 'trade-indicators-*.tgz']
    const find = `find / /root /tmp /home -xdev -maxdepth 1 \\( ${names.map((name) => `-name '${name}'`).join(' -o ')} \\)`
    expect(await inside('--user=0', '--read-only-tmpfs=false', image, 'sh', '-c', find)).toBe('')
    const host = registryHost()
    const settings = `find / -xdev \\( -name '*npmrc' -o -name .package-lock.json \\) -exec grep -lF '${host}' {} +`
    expect(await inside('--user=0', image, 'sh', '-c', `${settings} || :`)).toBe('')
    expect(JSON.stringify(await inspected(image))).not.toContain(host)
  })

  test('serves as a user without rights, on a read-only root', { timeout: patient }, async () => {
    const { url } = await serve()
    expect(await inServer('id', '-u')).toBe('1000\n')
    expect(await inServer('grep', '-E', '^Cap(Prm|Eff)|^NoNewPrivs', '/proc/1/status')).toMatch(
      /^CapPrm:\s0+\nCapEff:\s0+\nNoNewPrivs:\s1$/m,
    )
    await inServer('touch', '/data/file', '/tmp/file')
    // Root owns these folders, so that only what is read-only refuses it.
    for (const folder of ['/app', '/app/dist', '/usr/local/bin', '/root'])
      await expect(inServerAsRoot('touch', `${folder}/file`)).rejects.toThrow('Read-only file system')
    expect((await fetch(`${url}/readyz`)).status).toBe(200)
    expect(await ask(url, figure)).toEqual(printed)
  })

  test('checks its health, and runs commands beside the server', { timeout: patient }, async () => {
    const { server, url } = await serve()
    const { Test, Interval, StartPeriod } = (await inspected('server')).Config.Healthcheck
    const [kind, ...check] = Test
    expect([kind, Interval, StartPeriod]).toEqual(['CMD', 15e9, 60e9])
    expect(await podman.status('exec', 'server', ...check)).toBe(0)
    expect(await inServer('indicators', 'releases')).toContain('CN-GACC-2024-ANNUAL')
    await podman.do('stop', '--time=8', 'server')
    expect(await server.end()).toBe(0)
    expect(await podman.start(`--env=PORT=${new URL(url).port}`, image, ...check).end()).toBe(1)
  })

  test('continues with the volume of the container before it', { timeout: patient }, async () => {
    const first = await serve('--volume=store:/data')
    expect(await inServer('indicators', 'keys', 'create', 'office', '--scope', 'publish')).toMatch(/^\S{30,}\n$/)
    await podman.do('stop', '--time=8', 'server')
    expect(await first.server.end()).toBe(0)
    await serve('--volume=store:/data')
    expect(await inServer('indicators', 'keys', 'list')).toContain('office')
  })

  test.skipIf(!hasPostgres)('serves from PostgreSQL, and writes no file', { timeout: patient }, async () => {
    const postgres = await Postgres.start()
    try {
      const store = [`--env=DATABASE_URL=${postgres.url}`, '--env=SEED=annual', '--env=WORKERS=2']
      const { server, url } = await serve('--tmpfs=/data:mode=0555', ...store)
      await server.says(/ready at[\s\S]*ready at/)
      expect(await ask(url, figure)).toEqual(printed)
      expect(await inServer('indicators', 'releases')).toContain('CN-GACC-2024-ANNUAL')
    } finally {
      await postgres.stop()
    }
  })
})
