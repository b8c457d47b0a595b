import { readdir, readFile } from 'node:fs/promises'
import type { Plugin } from 'graphql-yoga'
import { asset } from '../http/asset.js'
import { useRoute } from '../http/route.js'
import { contentSecurityPolicy } from '../plugins/response/headers.js'

export const operations = new URL('../../../src/graphql/operations/', import.meta.url)

export async function readOperations(): Promise<readonly { readonly name: string; readonly text: string }[]> {
  const names = (await readdir(operations)).filter((name) => name.endsWith('.graphql')).sort()
  return Promise.all(names.map(async (name) => ({ name, text: await readFile(new URL(name, operations), 'utf8') })))
}

const policy = contentSecurityPolicy(
  "connect-src 'self'",
  "script-src 'unsafe-inline' blob:",
  'worker-src blob:',
  "style-src 'unsafe-inline'",
  'font-src data:',
  "img-src data: 'self'",
)

/** Serves GraphiQL to browsers at /graphql, with the example operations as tabs. */
export function useGraphiQL(): Plugin {
  const page = asset(render, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy })
  const isPage = ({ pathname }: URL, { method, headers }: Request): boolean =>
    method === 'GET' && pathname === '/graphql' && headers.get('accept')?.includes('text/html') === true
  return useRoute(isPage, page)
}

async function render(): Promise<string> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql') // 9 MB
  const tabs = (await readOperations()).map(({ text }) => ({ query: text }))
  return renderGraphiQL({ title: 'trade-indicators', defaultTabs: tabs, schemaDescription: true })
}
