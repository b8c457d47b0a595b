import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type CryptoKey, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'

const issuer = 'https://id.example'
const audience = 'indicators'
export const now = (): number => Math.floor(Date.now() / 1000)

const claims = (): JWTPayload => ({
  sub: 'press office',
  iss: issuer,
  aud: audience,
  exp: now() + 60,
  scope: 'openid publish',
})

/** Who makes tokens, and a server that publishes the keys to check them by. */
export interface Issuer {
  readonly trust: { readonly jwks: string; readonly issuer: string; readonly audience: string }
  /** A token that is right but for what is changed of it. */
  token(change?: JWTPayload, signed?: { key?: CryptoKey; kid?: string }): Promise<string>
  /** The same by who has no key of ours, and under a name that is. */
  forged(): Promise<string>
  /** The same, with no signature. */
  unsigned(alg: string): string
  /** Publishes one more key, and gives what signs by it. */
  publish(kid: string): Promise<CryptoKey>
  close(): void
}

/** Starts one, with the key `one`. */
export async function startIssuer(): Promise<Issuer> {
  const keys: object[] = []
  const server = createServer((_, response) => response.end(JSON.stringify({ keys })))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const publish = async (kid: string): Promise<CryptoKey> => {
    const { publicKey, privateKey } = await generateKeyPair('ES256')
    keys.push({ ...(await exportJWK(publicKey)), kid, alg: 'ES256' })
    return privateKey
  }
  const ours = await publish('one')
  const token: Issuer['token'] = (change = {}, { key = ours, kid = 'one' } = {}) =>
    new SignJWT({ ...claims(), ...change }).setProtectedHeader({ alg: 'ES256', kid }).sign(key)
  return {
    trust: { jwks: `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`, issuer, audience },
    token,
    forged: async () => token({}, { key: (await generateKeyPair('ES256')).privateKey }),
    unsigned: (alg) =>
      `${[{ alg, kid: 'one' }, claims()].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.`,
    publish,
    close: () => void server.close(),
  }
}
