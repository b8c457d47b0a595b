import { type McpServer, ProtocolError, ProtocolErrorCode, ResourceTemplate } from '@modelcontextprotocol/server'
import { listBounds } from '../domain/input-bounds.js'
import { Refusal } from '../errors.js'
import { memoizeByObject } from '../lib/memo.js'
import { percentDecoded } from '../lib/percent-decoded.js'
import type { Ask } from './ask.js'
import {
  type Description,
  describeDataset,
  describeDimension,
  describeMetric,
  describeStore,
  describeUnit,
} from './descriptions.js'

export type AskUntil = (signal: AbortSignal) => Ask

type Overview = NonNullable<Description['content']['store']>

interface Kind {
  readonly name: string
  readonly title: string
  readonly description: string
  /** The template of the address; `code` is among its variables. */
  readonly address: string
  /** The codes that there are, for lists and completion. */
  readonly codes: (store: Overview) => readonly { readonly code: string; readonly name: string }[]
  /** False if the codes alone make no address. */
  readonly isListed: boolean
  readonly read: (ask: Ask, code: string, parent: string) => Promise<Description>
}

const whole = { first: listBounds.values }

const kinds: readonly Kind[] = [
  {
    ...{ name: 'dataset', title: 'Dataset', address: 'indicators://dataset/{code}' },
    description: 'The contents, coverage, releases and licence of a dataset.',
    codes: ({ datasets }) => datasets,
    isListed: true,
    read: (ask, code) => describeDataset(ask, code, 'EN'),
  },
  {
    ...{ name: 'metric', title: 'Metric', address: 'indicators://metric/{code}' },
    description: 'The definition, units, dimensions and coverage of a metric.',
    codes: ({ metrics }) => metrics,
    isListed: true,
    read: (ask, code) => describeMetric(ask, code, 'EN'),
  },
  {
    ...{ name: 'dimension', title: 'Code list', address: 'indicators://dimension/{code}' },
    description: 'The code list of a dimension: the roots of its tree.',
    codes: ({ dimensions }) => dimensions,
    isListed: true,
    read: (ask, code) => describeDimension(ask, code, 'EN', whole),
  },
  {
    ...{ name: 'children', title: 'Part of a code list', address: 'indicators://dimension/{code}/{parent}' },
    description: 'The children of a category in the code list of a dimension.',
    codes: ({ dimensions }) => dimensions,
    isListed: false,
    read: (ask, code, parent) => describeDimension(ask, code, 'EN', { ...whole, parent }),
  },
]

export function addResources(server: McpServer, askUntil: AskUntil): void {
  // The lists of all kinds are made for one request, which has one signal.
  const overviewUntil = memoizeByObject(async (signal: AbortSignal): Promise<Overview> => {
    const { store } = (await described(describeStore(askUntil(signal), 'EN'))).content
    if (store === undefined) throw new Error('the store is not described')
    return store
  })
  for (const { name, title, description, address, codes, isListed, read } of kinds) {
    const list = async ({ mcpReq: { signal } }: { readonly mcpReq: { readonly signal: AbortSignal } }) => ({
      resources: codes(await overviewUntil(signal)).map((each) => ({
        ...{ uri: address.replace('{code}', encodeURIComponent(each.code)), name: each.code, title: each.name },
      })),
    })
    const complete = async (begin: string): Promise<string[]> =>
      codes(await overviewUntil(new AbortController().signal))
        .map(({ code }) => code)
        .filter((code) => code.toLowerCase().startsWith(begin.toLowerCase()))
    server.registerResource(
      name,
      new ResourceTemplate(address, { list: isListed ? list : undefined, complete: { code: complete } }),
      { title, description, mimeType },
      async (uri, { code, parent }, { mcpReq: { signal } }) =>
        contentsOf(uri, await described(read(askUntil(signal), decoded(code), decoded(parent)))),
    )
  }
  server.registerResource(
    'units',
    'indicators://units',
    { title: 'Units', description: 'All units with their factors and names.', mimeType },
    async (uri, { mcpReq: { signal } }) => contentsOf(uri, await described(describeUnit(askUntil(signal), null, 'EN'))),
  )
}

const mimeType = 'application/json'

const contentsOf = ({ href }: URL, { content }: Description) => ({
  contents: [{ uri: href, mimeType, text: JSON.stringify(content) }],
})

function decoded(variable: string | string[] | undefined): string {
  const text = String(variable ?? '')
  return percentDecoded(text) ?? text
}

/** Reports a refusal as an error of the protocol, with the code and the choices among its data. */
async function described(description: Promise<Description>): Promise<Description> {
  try {
    return await description
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { message, extensions } = error
    throw new ProtocolError(ProtocolErrorCode.InvalidParams, message, { ...extensions })
  }
}
