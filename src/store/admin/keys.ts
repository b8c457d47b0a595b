import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { type Actor, type Scope, scopes } from '../../domain/actor.js'
import { codeText } from '../../domain/codes/code-text.js'
import { boundedText, excerpt, isBlank, textBounds } from '../../domain/input-bounds.js'
import { Refusal, refuse } from '../../errors.js'
import type { ApiKey } from '../../generated/prisma/client.js'
import { advisoryLock } from '../database/advisory-locks.js'
import type { Database } from '../database/open.js'

/** The key as stored, without its hash. Times are RFC 3339, in UTC. */
export type Key = Readonly<ReturnType<typeof toKey>>

interface NewKey {
  readonly name: string
  readonly scopes: readonly Scope[]
  readonly expiresAt: Date | null
}

const minute = 60_000
const patience = minute // Prisma allows a transaction five seconds, too few under load
const largestId = 2_147_483_647
const keyPattern = /^ti_[\w-]{43}$/
const namePattern = /^(?!\d+$)[\p{L}\p{N}][\p{L}\p{N}\p{M} ._@-]{0,99}$/u

/**
 * Creates a key and returns its text (`ti_` and 43 characters), which is not stored. Throws BAD_USER_INPUT for an invalid
 * part, CONFLICT if a key that is not revoked has the name.
 */
export async function createKey({ prisma }: Database, given: NewKey): Promise<{ key: Key; text: string }> {
  const name = given.name.length > textBounds.code.most ? given.name : codeText(given.name)
  const { expiresAt } = given
  refuseInvalid({ ...given, name })
  const text = `ti_${randomBytes(32).toString('base64url')}`
  const key = await prisma.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${advisoryLock('apiKeys')})`
      if ((await tx.apiKey.count({ where: { name, revokedAt: null } })) > 0)
        throw new Refusal(
          'CONFLICT',
          `A key that is not revoked has the name "${name}". Revoke that one first, or choose another name.`,
        )
      return tx.apiKey.create({ data: { name, hash: hashOf(text), scopes: [...new Set(given.scopes)], expiresAt } })
    },
    { timeout: patience, maxWait: patience },
  )
  return { key: toKey(key), text }
}

export async function listKeys({ prisma }: Database): Promise<Key[]> {
  return (await prisma.apiKey.findMany({ orderBy: { id: 'asc' } })).map(toKey)
}

/** Revokes a key by its name or id. Throws NOT_FOUND if there is none that is not revoked. */
export async function revokeKey({ prisma }: Database, given: string): Promise<Key> {
  const nameOrId = codeText(boundedText('name', given, 'title'))
  const id = Number(nameOrId)
  const which = !/^\d+$/.test(nameOrId) ? { name: nameOrId } : { id: id > largestId ? 0 : id }
  const data = { revokedAt: new Date() }
  const [revoked] = await prisma.apiKey.updateManyAndReturn({ where: { ...which, revokedAt: null }, data })
  if (revoked !== undefined) return toKey(revoked)
  const left = await prisma.apiKey.findMany({ where: { revokedAt: null }, orderBy: { name: 'asc' } })
  const hint = left.length === 0 ? 'No key is in use.' : `In use: ${left.map(({ name }) => name).join(', ')}.`
  throw new Refusal('NOT_FOUND', `There is no key "${excerpt(nameOrId)}" that is in use. ${hint}`)
}

/**
 * Returns the actor of a key, or null if the key is unknown, expired or revoked. Records its use at most once a minute, in
 * the background; `failed` receives the error.
 */
export async function findKey(
  { prisma }: Database,
  text: string,
  failed: (error: unknown) => void,
): Promise<Actor | null> {
  if (!keyPattern.test(text)) return null
  const hash = hashOf(text)
  const row = await prisma.apiKey.findUnique({ where: { hash } })
  if (row === null || !timingSafeEqual(Buffer.from(row.hash), Buffer.from(hash))) return null
  const now = new Date()
  if (row.revokedAt !== null || (row.expiresAt !== null && row.expiresAt <= now)) return null
  const before = new Date(now.getTime() - minute)
  if (row.lastUsedAt === null || row.lastUsedAt <= before) {
    const where = { id: row.id, OR: [{ lastUsedAt: null }, { lastUsedAt: { lte: before } }] }
    prisma.apiKey.updateMany({ where, data: { lastUsedAt: now } }).catch(failed)
  }
  return toActor(row)
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

const toActor = ({ id, name, scopes: given }: ApiKey): Actor & { id: number } => ({
  id,
  name,
  scopes: scopes.filter((scope) => given.includes(scope)),
})

const toKey = (row: ApiKey) => ({
  ...toActor(row),
  createdAt: row.createdAt.toISOString(),
  lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  expiresAt: row.expiresAt?.toISOString() ?? null,
  revokedAt: row.revokedAt?.toISOString() ?? null,
})

function refuseInvalid({ name, scopes: given, expiresAt }: NewKey): void {
  if (!namePattern.test(name) || isBlank(name))
    refuse(
      `"${excerpt(name)}" is not a valid name of a key. Use at most 100 letters, digits, spaces and the characters . _ @ -, beginning with a letter or digit. A number alone is not allowed.`,
    )
  if (given.length === 0) refuse(`A key requires at least one scope: ${scopes.join(', ')}.`)
  if (expiresAt !== null && expiresAt <= new Date())
    refuse(`A key that expires at ${expiresAt.toISOString()} would never be accepted. Give a time in the future.`)
}
