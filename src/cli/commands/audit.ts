import { stat } from 'node:fs/promises'
import { Command } from 'commander'
import { decodeBase64 } from '../../domain/history-proof/base64.js'
import { type Checkpoint, openCheckpoint } from '../../domain/history-proof/checkpoint.js'
import { type Hash, isConsistent } from '../../domain/history-proof/merkle.js'
import type { Verifier } from '../../domain/history-proof/signed-note.js'
import { formatCount, Refusal } from '../../errors.js'
import { usageError } from '../lib/exit.js'
import { readText, writeWhole } from '../lib/files.js'
import { asJson, counted, print } from '../lib/output.js'
import { verifierFrom } from '../lib/verifier.js'

interface Options {
  readonly key: string
  readonly checkpoint: string
  readonly json?: boolean
}

const mostBytes = 100_000
const timeLimit = 60_000 // milliseconds

export function auditCommand(): Command {
  return new Command('audit')
    .description(
      'Verify that the signed history of a server continues the one of the last audit. The exit status is 1 if it does not.',
    )
    .argument('<server>', 'the address of the server: https://stats.example.org')
    .requiredOption('--key <key>', 'the public key of the history, NAME+ID+KEY, or a file that contains it')
    .requiredOption(
      '--checkpoint <file>',
      'the file of the last checkpoint, which is created, and replaced if it is continued',
    )
    .option(...asJson)
    .action(async (server: string, { key, checkpoint: file, json = false }: Options) => {
      const verifier = await verifierFrom(key)
      const get = documentsOf(server)
      const last = await readLast(file, verifier)
      const note = await get('checkpoint')
      const newest = openCheckpoint(note, verifier)
      if (last !== null) await refuseRewritten(last, newest, get)
      if (last === null || newest.size > last.size) await writeWhole(file, [note])
      const { origin, size } = newest
      const from = last?.size ?? null
      await print(json, { origin, from, size }, [sentence(origin, from, size)])
    })
}

const sentence = (origin: string, from: number | null, size: number): string =>
  from === null
    ? `${origin} has ${counted(size, 'signed version')}. This is the first audit.`
    : `${origin} has ${counted(size, 'signed version')}, and the first ${from} are those of the last audit.`

async function readLast(file: string, verifier: Verifier): Promise<Checkpoint | null> {
  const isFirst = await stat(file).then(
    () => false,
    ({ code }: NodeJS.ErrnoException) => code === 'ENOENT',
  )
  return isFirst ? null : openCheckpoint(await readText(file, mostBytes), verifier)
}

type Get = (document: string) => Promise<string>

async function refuseRewritten(last: Checkpoint, newest: Checkpoint, get: Get): Promise<void> {
  if (newest.size < last.size)
    throw new Refusal(
      'CONFLICT',
      `${newest.origin} shows ${newest.size} versions, and the last audit has seen ${last.size}: it has lost changes, or the server is behind. Keep the checkpoint of the last audit.`,
    )
  const hashes = await get(`consistency?from=${last.size}&to=${newest.size}`).catch((error) => {
    if (error instanceof Refusal && error.code === 'BAD_USER_INPUT') return null // it does not know its own head
    throw error
  })
  const path = hashes?.split('\n').slice(0, -1).map(decodeBase64) ?? []
  const isWhole = path.every((hash): hash is Buffer => hash?.length === 32)
  if (hashes === null || !isWhole || !isConsistent(last, newest, path as Hash[]))
    throw new Refusal(
      'CONFLICT',
      `The history of ${newest.origin} was rewritten: its ${newest.size} versions do not continue the ${last.size} of the last audit. Keep both checkpoints: they prove it.`,
    )
}

function documentsOf(server: string): Get {
  const base = URL.canParse(server) ? new URL(server) : null
  if (base === null || !/^https?:$/.test(base.protocol))
    throw usageError(`"${server.slice(0, 100)}" is not an address. Write it like https://stats.example.org.`)
  return async (document) => {
    const url = `${base.href.replace(/\/$/, '')}/history/${document}`
    const unreachable = (error: Error): never => {
      throw new Refusal('UNAVAILABLE', `The server ${base.host} cannot be reached: ${error.message}.`)
    }
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(timeLimit) }).catch(unreachable)
    const text = await textOf(response).catch(unreachable)
    if (response.ok && text !== null) return text
    const code = response.status === 400 ? 'BAD_USER_INPUT' : 'UNAVAILABLE'
    const answer = text === null ? `more than ${formatCount(mostBytes)} bytes` : text.slice(0, 300).trim()
    throw new Refusal(code, `${url} answers ${response.status}: ${answer}`)
  }
}

/** Reads the text of a response; null if it is longer than a checkpoint or a proof. */
async function textOf({ body }: Response): Promise<string | null> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of body ?? []) {
    size += piece.length
    if (size > mostBytes) return null
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString()
}
