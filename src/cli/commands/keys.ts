import { Command, Option } from 'commander'
import { type Scope, scopes } from '../../domain/actor.js'
import { parseInstant } from '../../domain/periods/instant.js'
import { Refusal } from '../../errors.js'
import { createKey, type Key, listKeys, revokeKey } from '../../store/admin/keys.js'
import { asJson, momentText, print, say, table } from '../lib/output.js'
import { withStore } from '../lib/store.js'

export function keysCommand(env: NodeJS.ProcessEnv): Command {
  return new Command('keys')
    .description(
      'Manage the API keys of publishers, and create the key that signs the history. Reading requires no key.',
    )
    .addCommand(create(env))
    .addCommand(list(env))
    .addCommand(revoke(env))
    .addCommand(signing(env))
}

interface Created {
  readonly scope: Scope
  readonly expires?: string
  readonly json?: boolean
}

function create(env: NodeJS.ProcessEnv): Command {
  return new Command('create')
    .description('Create a key and print it. It is shown only once, as the store keeps its hash.')
    .argument('<name>', 'the owner or purpose: letters, digits, spaces and . _ @ -')
    .addOption(new Option('--scope <scope>', 'the permitted actions').choices(scopes).makeOptionMandatory())
    .option('--expires <date>', 'the time of expiry: 2027-01-31 (0:00 UTC) or 2027-01-31T12:00:00+08:00')
    .option(...asJson)
    .action(async (name: string, { scope, expires, json = false }: Created) => {
      const expiresAt = expires === undefined ? null : parseExpiry(expires)
      const { key, text } = await withStore(env, (database) =>
        createKey(database, { name, scopes: [scope], expiresAt }),
      )
      await print(json, { ...key, key: text }, [text])
      say('This key is shown only once. Send it in the header Authorization: Bearer KEY.')
    })
}

function list(env: NodeJS.ProcessEnv): Command {
  return new Command('list')
    .description('List the keys by name, including revoked and expired ones.')
    .option(...asJson)
    .action(async ({ json = false }: { json?: boolean }) => {
      const keys = await withStore(env, listKeys)
      await print(json, keys, table(head, keys.map(row)))
      if (keys.length === 0) say('There are no keys.')
    })
}

function revoke(env: NodeJS.ProcessEnv): Command {
  return new Command('revoke')
    .description('Revoke a key permanently.')
    .argument('<name>', 'the name or id of the key')
    .option(...asJson)
    .action(async (name: string, { json = false }: { json?: boolean }) => {
      const key = await withStore(env, (database) => revokeKey(database, name))
      await print(json, key, [`revoked ${key.name}`])
    })
}

function signing(env: NodeJS.ProcessEnv): Command {
  return new Command('signing')
    .description(
      'Create a key that signs the history in a new file, and print its public key. The store does not keep it.',
    )
    .argument('<file>', 'the file of the private key, which SIGNING_KEY names')
    .option(
      '--origin <name>',
      'the name of the history, as SIGNING_ORIGIN (default: SIGNING_ORIGIN, or made from the key)',
    )
    .option(...asJson)
    .action(async (file: string, { origin, json = false }: { origin?: string; json?: boolean }) => {
      const { createSigningKey } = await import('../../history/signing-key.js')
      const { verifierText } = await import('../../domain/history-proof/signed-note.js')
      const signer = await createSigningKey(file, origin ?? (env['SIGNING_ORIGIN']?.trim() || null))
      const publicKey = verifierText(signer)
      await print(json, { file, origin: signer.name, publicKey }, [publicKey])
      say('Publish this public key where readers trust it. Keep a copy of the file in a safe place.')
    })
}

const head = ['ID', 'NAME', 'SCOPES', 'CREATED', 'LAST USED', 'EXPIRES', 'REVOKED']

const row = ({ id, name, scopes: allowed, createdAt, lastUsedAt, expiresAt, revokedAt }: Key): string[] => [
  String(id),
  name,
  allowed.join(','),
  ...[createdAt, lastUsedAt, expiresAt, revokedAt].map(momentText),
]

function parseExpiry(text: string): Date {
  try {
    return parseInstant(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00Z` : text).at
  } catch {
    const advice = 'Write a day, like 2027-01-31, or a time, like 2027-01-31T12:00:00+08:00.'
    throw new Refusal('BAD_USER_INPUT', `--expires "${text.slice(0, 40)}" is not a date. ${advice}`)
  }
}
