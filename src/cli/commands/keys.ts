import { Command, Option } from 'commander'
import { type Scope, scopes } from '../../domain/actor.js'
import { parseInstant } from '../../domain/periods/instant.js'
import { Refusal } from '../../errors.js'
import { createKey, type Key, listKeys, revokeKey } from '../../store/admin/keys.js'
import { print, say, table } from '../lib/output.js'
import { withStore } from '../lib/store.js'

/** `indicators keys create|list|revoke`: the keys of publishers. */
export function keysCommand(env: NodeJS.ProcessEnv): Command {
  return new Command('keys')
    .description('Make, list and revoke the keys that publishers send; reading needs none.')
    .addCommand(create(env))
    .addCommand(list(env))
    .addCommand(revoke(env))
}

const asJson = ['--json', 'print JSON, for programs'] as const

interface Created {
  readonly scope: Scope
  readonly expires?: string
  readonly json?: boolean
}

function create(env: NodeJS.ProcessEnv): Command {
  return new Command('create')
    .description('Make a key and print it. It is shown this once: the store keeps only its hash.')
    .argument('<name>', 'whose or what for: letters, digits, spaces and . _ @ -')
    .addOption(new Option('--scope <scope>', 'what it allows').choices(scopes).makeOptionMandatory())
    .option('--expires <date>', 'refuse it from then on: 2027-01-31 (0:00 UTC) or 2027-01-31T12:00:00+08:00')
    .option(...asJson)
    .action(async (name: string, { scope, expires, json = false }: Created) => {
      const expiresAt = expires === undefined ? null : parseExpiry(expires)
      const { key, text } = await withStore(env, (database) =>
        createKey(database, { name, scopes: [scope], expiresAt }),
      )
      await print(json, { ...key, key: text }, [text])
      say('This key is shown only once. Send it as the header Authorization: Bearer KEY.')
    })
}

function list(env: NodeJS.ProcessEnv): Command {
  return new Command('list')
    .description('List every key, revoked and expired ones included; never the keys themselves.')
    .option(...asJson)
    .action(async ({ json = false }: { json?: boolean }) => {
      const keys = await withStore(env, listKeys)
      await print(json, keys, table(head, keys.map(row)))
      if (keys.length === 0) say('There is no key.')
    })
}

function revoke(env: NodeJS.ProcessEnv): Command {
  return new Command('revoke')
    .description('Refuse a key from now on, for good.')
    .argument('<name>', 'its name, or its id')
    .option(...asJson)
    .action(async (name: string, { json = false }: { json?: boolean }) => {
      const key = await withStore(env, (database) => revokeKey(database, name))
      await print(json, key, [`revoked ${key.name}`])
    })
}

const head = ['ID', 'NAME', 'SCOPES', 'CREATED', 'LAST USED', 'EXPIRES', 'REVOKED']

const row = ({ id, name, scopes: allowed, createdAt, lastUsedAt, expiresAt, revokedAt }: Key): string[] => [
  String(id),
  name,
  allowed.join(','),
  ...[createdAt, lastUsedAt, expiresAt, revokedAt].map((at) => at?.replace(/\.\d+Z$/, 'Z') ?? '-'),
]

function parseExpiry(text: string): Date {
  try {
    return parseInstant(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00Z` : text).at
  } catch {
    const right = 'Write a day, as in 2027-01-31, or a moment, as in 2027-01-31T12:00:00+08:00.'
    throw new Refusal('BAD_USER_INPUT', `--expires "${text.slice(0, 40)}" is not a date. ${right}`)
  }
}
