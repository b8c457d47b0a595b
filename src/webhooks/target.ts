import { type LookupAddress, promises } from 'node:dns'
import { type BlockList, isIP } from 'node:net'
import { FairSemaphore } from '../lib/fair-semaphore.js'
import { blockList, isIn, isPublic } from './addresses.js'

export type Lookup = (host: string) => Promise<readonly LookupAddress[]>

/** The addresses that messages may be sent to: the public internet by https, and a list of local addresses by http as well. */
export interface Reach {
  readonly local: BlockList
  readonly hasLocal: boolean
  readonly lookup?: Lookup
}

export const reachOf = (local: readonly string[]): Reach => ({ local: blockList(local), hasLocal: local.length > 0 })

class Unreachable extends Error {}

// Two of the four threads of node:libuv: a name server that does not answer must not occupy those that compress responses.
const lookups = new FairSemaphore({ executing: 2 }, () => new Error('The queue of names has no limit.'))

/** Returns what is wrong with the URL of a webhook, or null. Names are not resolved. */
export function urlFault(text: string, { local, hasLocal }: Reach): string | null {
  if (!URL.canParse(text)) return 'It is not a URL.'
  const url = new URL(text)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'Its scheme must be https.'
  if (url.username !== '' || url.password !== '') return 'It must not contain a user name or a password.'
  if (url.hash !== '') return 'It must not contain a fragment.'
  const host = hostOf(url)
  if (isIP(host) > 0) return addressFault(url, host, local)
  return url.protocol === 'http:' && !hasLocal ? plainFault : null
}

/**
 * Resolves the host of a URL once, and returns all its addresses, to one of which the connection is to be made. Throws
 * Unreachable if one of them is not allowed.
 */
export async function resolveTarget(
  url: URL,
  { local, lookup = lookupAll }: Reach,
  signal: AbortSignal | null = null,
): Promise<readonly LookupAddress[]> {
  const host = hostOf(url)
  const family = isIP(host)
  const found = family > 0 ? [{ address: host, family }] : await lookups.run(() => lookup(host), signal)
  if (found.length === 0) throw new Unreachable(`${host} has no address.`)
  for (const { address } of found) {
    const fault = addressFault(url, address, local)
    if (fault !== null) throw new Unreachable(fault)
  }
  return found
}

/** Returns why the host of a URL may not be sent to, or null; `warn` is told if its name cannot be resolved at present. */
export async function resolveFault(
  text: string,
  reach: Reach,
  warn: (message: string) => void,
): Promise<string | null> {
  try {
    await resolveTarget(new URL(text), reach)
    return null
  } catch (error) {
    if (error instanceof Unreachable) return error.message
    warn(`The name of the host cannot be resolved at present: ${(error as Error).message}.`)
    return null
  }
}

const plainFault = 'Its scheme must be https: http is allowed for addresses of WEBHOOKS_LOCAL only.'

function addressFault(url: URL, address: string, local: BlockList): string | null {
  if (isIn(local, address)) return null
  if (!isPublic(address))
    return `${hostOf(url) === address ? address : `${hostOf(url)} (${address})`} is not an address of the public internet. WEBHOOKS_LOCAL can allow it.`
  return url.protocol === 'http:' ? plainFault : null
}

const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[(.*)\]$/, '$1')

const lookupAll: Lookup = (host) => promises.lookup(host, { all: true })
