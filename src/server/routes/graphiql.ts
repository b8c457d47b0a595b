import { readdir, readFile } from 'node:fs/promises'
import type { Plugin } from 'graphql-yoga'
import { asset } from '../http/asset.js'
import { respond } from '../http/route.js'

/** Where they are, from the build as from the sources. */
export const operations = new URL('../../../src/graphql/operations/', import.meta.url)

/** The example operations, in the order of their names. */
export async function readOperations(): Promise<readonly { readonly name: string; readonly text: string }[]> {
  const names = (await readdir(operations)).filter((name) => name.endsWith('.graphql')).sort()
  return Promise.all(names.map(async (name) => ({ name, text: await readFile(new URL(name, operations), 'utf8') })))
}

// The page brings all that it needs, and may ask nobody but this server.
const policy = [
  "default-src 'none'",
  "connect-src 'self'",
  "script-src 'unsafe-inline' blob:",
  'worker-src blob:',
  "style-src 'unsafe-inline'",
  'font-src data:',
  "img-src data: 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** GraphiQL for a browser that opens /graphql, with the example operations in its tabs. */
export function useGraphiQL(): Plugin {
  const page = asset(render, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy })
  return {
    onRequest({ request, url, endResponse, fetchAPI }) {
      const isPage = request.method === 'GET' && url.pathname === '/graphql'
      if (!isPage || !request.headers.get('accept')?.includes('text/html')) return undefined
      return respond(page(request), endResponse, fetchAPI)
    },
  }
}

async function render(): Promise<string> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql') // 9 MB, for those who open it
  const tabs = (await readOperations()).map(({ text }) => ({ query: text }))
  return renderGraphiQL({ title: 'trade-indicators', defaultTabs: tabs, schemaDescription: true })
}
