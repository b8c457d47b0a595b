import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import { chmod, readFile, stat, writeFile } from 'node:fs/promises'
import { isSignerName, type Signer, signerOf } from '../domain/history-proof/signed-note.js'
import { excerpt } from '../domain/input-bounds.js'
import { Refusal, refuse } from '../errors.js'

const mostBytes = 10_000

/** Creates a private key of Ed25519 in a new file (PKCS #8, PEM), which only its owner can read. */
export async function createSigningKey(file: string, origin: string | null): Promise<Signer> {
  if (origin !== null) refuseName(origin)
  const { privateKey } = generateKeyPairSync('ed25519')
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' })
  await writeFile(file, pem, { flag: 'wx', mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST')
      throw new Refusal('CONFLICT', `${excerpt(file, 200)} exists already. A signing key is never overwritten.`)
    refuse(`${excerpt(file, 200)} cannot be written: ${error.message}.`)
  })
  await chmod(file, 0o600)
  return readSigningKey(file, origin)
}

/**
 * Reads the key with which a history is signed. The name is that of the history; without one it is made from the public key.
 * Throws BAD_USER_INPUT if the file is not a private key of Ed25519.
 */
export async function readSigningKey(file: string, origin: string | null): Promise<Signer> {
  if (origin !== null) refuseName(origin)
  const shown = excerpt(file, 200)
  const found = await stat(file).catch((error: Error) =>
    refuse(`The signing key ${shown} cannot be read: ${error.message}.`),
  )
  if (!found.isFile() || found.size > mostBytes)
    refuse(`The signing key ${shown} is not a file of at most ${mostBytes} bytes.`)
  const pem = await readFile(file, 'utf8').catch((error: Error) =>
    refuse(`The signing key ${shown} cannot be read: ${error.message}.`),
  )
  try {
    const key = createPrivateKey(pem)
    if (key.asymmetricKeyType === 'ed25519') return signerOf(origin ?? nameOf(key), key)
  } catch {
    // refused below
  }
  return refuse(`${shown} is not a private key of Ed25519 in PEM. Create one with "indicators keys signing FILE".`)
}

const nameOf = (key: Parameters<typeof createPublicKey>[0]): string => {
  const der = createPublicKey(key).export({ type: 'spki', format: 'der' })
  return `trade-indicators/${createHash('sha256').update(der).digest('hex').slice(0, 16)}`
}

function refuseName(origin: string): void {
  if (!isSignerName(origin))
    refuse(
      `"${excerpt(origin)}" cannot be the name of a history. Write a name such as stats.example.org/history: at most 255 characters, no spaces and no "+".`,
    )
}
