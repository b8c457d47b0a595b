import type { Plugin } from 'graphql-yoga'
import { memoizeUntilRejected } from '../../lib/memo.js'
import { packageFile } from '../../lib/package-file.js'
import { filesOf } from '../http/folder.js'
import { useRoute } from '../http/route.js'
import { contentSecurityPolicy } from '../plugins/response/headers.js'

const built = packageFile('dist/graphiql/')

const policy = contentSecurityPolicy(
  "connect-src 'self'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'", // the editor writes its colours and positions as styles
  "font-src 'self'",
  "img-src data: 'self'",
)

/** Serves GraphiQL to browsers at /graphql, and its files below /graphiql/, whose names contain a hash. */
export function useGraphiQL(): Plugin {
  const files = memoizeUntilRejected(() =>
    filesOf(built, (name) =>
      name.startsWith('assets/')
        ? { vary: 'accept-encoding', 'cache-control': 'public, max-age=31536000, immutable' }
        : { 'content-security-policy': policy },
    ),
  )
  const isPage = ({ pathname }: URL, { method, headers }: Request): boolean =>
    method === 'GET' && pathname === '/graphql' && headers.get('accept')?.includes('text/html') === true
  const isFile = (url: URL, request: Request): boolean =>
    url.pathname.startsWith('/graphiql/assets/') || isPage(url, request)
  return useRoute(isFile, async (request, { pathname }) => {
    const path = pathname === '/graphql' ? '/index.html' : pathname.slice('/graphiql'.length)
    const serve = (await files()).get(path)
    return serve?.(request) ?? notFound
  })
}

const notFound = {
  status: 404,
  headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  body: 'There is no such file. If GraphiQL is not built, run `npm run build`; if it was rebuilt, reload the page.\n',
}
