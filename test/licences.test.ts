import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const list = (folder: string) =>
  promisify(execFile)(process.execPath, [join(root, '.ci/licences.mjs'), folder]).then(
    ({ stdout }) => ({ code: 0, stdout, stderr: '' }),
    ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
  )

test('packages installed for users have permissive licences', async () => {
  const { code, stdout, stderr } = await list(root)
  expect([code, stderr]).toEqual([0, ''])
  expect(stdout).toMatch(/^graphql 16\.\d+\.\d+ MIT$/m)
  expect(stdout, 'nor is what only the build needs').not.toMatch(/^(prisma|typescript|vitest) /m)
})

test('any other is named, and an expression is read by its choices', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'trade-indicators-'))
  const licences = {
    a: 'MIT',
    b: 'GPL-3.0',
    c: '(GPL-3.0 OR Apache-2.0)',
    d: 'MIT AND EPL-2.0',
    e: undefined,
    f: 'GPL-2.0',
  }
  const packages: Record<string, object> = { '': {} }
  for (const [name, license] of Object.entries(licences)) {
    packages[`node_modules/${name}`] = name === 'f' ? { dev: true } : {}
    await mkdir(join(folder, 'node_modules', name), { recursive: true })
    const text = JSON.stringify({ name, version: '1.0.0', license })
    await writeFile(join(folder, 'node_modules', name, 'package.json'), text)
  }
  await writeFile(join(folder, 'package-lock.json'), JSON.stringify({ packages }))
  const { code, stderr } = await list(folder)
  expect(code).toBe(1)
  expect(stderr).toBe(
    'b 1.0.0 is under GPL-3.0\nd 1.0.0 is under MIT AND EPL-2.0\ne 1.0.0 is under none that it names\n',
  )
  await rm(folder, { recursive: true })
})
