import { readFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import type { Plugin } from 'graphql-yoga'
import type { Logger } from 'pino'
import type { Config } from '../../config.js'
import { describeDatasets } from '../../feeds/described.js'
import { pageLinks } from '../../feeds/page-links.js'
import { schemaOrgOf } from '../../feeds/schema-org.js'
import { memoizeUntilRejected } from '../../lib/memo.js'
import { packageFile } from '../../lib/package-file.js'
import type { View } from '../../store/query/view.js'
import { filesOf, types } from '../http/folder.js'
import { type Answer, useRoute } from '../http/route.js'
import { documentWith, emptyRoot } from '../pictures/document.js'
import { explorer, type FirstPage, type Language } from '../pictures/explorer.js'
import { languageOf } from '../pictures/language.js'
import { originOf } from '../pictures/origin.js'
import { problemIn, type Render } from '../pictures/rendering.js'
import { contextOf } from '../plugins/request/request-context.js'
import { contentSecurityPolicy, hashSource } from '../plugins/response/headers.js'

const built = packageFile('dist/explorer/')

const policyWith = (style: string): string =>
  contentSecurityPolicy(
    ...["connect-src 'self'", "script-src 'self'", `style-src 'self'${style}`, "img-src 'self'", "font-src 'self'"],
  )

const pages: Readonly<Record<string, string>> = { '/': '/index.html', '/desk': '/desk.html' }
const isPage = (name: string): boolean => Object.values(pages).includes(`/${name}`)

const embedLink = /<link rel="alternate" type="application\/json\+oembed"[^>]*>/

const pageHeaders = {
  'cache-control': 'no-cache',
  vary: 'accept, accept-encoding, accept-language',
  'x-content-type-options': 'nosniff',
}

export interface ExplorerOptions {
  readonly config: Pick<Config, 'http' | 'limits' | 'graphql' | 'webhooks'>
  readonly isSigned: boolean
  readonly log: Logger
  readonly folder?: URL | undefined
}

/**
 * Serves the explorer at /, with the figures and the chart of the address in its document, the desk at /desk, and their
 * files below /assets/, whose names contain a hash and which are cached for ever. A document that cannot be rendered
 * within the time limit of a query is sent without its contents, and the page shows the error.
 */
export function useExplorer(
  render: Render,
  { config: { http, limits, graphql, webhooks }, isSigned, log, folder = built }: ExplorerOptions,
): Plugin {
  const missing = Object.entries({
    graphiql: graphql.graphiql,
    schema: graphql.introspection,
    mcp: http.mcp,
    embed: http.embed.length > 0,
    webhooks: webhooks.deliver,
    history: isSigned,
  }).flatMap(([part, isServed]) => (isServed ? [] : [part]))
  const documentOf = async (name: string): Promise<string> => {
    const html = await readFile(new URL(name, folder), 'utf8')
    // The page offers nothing that is not served.
    return html.replace('</head>', `<meta name="not-served" content="${missing.join(' ')}" /></head>`)
  }
  const withoutMissing = (page: FirstPage): FirstPage =>
    http.embed.length > 0 ? page : { ...page, head: page.head.replace(embedLink, '') }
  const document = memoizeUntilRejected(() => documentOf('index.html'))
  const files = memoizeUntilRejected(() =>
    filesOf(folder, headersOf, (name) => (isPage(name) ? documentOf(name) : readFile(new URL(name, folder)))),
  )
  const isFile = ({ pathname }: URL): boolean => pathname in pages || pathname.startsWith('/assets/')
  return useRoute(isFile, async (request, url, connection) => {
    const { pathname } = url
    const serve = (await files()).get(pages[pathname] ?? pathname)
    if (serve === undefined) return notFound(pathname)
    return (pathname === '/' ? await firstPage(request, url, connection) : null) ?? serve(request)
  })

  async function firstPage(request: Request, url: URL, connection: ServerResponse | undefined): Promise<Answer | null> {
    const language = languageOf(url, request)
    const origin = originOf(request, url, http.trust)
    const template = await document()
    if (!template.includes(emptyRoot)) return null
    try {
      return await render(request, connection, {
        key: ['/', url.search, language, origin],
        headers: pageHeaders,
        patience: limits.timeout,
        make: async (send, view) => {
          const page = withoutMissing(await explorer.page(url.search, language, origin, send))
          const policy = policyWith(page.style === '' ? '' : ` ${hashSource(page.style)}`)
          const body = documentWith(template, page, await aboutDataset(view, url, language, origin))
          return { body, type: types['.html'] as string, headers: { 'content-security-policy': policy } }
        },
      })
    } catch (error) {
      if (request.signal.aborted) return null
      const problem = problemIn(error)
      if (problem === null) log.warn({ err: error }, 'could not render the page')
      else contextOf(request).codes.add(problem.code)
      return null
    }
  }
}

async function aboutDataset(view: View, { searchParams }: URL, language: Language, origin: string) {
  const described = await describeDatasets(view)
  const { defaultDataset } = view.snapshot
  const named = searchParams.get('dataset') ?? defaultDataset
  const found = described.find(({ dataset }) => dataset.code === named) ?? described[0]
  if (found === undefined) return null
  const own = language === 'zh' ? 'ZH' : 'EN'
  return { schemaOrg: schemaOrgOf(found, view.snapshot, origin, own), links: pageLinks(found, origin, own) }
}

const headersOf = (name: string): Record<string, string> => ({
  ...(name.startsWith('assets/')
    ? { vary: 'accept-encoding', 'cache-control': 'public, max-age=31536000, immutable' }
    : {}),
  ...(isPage(name) ? { ...pageHeaders, 'content-security-policy': policyWith('') } : {}),
})

const notFound = (path: string): Answer => ({
  status: 404,
  headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  body:
    path in pages
      ? 'The explorer is not built. Run `npm run build`. GraphiQL is at /graphql.\n'
      : 'There is no such file. If the explorer was rebuilt, reload the page.\n',
})
