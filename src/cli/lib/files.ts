import { createReadStream, createWriteStream } from 'node:fs'
import { access, constants, rename, rm, stat } from 'node:fs/promises'
import { Writable } from 'node:stream'
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
  await checkReadable(file, most)
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of createReadStream(file)) {
    size += chunk.length
    if (size > most)
      throw usageError(`${excerpt(file, 200)} has more than ${formatCount(most)} bytes, which is the limit.`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

type Pieces = Iterable<string> | AsyncIterable<string | Uint8Array>

/** Writes a file to FILE.part, and renames it when it is complete. `-` is standard output. */
export async function writeWhole(file: string, texts: Pieces): Promise<void> {
  if (file === '-') return writeOut(texts)
  const part = `${file}.part`
  const { source, failure } = watched(texts)
  try {
    await pipeline(source, createWriteStream(part, { flush: true }))
    await rename(part, file)
  } catch (error) {
    await rm(part, { force: true }).catch(() => {})
    if (failure() !== undefined) throw failure()
    const message = `${file} cannot be written: ${reasonOf(error)}.`
    const isPath = usage.has((error as NodeJS.ErrnoException).code ?? '')
    throw isPath ? usageError(message) : new Exit(status.failed, message)
  }
}

function watched(texts: Pieces): { source: () => AsyncGenerator<string | Uint8Array>; failure: () => unknown } {
  let failed: unknown
  const source = async function* (): AsyncGenerator<string | Uint8Array> {
    try {
      yield* texts
    } catch (error) {
      failed = error
      throw error
    }
  }
  return { source, failure: () => failed }
}

async function writeOut(texts: Pieces): Promise<void> {
  const { source, failure } = watched(texts)
  const out = new Writable({
    decodeStrings: false,
    write: (text, _, done) => void process.stdout.write(text, (error) => done(error)),
  })
  try {
    await pipeline(source, out)
  } catch (error) {
    throw failure() ?? unwritten(error as NodeJS.ErrnoException)
  }
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
