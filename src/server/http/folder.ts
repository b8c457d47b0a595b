import { readdir, readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { asset } from './asset.js'

export const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
}

type Files = ReadonlyMap<string, ReturnType<typeof asset>>

/**
 * Returns how to serve each file of a built folder, by its path, such as "/assets/main.js"; none if there is no folder.
 * `headersOf` adds to the type of a file, and `contentOf` replaces contents.
 */
export async function filesOf(
  folder: URL,
  headersOf: (name: string) => Readonly<Record<string, string>>,
  contentOf: (name: string) => Promise<string | Uint8Array> = (name) => readFile(new URL(name, folder)),
): Promise<Files> {
  const names = await readdir(folder, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const known = names.map((name) => name.replaceAll('\\', '/')).filter((name) => extname(name) in types)
  const serving = (name: string) =>
    asset(() => contentOf(name), { 'content-type': types[extname(name)] as string, ...headersOf(name) })
  return new Map(known.map((name) => [`/${name}`, serving(name)]))
}
