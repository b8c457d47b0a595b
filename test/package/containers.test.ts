import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { readConfig, settings } from '../../src/config.js'
import { root } from '../docs/clone.js'

const text = (path: string): Promise<string> => readFile(join(root, path), 'utf8')
const containerfile = await text('deploy/Containerfile')
const compose = await text('deploy/compose.yaml')
const { database, server } = parse(compose).services

/** The value that each variable of compose.yaml has where nobody sets it. */
const substituted = (value: unknown): string =>
  String(value ?? '').replace(/\$\{(\w+)(?::-([^}]*))?[^}]*\}/g, (_, name, unset) => unset ?? `a-${name}`)

test('compose.yaml sets only what the server reads', () => {
  const { environment } = server
  expect(Object.keys(environment).filter((name) => !(name in settings))).toEqual([])
  const env = Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, substituted(value)]))
  const url = 'postgresql://indicators:a-POSTGRES_PASSWORD@database/indicators'
  expect(readConfig(env)).toMatchObject({ location: { kind: 'server', url }, workers: 2 })
})

test('compose.yaml names its variables once with what is required', () => {
  const named = [...compose.matchAll(/\$\{(\w+)(:[?-])?/g)].map(([, name, how]) => [name, how])
  const free = named.filter(
    ([name, how]) => how === undefined && !named.some(([other, needed]) => other === name && needed),
  )
  expect(free).toEqual([])
})

test('compose.yaml checks health as the image does', () => {
  const [, interval, timeout, start, retries, command = ''] =
    /^HEALTHCHECK --interval=(\w+) --timeout=(\w+) --start-period=(\w+) --retries=(\d+) CMD (.*)$/m.exec(
      containerfile,
    ) ?? []
  const check = JSON.parse(command).join(' ').replace("' + (process.env.PORT || 4000) + '", '4000')
  expect(server.healthcheck).toEqual({
    test: ['CMD', 'node', '-e', check.replace('node -e ', '')],
    ...{ interval, timeout, start_period: start, retries: Number(retries) },
  })
})

test('compose.yaml gives the server no rights and PostgreSQL one release', () => {
  const { read_only, cap_drop, security_opt, mem_limit } = server
  expect({ read_only, cap_drop, security_opt }).toEqual({
    ...{ read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges'] },
  })
  expect(substituted(mem_limit)).toMatch(/^\d+g$/)
  expect(database.image).toMatch(/:\d+\.\d+-\w+$/)
})

test('Containerfile sets only what the server reads, and its version', async () => {
  const [, set = ''] = /^ENV (.*)$/m.exec(containerfile) ?? []
  const names = [...set.matchAll(/(\w+)=/g)].map(([, name = '']) => name)
  expect(names.filter((name) => name !== 'NODE_ENV' && !(name in settings))).toEqual([])
  const { version } = JSON.parse(await text('package.json'))
  expect(containerfile).toContain(`org.opencontainers.image.version="${version}"`)
})

// Docker reads .dockerignore, and Podman .containerignore.
test('.dockerignore is .containerignore', async () => {
  expect(await text('.dockerignore')).toBe(await text('.containerignore'))
})
