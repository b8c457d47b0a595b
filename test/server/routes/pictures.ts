import { schema } from '../../../src/graphql/schema.js'
import type { App } from '../../../src/server/app.js'
import type { TestStore } from '../../support.js'
import { testApp } from '../support.js'

export const serverOf = ({ store }: TestStore, config: NodeJS.ProcessEnv = {}): App =>
  testApp({ store, schema, config }).app

/** Requests a path as a reader of a language would. */
export async function get(app: App, path: string, headers: Record<string, string> = {}, method = 'GET') {
  const response = await app.fetch(`http://test${path}`, { headers, method })
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) }
}

export async function textOf(app: App, path: string, headers: Record<string, string> = {}): Promise<string> {
  return (await get(app, path, headers)).bytes.toString()
}

const signs = { quot: '"', lt: '<', gt: '>', amp: '&' } as const

/** Returns what the elements of a name contain, without markup. */
export const contentsOf = (markup: string, element: string): string[] =>
  [...markup.matchAll(new RegExp(`<${element}\\b[^>]*>(.*?)</${element}>`, 'gs'))].map(([, inner = '']) =>
    inner
      .replace(/<[^>]*>/g, '')
      .replace(/&(?:#(x?)([\da-f]+)|(quot|lt|gt|amp));/gi, (_, hex: string, code: string, name: keyof typeof signs) =>
        name === undefined ? String.fromCodePoint(Number.parseInt(code, hex === '' ? 10 : 16)) : signs[name],
      ),
  )

/** The values of the numbers that a drawing shows. */
export const valuesIn = (svg: string): string[] =>
  [...svg.matchAll(/data-value="([^"]*)"/g)].map(([, value = '']) => value)
