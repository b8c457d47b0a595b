// Runs `prisma generate` if its result is older than the datamodel or the installed packages.
import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { createRequire } from 'node:module'

/** @param {string} path */
const changed = (path) => statSync(new URL(path, import.meta.url), { throwIfNoEntry: false })?.mtimeMs ?? 0

const made = changed('../src/generated/prisma/client.ts')
const sources = ['schema.prisma', '../prisma.config.ts', '../node_modules/.package-lock.json']
if (!sources.every((source) => changed(source) < made)) {
  const prisma = createRequire(import.meta.url).resolve('prisma/build/index.js')
  const { status } = spawnSync(process.execPath, [prisma, 'generate'], { stdio: 'inherit' })
  process.exitCode = status ?? 1
}
