import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from 'jose'
import type { Issuer } from '../../../config.js'
import { type Actor, scopes } from '../../../domain/actor.js'
import { excerpt, isBlank, textBounds, textFault } from '../../../domain/input-bounds.js'
import { Refusal } from '../../../errors.js'
import type { FindActor } from './auth.js'

// Asymmetric algorithms only: with HS256, a public key could be used as the secret.
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519']
const tolerance = 30 // seconds

/**
 * Returns a function that verifies a JWT (RFC 7519) and returns its subject with the known scopes in `scope` or `scp`, or
 * null if the token is not valid. Throws UNAVAILABLE if the issuer's keys cannot be fetched. Keys are cached, and fetched
 * again when a token names an unknown one.
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
      throw new Refusal('UNAVAILABLE', 'The keys that verify tokens cannot be fetched at the moment.')
    }
  }
}

export const eitherFinder =
  (keys: FindActor, tokens: FindActor): FindActor =>
  (sent) =>
    sent.split('.').length === 3 ? tokens(sent) : keys(sent)

const isOfTheToken = (error: unknown): boolean =>
  error instanceof errors.JOSEError && !/^ERR_JWKS_(TIMEOUT|INVALID)$|^ERR_JOSE_GENERIC$/.test(error.code)

function actorOf({ sub = '', scope, scp }: JWTPayload): Actor | null {
  if (typeof sub !== 'string' || isBlank(sub) || textFault(sub, 'subject') !== null) return null
  const words = [scope, scp].flatMap((each) =>
    typeof each === 'string' ? each.split(' ') : Array.isArray(each) ? each : [],
  )
  return {
    id: null,
    name: excerpt(sub, textBounds.subject.most),
    scopes: scopes.filter((each) => words.includes(each)),
  }
}
