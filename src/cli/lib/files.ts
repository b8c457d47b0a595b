import { once } from 'node:events'
import { createReadStream, createWriteStream } from 'node:fs'
import { access, constants, realpath, rename, rm, stat } from 'node:fs/promises'
import { Writable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { excerpt } from '../../domain/input-bounds.js'
import { formatCount, Refusal } from '../../errors.js'
import { Exit, status, usageError } from './exit.js'
import { unwritten } from './output.js'

export async function checkReadable(
  file: string,
  most = Number.POSITIVE_INFINITY,
): Promise<{ readonly size: number; readonly regular: boolean }> {
  try {
    const found = await stat(file)
    if (found.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' })
    await access(file, constants.R_OK)
    if (found.size > most)
      throw usageError(
        `${excerpt(file, 200)} has ${formatCount(found.size)} bytes, and ${formatCount(most)} are allowed.`,
      )
    return { size: found.size, regular: found.isFile() }
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw usageError(`${excerpt(file, 200)} cannot be read: ${reasonOf(error)}.`)
  }
}

export async function readText(file: string, most: number): Promise<string> {
  return (await readBytes(file, most)).toString('utf8')
}

export async function readBytes(file: string, most: number): Promise<Buffer> {
  await checkReadable(file, most)
  const bytes = await buffer(createReadStream(file, { end: most })) // a pipe has no size: one byte more than allowed
  if (bytes.length > most)
    throw usageError(`${excerpt(file, 200)} has more than ${formatCount(most)} bytes, which is the limit.`)
  return bytes
}

type Pieces = Iterable<string> | AsyncIterable<string | Uint8Array>

interface Staging {
  readonly path: string
  readonly flush: boolean
  commit(): Promise<void>
  discard(): Promise<void>
}

/**
 * Returns FILE.part, which takes the place of the file when it is complete, or of the file that a link leads to. A device
 * or a pipe, such as /dev/null, is written itself: renaming would replace it by a file.
 */
export async function stagingOf(file: string): Promise<Staging> {
  const found = await stat(file).catch(() => null)
  if (found !== null && !found.isFile())
    return { path: file, flush: false, commit: async () => {}, discard: async () => {} }
  const target = found === null ? file : await realpath(file)
  const path = `${target}.part`
  const discard = () => rm(path, { force: true }).catch(() => {})
  return { path, flush: true, commit: () => rename(path, target), discard }
}

/** Writes a file that appears when it is complete. `-` is standard output. */
export async function writeWhole(file: string, texts: Pieces): Promise<void> {
  if (file === '-') return writeTo(standardOutput(), texts, unwritten)
  const failed = (error: NodeJS.ErrnoException): Error => {
    const message = `${file} cannot be written: ${reasonOf(error)}.`
    return usage.has(error.code ?? '') ? usageError(message) : new Exit(status.failed, message)
  }
  const { path, flush, commit, discard } = await stagingOf(file)
  try {
    const stream = createWriteStream(path, { flush })
    // A stream that is destroyed before it has opened its file would create the file behind `discard`.
    await once(stream, 'ready').catch((error) => Promise.reject(failed(error)))
    await writeTo(stream, texts, failed)
    await commit().catch((error) => Promise.reject(failed(error)))
  } catch (error) {
    await discard()
    throw error
  }
}

const standardOutput = (): Writable =>
  new Writable({
    decodeStrings: false,
    write: (text, _, done) => void process.stdout.write(text, (error) => done(error)),
  })

/** Throws the error of `texts` as it is, and an error of the stream as `failed` words it. */
async function writeTo(stream: Writable, texts: Pieces, failed: (error: NodeJS.ErrnoException) => Error) {
  let ofTexts: unknown
  const source = async function* (): AsyncGenerator<string | Uint8Array> {
    try {
      yield* texts
    } catch (error) {
      ofTexts = error
      throw error
    }
  }
  await pipeline(source, stream).catch((error) => {
    throw ofTexts ?? failed(error)
  })
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'permission is denied',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is not a folder',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
}

// Errors of the given path, as opposed to the system.
const usage: ReadonlySet<string> = new Set(['ENOENT', 'EACCES', 'EISDIR', 'ENOTDIR'])

const reasonOf = (error: unknown): string => {
  const { code = '', message } = error as NodeJS.ErrnoException
  return reasons[code] ?? message
}
