import { cp, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** What documents and examples call the server's address; a test has one of its own in its place. */
export const address = '127.0.0.1:4000'

/** What a clone does not hold, at any depth. */
const made = ['.git', 'node_modules', 'dist', '.next', 'coverage', 'generated', '__generated__', 'gql']

/** The folder of the embedded store, which src/explorer/data is not. */
const data = join(root, 'data')

/**
 * Puts a copy of the repository where a test asks for it, with the examples speaking to the test's own address: as it is
 * cloned, or as it stands after `npm ci` and a build.
 */
export async function clone(folder: string, own: string, state: 'cloned' | 'built'): Promise<void> {
  await cp(root, folder, { recursive: true, filter: (source) => source !== data && !made.includes(basename(source)) })
  if (state === 'built') {
    await cp(join(root, 'dist'), join(folder, 'dist'), { recursive: true })
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
  }
  const examples = join(folder, 'examples')
  for (const entry of await readdir(examples, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = join(entry.parentPath, entry.name)
    const bytes = await readFile(file)
    if (bytes.includes(address)) await writeFile(file, bytes.toString().replaceAll(address, own))
  }
}

/** A port that nobody listens at. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const found = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (found === null || typeof found === 'string') throw new Error('no port is to be had')
  return found.port
}
