import { readdir, readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import type { Plugin } from 'graphql-yoga'
import { asset } from '../http/asset.js'
import { type Answer, readOnly, respond } from '../http/route.js'

/** Where `npm run build` puts the page. */
const built = new URL('../../../dist/explorer/', import.meta.url)

// All that the page needs comes from this server, as files of their own.
const policy = [
  "default-src 'none'",
  "connect-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

type Files = ReadonlyMap<string, (request: Request) => Promise<Answer>>

/** The explorer at /, and its files below /assets/, whose names change with what is in them: those are kept for good. */
export function useExplorer(folder = built): Plugin {
  let files: Promise<Files> | null = null
  const answer = async (request: Request, path: string): Promise<Answer> => {
    files ??= filesOf(folder).catch((error) => {
      files = null // the next request tries again
      throw error
    })
    const give = (await files).get(path === '/' ? '/index.html' : path)
    return give === undefined ? missing(path) : give(request)
  }
  return {
    onRequest({ request, url, endResponse, fetchAPI }) {
      if (url.pathname !== '/' && !url.pathname.startsWith('/assets/')) return undefined
      return respond(
        readOnly(request, () => answer(request, url.pathname)),
        endResponse,
        fetchAPI,
      )
    },
  }
}

/** The files of the page by their paths; none where it is not built. */
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
  ...(name.startsWith('assets/') ? { vary: 'accept-encoding', 'cache-control': kept } : {}),
  ...(name === 'index.html' ? { 'content-security-policy': policy } : {}),
})
const kept = 'public, max-age=31536000, immutable'

const missing = (path: string): Answer => ({
  status: 404,
  headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  body:
    path === '/'
      ? 'The explorer is not built: `npm run build` builds it. GraphiQL is at /graphql.\n'
      : 'There is no such file. The page may have been built anew: load it again.\n',
})
