import type { IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'
import type { Plugin } from 'graphql-yoga'
import type { Logger } from 'pino'
import type { Trust } from '../../../config.js'
import { contextOf } from './request-context.js'

export type FindClient = (connected: string | undefined, forwarded: string | null) => string

export function warningFinder(trust: Trust | null, log: Logger): FindClient {
  const find = clientFinder(trust)
  let warned = trust !== null
  return (connected, forwarded) => {
    if (!warned && forwarded !== null) {
      warned = true
      log.warn('requests have X-Forwarded-For but TRUST_PROXY is unset: all clients of a proxy are counted as one')
    }
    return find(connected, forwarded)
  }
}

export function useClients(find: FindClient): Plugin {
  return {
    onRequest({ request, serverContext }) {
      const { req } = serverContext as { req?: IncomingMessage }
      contextOf(request).client = find(req?.socket.remoteAddress, request.headers.get('x-forwarded-for'))
    },
    onRequestParse({ request }) {
      const context = contextOf(request)
      if (context.actor !== null) context.client = `key ${context.actor.name}`
    },
  }
}

/**
 * Returns a function that finds a client's address: that of the connection or, behind trusted proxies, the one that the
 * outermost of them wrote into X-Forwarded-For. IPv6 addresses are reduced to their /64 network, which one site owns.
 */
export function clientFinder(trust: Trust | null): FindClient {
  const isTrusted = trust === null ? () => false : trusting(trust)
  return (connected = 'unknown', forwarded) => {
    let client = connected
    if (forwarded === null || !isTrusted(client, 0)) return network(client)
    const hops = forwarded.split(',')
    for (let n = 0; n < hops.length && isTrusted(client, n); n++) {
      const before = addressIn(hops.at(-1 - n) ?? '')
      if (before === null) break // malformed: the proxy that wrote it is the client
      client = before
    }
    return network(client)
  }
}

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
  const groupsOf = (text: string): string[] => text.match(/[^:]+/g) ?? []
  const written = plain.replace(/%.*$/, '')
  const zeros = '0:'.repeat(8 - groupsOf(written).length)
  const groups = groupsOf(written.replace('::', `:${zeros}`)).map((group) => Number.parseInt(group, 16).toString(16))
  return `${groups.slice(0, 4).join(':')}::/64`
}
