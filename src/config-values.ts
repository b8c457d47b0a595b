import { isIP } from 'node:net'
import { listBounds } from './domain/input-bounds.js'

/** Proxies that are trusted: how many, the nearest first, or their addresses and ranges. */
export type Trust = { readonly proxies: number } | { readonly addresses: readonly string[] }

/** Indicates whether a list is within its bound. */
export const few = (list: readonly string[]): boolean => list.length <= listBounds.addresses

export function cors(text: string): { origins: string[] } | undefined {
  const origins = text.split(',').map((origin) => origin.trim())
  const right = (origin: string): boolean => URL.canParse(origin) && new URL(origin).origin === origin
  return text === '*' || (few(origins) && origins.every(right)) ? { origins } : undefined
}

export function trust(text: string): Trust | undefined {
  if (/^\d$/.test(text)) return { proxies: Number(text) }
  const addresses = text.split(',').map((address) => address.trim())
  const right = (address: string): boolean => {
    const [, ip = '', length = '0'] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(address) ?? []
    return isIP(ip) > 0 && Number(length) <= (isIP(ip) === 4 ? 32 : 128)
  }
  return few(addresses) && addresses.every(right) ? { addresses } : undefined
}

/** Reads the address of published keys: https, or http on this machine. */
export function published(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined
  const { protocol, hostname, username, password } = new URL(text)
  const own = protocol === 'http:' && /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname)
  return (protocol === 'https:' || own) && username === '' && password === '' ? text : undefined
}

export function collector(text: string): { url: string } | undefined {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) return undefined
  const url = new URL(text)
  return url.username === '' && url.password === '' ? { url: `${text.replace(/\/$/, '')}/v1/traces` } : undefined
}
