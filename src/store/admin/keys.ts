import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { type Actor, type Scope, scopes } from '../../domain/actor.js'
import { codeText } from '../../domain/codes/code-text.js'
import { boundedText, excerpt, textBounds } from '../../domain/input-bounds.js'
import { Refusal } from '../../errors.js'
import type { ApiKey } from '../../generated/prisma/client.js'
import { advisoryLock } from '../database/advisory-locks.js'
import type { Database } from '../database/open.js'

/** A key as the store has it, without its text and its hash. Moments are RFC 3339, in UTC. */
export interface Key extends Actor {
  readonly id: number
  readonly createdAt: string
  /** To the minute. */
  readonly lastUsedAt: string | null
  /** From then on it is refused. */
  readonly expiresAt: string | null
  readonly revokedAt: string | null
}

/** What a key is made from; it never expires where `expiresAt` is null. */
export interface NewKey {
  readonly name: string
  readonly scopes: readonly Scope[]
  readonly expiresAt: Date | null
}

const minute = 60_000
const largestId = 2_147_483_647
const shape = /^ti_[\w-]{43}$/
const names = /^(?!\d+$)[\p{L}\p{N}][\p{L}\p{N}\p{M} ._@-]{0,99}$/u

/**
 * Makes a key and gives its text (`ti_` and 43 letters), which is not kept and cannot be had again. BAD_USER_INPUT where
 * a part is wrong, CONFLICT where a key that is not revoked has the name.
 */
export async function createKey({ prisma }: Database, given: NewKey): Promise<{ key: Key; text: string }> {
  const name = given.name.length > textBounds.code.most ? given.name : codeText(given.name)
  const { expiresAt } = given
  refuseWrong({ ...given, name })
  const text = `ti_${randomBytes(32).toString('base64url')}`
  const key = await prisma.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${advisoryLock('apiKeys')})`
    if ((await tx.apiKey.count({ where: { name, revokedAt: null } })) > 0)
      throw new Refusal(
        'CONFLICT',
        `A key that is not revoked has the name "${name}". Revoke that one first, or choose another name.`,
      )
    return tx.apiKey.create({ data: { name, hash: hashOf(text), scopes: [...new Set(given.scopes)], expiresAt } })
  })
  return { key: toKey(key), text }
}

/** Every key, in the order in which they were made, revoked and expired ones included. */
export async function listKeys({ prisma }: Database): Promise<Key[]> {
  return (await prisma.apiKey.findMany({ orderBy: { id: 'asc' } })).map(toKey)
}

/** Revokes the key that has a name or an id, for good. NOT_FOUND where there is none that is not revoked already. */
export async function revokeKey({ prisma }: Database, given: string): Promise<Key> {
  const nameOrId = codeText(boundedText('name', given, 'title'))
  const id = Number(nameOrId)
  const which = !/^\d+$/.test(nameOrId) ? { name: nameOrId } : { id: id > largestId ? 0 : id }
  const data = { revokedAt: new Date() }
  const [revoked] = await prisma.apiKey.updateManyAndReturn({ where: { ...which, revokedAt: null }, data })
  if (revoked !== undefined) return toKey(revoked)
  const left = await prisma.apiKey.findMany({ where: { revokedAt: null }, orderBy: { name: 'asc' } })
  const hint = left.length === 0 ? 'No key is.' : `In use: ${left.map(({ name }) => name).join(', ')}.`
  throw new Refusal('NOT_FOUND', `There is no key "${excerpt(nameOrId)}" that is in use. ${hint}`)
}

/**
 * Who a key's text stands for; null where it is none, has expired or is revoked. That it was used is recorded at most
 * once a minute, by nobody waited for: where that fails, `failed` is told.
 */
export async function findKey(
  { prisma }: Database,
  text: string,
  failed: (error: unknown) => void,
): Promise<Actor | null> {
  if (!shape.test(text)) return null
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

const toKey = (row: ApiKey): Key => ({
  ...toActor(row),
  createdAt: row.createdAt.toISOString(),
  lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  expiresAt: row.expiresAt?.toISOString() ?? null,
  revokedAt: row.revokedAt?.toISOString() ?? null,
})

function refuseWrong({ name, scopes: given, expiresAt }: NewKey): void {
  const refuse = (message: string): never => {
    throw new Refusal('BAD_USER_INPUT', message)
  }
  if (!names.test(name))
    refuse(
      `"${excerpt(name)}" cannot name a key: write at most 100 letters, digits, spaces or any of . _ @ -, beginning with a letter or digit, and not a number alone.`,
    )
  if (given.length === 0) refuse(`A key needs a scope: ${scopes.join(', ')}.`)
  if (expiresAt !== null && expiresAt <= new Date())
    refuse(`A key that expires at ${expiresAt.toISOString()} would never be accepted: give a moment to come.`)
}
