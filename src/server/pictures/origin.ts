import type { Trust } from '../../config.js'

export function originOf({ headers }: Request, { protocol, host }: URL, trust: Trust | null): string {
  const forwarded = trust === null ? null : headers.get('x-forwarded-proto')?.split(',').at(-1)?.trim().toLowerCase()
  const scheme = forwarded === 'https' || forwarded === 'http' ? `${forwarded}:` : protocol
  return new URL(`${scheme}//${host}`).origin
}
