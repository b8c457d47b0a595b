import type { ExecutionArgs } from 'graphql'
import type { Plugin, YogaInitialContext } from 'graphql-yoga'
import type { Config } from '../../../config.js'
import { bestFor } from '../../http/encoding.js'
import { costHeader } from '../execution/limits.js'
import { answered, type LiveStore } from '../execution/view.js'
import { clientOf } from '../request/client.js'
import { requestContext } from '../request/request-context.js'
import { CachedResponse, type PendingResponse, type Ready, ResponseCache } from './response-cache.js'

/** How an answer came about: from memory, by waiting for another's, or by executing. */
export type Outcome = 'hit' | 'shared' | 'miss'

const outcomes = new WeakMap<Request, Outcome>()

/** How the answer to a request came about; null where it could not have come from memory. */
export const outcomeOf = (request: Request): Outcome | null => outcomes.get(request) ?? null

const longestBody = 65_536
const longestWait = 10_000
/** For another client's answer: that client may have much under way, among which it takes turns. */
const longestForOther = 1000
// What an answer depends on beside what is asked; a key is not among them, as those who send one are always executed.
const varying = ['accept', 'content-type', costHeader] as const
const vary = `accept, accept-encoding, authorization, origin, ${costHeader}`

/** Two plugins: what keeps answers comes before whatever looks at them, what gives them after whatever refuses requests. */
export interface AnswerCache {
  readonly keep: Plugin
  readonly give: Plugin
}

/**
 * Answers what was asked before, at the version that the store is known to have, before GraphQL is entered: from memory,
 * with an ETag, 304 for who has it, compressed for who takes that. Who asks what is being answered waits for that
 * answer. Nothing is kept but whole answers, without errors, to queries of readers; nobody on the way may keep others.
 */
export function answerCache(store: LiveStore, { bytes, maxAge }: Config['cache']): AnswerCache {
  const answers = new ResponseCache(bytes)
  const leads = new WeakMap<Request, PendingResponse>()
  const control = `public, max-age=${maxAge}, stale-while-revalidate=${maxAge}, stale-if-error=86400`
  const common = { 'cache-control': control, vary }

  const readyFor = (held: CachedResponse, key: string, request: Request): Ready | Promise<Ready> =>
    held.in(bestFor(request.headers.get('accept-encoding')), (more) => answers.grown(key, held, more))

  const give: Plugin = {
    onRequest({ request, url, endResponse, fetchAPI }) {
      const { method, headers } = request
      if (url.pathname !== '/graphql' || headers.get('authorization') !== null) return undefined
      const asked = [method, url.search, ...varying.map((name) => headers.get(name))]
      if (method === 'GET') return look(JSON.stringify(asked)) // which no two lists share
      const length = headers.get('content-length')
      if (method !== 'POST' || length === null || !(Number(length) <= longestBody)) return undefined
      return request.text().then(
        (body) => look(JSON.stringify([...asked, body])),
        () => undefined, // whoever reads it next says what is wrong with it
      )

      function look(key: string, passedOver: PendingResponse | null = null): void | Promise<void> {
        const version = store.known()
        if (version === null) return undefined // whoever answers has to ask for it
        answers.at(version)
        const found = answers.find(key)
        if (found instanceof CachedResponse) {
          outcomes.set(request, 'hit')
          return send(found, key)
        }
        const client = clientOf(request)
        const isOwn = found?.client === client
        if (found !== null && found !== passedOver && (isOwn || found.begun)) return share(found, version, isOwn)
        outcomes.set(request, 'miss')
        leads.set(request, answers.lead(key, client))
      }

      async function share(lead: PendingResponse, version: number, isOwn: boolean): Promise<void> {
        const { key, answer } = lead
        let timer: NodeJS.Timeout | undefined
        const impatient = new Promise<'late'>((resolve) => {
          timer = setTimeout(resolve, isOwn ? longestWait : longestForOther, 'late')
        })
        const held = await Promise.race([answer, impatient]).finally(() => clearTimeout(timer))
        if (held === 'late' && !isOwn) return look(key, lead)
        if (held === 'late') {
          outcomes.set(request, 'miss')
          return
        }
        const newEnough = held !== null && held.version >= Math.max(version, store.known() ?? version)
        outcomes.set(request, newEnough ? 'shared' : 'miss')
        if (newEnough) await send(held, key)
      }

      function send(held: CachedResponse, key: string): void | Promise<void> {
        const facts = requestContext(request)
        if (facts !== null) facts.operation = held.operation
        const had = request.headers.get('if-none-match')
        if (had !== null && held.isHadBy(had))
          return endResponse(new fetchAPI.Response(null, { status: 304, headers: { ...held.unchanged } }))
        const finish = ({ body, headers }: Ready): void =>
          endResponse(new fetchAPI.Response(body as Uint8Array<ArrayBuffer>, { status: 200, headers: { ...headers } }))
        const ready = readyFor(held, key, request)
        return ready instanceof Promise ? ready.then(finish) : finish(ready)
      }
    },
  }

  const keep: Plugin = {
    onExecute({ executeFn, setExecuteFn }) {
      // Before the plugin that has queries wait for their turn, which comes around this.
      setExecuteFn((args: ExecutionArgs) => {
        const lead = leads.get((args.contextValue as YogaInitialContext).request)
        if (lead !== undefined) lead.begun = true
        return executeFn(args)
      })
    },
    async onResponse({ request, response, setResponse, fetchAPI }) {
      const outcome = outcomeOf(request)
      if (outcome === 'hit' || outcome === 'shared') return
      const facts = answered(request)
      if (facts !== null) response.headers.set('x-store-version', `${facts.version}`)
      const lead = leads.get(request)
      const type = response.headers.get('content-type') ?? ''
      if (lead === undefined || facts === null || !facts.lasting || response.status !== 200 || !/json/.test(type)) {
        lead?.settle(null)
        if (/json/.test(type) && !response.headers.has('cache-control'))
          response.headers.set('cache-control', 'no-store')
        return
      }
      const held = new CachedResponse(
        facts.version,
        await response.text(),
        type,
        common,
        requestContext(request)?.operation,
      )
      lead.settle(held)
      const had = request.headers.get('if-none-match')
      const isHad = had !== null && held.isHadBy(had)
      const { body, headers } = isHad
        ? { body: null, headers: held.unchanged }
        : await readyFor(held, lead.key, request)
      if (body === held.plain.body) {
        const { 'content-type': _, ...others } = headers // it has that
        for (const name in others) response.headers.set(name, others[name] as string)
        return
      }
      const present = [...response.headers].map(([name, value]) => [name.toLowerCase(), value])
      const { 'content-length': __, ...before } = Object.fromEntries(present)
      const init = { status: isHad ? 304 : 200, headers: { ...before, ...headers } }
      setResponse(new fetchAPI.Response(body as Uint8Array<ArrayBuffer> | null, init))
    },
  }
  return { keep, give }
}
