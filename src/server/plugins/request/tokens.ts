import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from 'jose'
import type { Issuer } from '../../../config.js'
import { type Actor, scopes } from '../../../domain/actor.js'
import { excerpt, textBounds, textFault } from '../../../domain/input-bounds.js'
import { Refusal } from '../../../errors.js'
import type { FindActor } from './auth.js'

// Those by which a server that only knows public keys can check; none that it could be tricked into with one of them.
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519']
const tolerance = 30 // seconds that clocks may differ

/**
 * Finds who a token stands for (JWT, RFC 7519): its subject, with those of its scopes that are known here, from `scope`
 * or `scp`. Null where it is not by this issuer, for this audience and of this time. UNAVAILABLE where the issuer's keys
 * cannot be had; they are kept, and asked for again when a token names one that is new.
 */
export function tokenFinder({ jwks, issuer, audience }: Issuer): FindActor {
  const keys = createRemoteJWKSet(new URL(jwks), { timeoutDuration: 5000 })
  const options = { issuer, audience, algorithms, clockTolerance: tolerance, requiredClaims: ['sub', 'exp'] }
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keys, options)
      return actorOf(payload)
    } catch (error) {
      if (error instanceof errors.JWKSNoMatchingKey || isOfTheToken(error)) return null
      throw new Refusal('UNAVAILABLE', 'The keys to check tokens by cannot be had at the moment.')
    }
  }
}

/** Keys and tokens tell themselves apart: keys begin with `ti_`, and tokens are three words with dots between. */
export const eitherFinder =
  (keys: FindActor, tokens: FindActor): FindActor =>
  (sent) =>
    sent.split('.').length === 3 ? tokens(sent) : keys(sent)

const isOfTheToken = (error: unknown): boolean =>
  error instanceof errors.JOSEError && !/^ERR_JWKS_(TIMEOUT|INVALID)$|^ERR_JOSE_GENERIC$/.test(error.code)

/** Null where the subject is none that could be told: it goes into messages and logs. */
function actorOf({ sub = '', scope, scp }: JWTPayload): Actor | null {
  if (typeof sub !== 'string' || sub.trim() === '' || textFault(sub, 'subject') !== null) return null
  const words = [scope, scp].flatMap((each) =>
    typeof each === 'string' ? each.split(' ') : Array.isArray(each) ? each : [],
  )
  return {
    id: null,
    name: excerpt(sub, textBounds.subject.most),
    scopes: scopes.filter((each) => words.includes(each)),
  }
}
