import type { IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'
import type { Plugin } from 'graphql-yoga'
import type { Logger } from 'pino'
import type { Trust } from '../../../config.js'
import { senderOf } from './auth.js'

const clients = new WeakMap<Request, string>()

/** Who asks, for what each client has a share of: the owner of its key once that is known, else its address. */
export const clientOf = (request: Request): string => clients.get(request) ?? 'unknown'

/**
 * Tells clients apart. Warns once where a proxy seems to stand in front of a server that trusts none, as all who ask
 * through it are then one client.
 */
export function useClients(trust: Trust | null, log: Logger): Plugin {
  const find = clientFinder(trust)
  let warned = trust !== null
  return {
    onRequest({ request, serverContext }) {
      const { req } = serverContext as { req?: IncomingMessage }
      const forwarded = request.headers.get('x-forwarded-for')
      clients.set(request, find(req?.socket.remoteAddress, forwarded))
      if (warned || forwarded === null) return
      warned = true
      log.warn('requests have X-Forwarded-For and TRUST_PROXY is unset: all that come through a proxy are one client')
    },
    onRequestParse({ request }) {
      const actor = senderOf(request)
      if (actor !== null) clients.set(request, `key ${actor.name}`)
    },
  }
}

/**
 * Who asks, by address: that of the connection, or where proxies are trusted, what the outermost of those wrote into
 * X-Forwarded-For. Of IPv6 it is the network of 64 bits that a site is given, as each machine has all of that.
 */
export function clientFinder(trust: Trust | null): (connected: string | undefined, forwarded: string | null) => string {
  const isTrusted = trust === null ? () => false : trusting(trust)
  return (connected = 'unknown', forwarded) => {
    let client = connected
    if (forwarded === null || !isTrusted(client, 0)) return network(client)
    const hops = forwarded.split(',')
    for (let n = 0; n < hops.length && isTrusted(client, n); n++) {
      const before = addressIn(hops.at(-1 - n) ?? '')
      if (before === null) break // whoever wrote that is the last that is known
      client = before
    }
    return network(client)
  }
}

/** Whether what an address says of who it stands for is believed; `n` proxies are nearer to us. */
function trusting(trust: Trust): (address: string, n: number) => boolean {
  if ('proxies' in trust) return (_, n) => n < trust.proxies
  const list = new BlockList()
  for (const each of trust.addresses) {
    const [address = '', length] = each.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    list.addSubnet(address, Number(length ?? (family === 'ipv6' ? 128 : 32)), family)
  }
  return (address) => {
    const plain = unmapped(address)
    const version = isIP(plain)
    return version > 0 && list.check(plain, version === 6 ? 'ipv6' : 'ipv4')
  }
}

/** An address as proxies write it, with a port or in brackets or without. */
function addressIn(written: string): string | null {
  const text = written.trim()
  const [, bracketed, plain] = /^\[([^\]]+)\](?::\d+)?$|^([\d.]+):\d+$/.exec(text) ?? []
  const address = bracketed ?? plain ?? text
  return isIP(address) > 0 ? address : null
}

const unmapped = (address: string): string => /^::ffff:([\d.]+)$/i.exec(address)?.[1] ?? address

function network(address: string): string {
  if (!address.includes(':')) return address
  const plain = unmapped(address)
  if (isIP(plain) !== 6) return plain
  const [head = '', tail] = plain.replace(/%.*$/, '').toLowerCase().split('::')
  const groups = (text: string): string[] => (text === '' ? [] : text.split(':'))
  const [before, after] = [groups(head), groups(tail ?? '')]
  const gap = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  const all = [...before, ...Array.from({ length: gap }, () => '0'), ...after]
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}
