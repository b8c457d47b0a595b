import { readdir, readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import type { Plugin } from 'graphql-yoga'
import { asset } from '../http/asset.js'
import { type Answer, useRoute } from '../http/route.js'
import { contentSecurityPolicy } from '../plugins/response/headers.js'

const built = new URL('../../../dist/explorer/', import.meta.url)

const policy = contentSecurityPolicy("connect-src 'self'", "script-src 'self'", "style-src 'self'", "img-src 'self'")

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

type Files = ReadonlyMap<string, (request: Request) => Promise<Answer>>

/** Serves the explorer at /, and its files below /assets/, whose names contain a hash and which are cached for ever. */
export function useExplorer(folder = built): Plugin {
  let files: Promise<Files> | null = null
  const isFile = ({ pathname }: URL): boolean => pathname === '/' || pathname.startsWith('/assets/')
  return useRoute(isFile, async (request, { pathname }) => {
    files ??= filesOf(folder).catch((error) => {
      files = null // the next request retries
      throw error
    })
    const serve = (await files).get(pathname === '/' ? '/index.html' : pathname)
    return serve === undefined ? notFound(pathname) : serve(request)
  })
}

async function filesOf(folder: URL): Promise<Files> {
  const names = await readdir(folder, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const known = names.map((name) => name.replaceAll('\\', '/')).filter((name) => extname(name) in types)
  return new Map(
    known.map((name) => [`/${name}`, asset(() => readFile(new URL(name, folder)), headersOf(name))] as const),
  )
}

const headersOf = (name: string): Record<string, string> => ({
  'content-type': types[extname(name)] ?? 'application/octet-stream',
  ...(name.startsWith('assets/')
    ? { vary: 'accept-encoding', 'cache-control': 'public, max-age=31536000, immutable' }
    : {}),
  ...(name === 'index.html' ? { 'content-security-policy': policy } : {}),
})

const notFound = (path: string): Answer => ({
  status: 404,
  headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  body:
    path === '/'
      ? 'The explorer is not built. Run `npm run build`. GraphiQL is at /graphql.\n'
      : 'There is no such file. If the explorer was rebuilt, reload the page.\n',
})
