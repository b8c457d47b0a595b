import type { Plugin } from 'graphql-yoga'
import { memoizeUntilRejected } from '../../lib/memo.js'
import { packageFile } from '../../lib/package-file.js'
import { filesOf } from '../http/folder.js'
import { useRoute } from '../http/route.js'
import { contentSecurityPolicy } from '../plugins/response/headers.js'

const built = packageFile('dist/docs/')

const policy = contentSecurityPolicy("connect-src 'self'", "script-src 'self'", "style-src 'self'", "img-src 'self'")
const plain = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }

const files = memoizeUntilRejected(() =>
  filesOf(built, (name) => ({
    vary: 'accept-encoding',
    ...(name.endsWith('.html') ? { 'content-security-policy': policy } : {}),
  })),
)

export async function documentPaths(): Promise<readonly string[]> {
  const index = '/index.html'
  const pages = [...(await files()).keys()].filter((name) => name.endsWith(index))
  return pages.map((name) => `/docs${name.slice(0, 1 - index.length)}`).sort()
}

/** Serves the documentation as a site below /docs/. A page without its last slash is redirected to the page. */
export function useDocs(): Plugin {
  const isFile = ({ pathname }: URL): boolean => pathname === '/docs' || pathname.startsWith('/docs/')
  return useRoute(isFile, async (request, { pathname }) => {
    const known = await files()
    const path = pathname.slice('/docs'.length)
    const serve = known.get(path.endsWith('/') ? `${path}index.html` : path)
    if (serve !== undefined) return serve(request)
    // The name of a page is known, so that nothing of the request is repeated but what the site has.
    if (known.has(`${path}/index.html`))
      return { status: 308, headers: { ...plain, location: `/docs${path}/` }, body: '' }
    return { status: 404, headers: plain, body: 'The documentation has no such page. It begins at /docs/.\n' }
  })
}
