import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { Refusal, refuse } from '../../errors.js'
import { excerpt } from '../input-bounds.js'
import { decodeBase64, encodeBase64 } from './base64.js'

// Signed notes (c2sp.org/signed-note): a text, an empty line, and a line for each signature. The public key of a signer
// has the form of Go's sumdb: NAME+ID+KEY.

const ed25519 = 1 // the type of a signature

export interface Verifier {
  readonly name: string
  /** The first four bytes of a hash of name and key. */
  readonly id: Buffer
  readonly key: KeyObject
}

export interface Signer extends Verifier {
  readonly privateKey: KeyObject
}

const mostSignatures = 100
const longestName = 255

export const isSignerName = (text: string): boolean =>
  text.length > 0 && text.length <= longestName && !/[\s+\p{Z}\p{Cc}\p{Cs}]/u.test(text)

export const signerOf = (name: string, privateKey: KeyObject): Signer => ({
  ...verifierOf(name, createPublicKey(privateKey)),
  privateKey,
})

function verifierOf(name: string, key: KeyObject): Verifier {
  const id = createHash('sha256')
    .update(`${name}\n`)
    .update(Buffer.of(ed25519))
    .update(rawKey(key))
    .digest()
    .subarray(0, 4)
  return { name, id, key }
}

const rawKey = (key: KeyObject): Buffer => Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url')

export const verifierText = ({ name, id, key }: Verifier): string =>
  `${name}+${id.toString('hex')}+${encodeBase64(Buffer.concat([Buffer.of(ed25519), rawKey(key)]))}`

/** Reads a public key as `verifierText` writes it. Throws BAD_USER_INPUT for anything else. */
export function parseVerifier(text: string): Verifier {
  const [, name = '', id = '', content = ''] = /^([^+]+)\+([0-9a-f]{8})\+([\w+/=]+)$/.exec(text) ?? []
  const bytes = decodeBase64(content)
  if (!isSignerName(name) || bytes === null || bytes.length !== 33 || bytes[0] !== ed25519)
    refuse(`"${excerpt(text)}" is not a public key. Write NAME+ID+KEY, as the server gives it at /history/key.`)
  const x = bytes.subarray(1).toString('base64url')
  const verifier = verifierOf(name, createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' }))
  if (verifier.id.toString('hex') !== id) refuse(`The public key "${excerpt(text)}" is damaged: its id is not ${id}.`)
  return verifier
}

/** Signs a text, which ends with a line feed. Equal texts have equal signatures. */
export function signNote(text: string, { name, id, privateKey }: Signer): string {
  const signature = sign(null, Buffer.from(text), privateKey)
  return `${text}\n\u2014 ${name} ${encodeBase64(Buffer.concat([id, signature]))}\n`
}

/**
 * Returns the text of a note. Throws CONFLICT unless it is signed by the verifier. Signatures of others, such as those of
 * witnesses, are ignored.
 */
export function verifyNote(note: string, { name, id, key }: Verifier): string {
  const end = note.lastIndexOf('\n\n') + 1
  const text = note.slice(0, end)
  const lines = note.slice(end + 1).split('\n')
  if (end === 0 || lines.pop() !== '' || lines.length === 0 || lines.length > mostSignatures)
    throw new Refusal('CONFLICT', 'The checkpoint is damaged: it has no lines of signatures.')
  let isSigned = false
  for (const line of lines) {
    const [, by, signature = ''] = /^\u2014 ([^ ]+) ([\w+/=]+)$/.exec(line) ?? []
    const bytes = decodeBase64(signature)
    if (by === undefined || bytes === null || bytes.length < 5)
      throw new Refusal('CONFLICT', `The checkpoint is damaged: "${excerpt(line)}" is not a signature.`)
    if (by !== name || !bytes.subarray(0, 4).equals(id)) continue
    if (!verify(null, Buffer.from(text), key, bytes.subarray(4)))
      throw new Refusal('CONFLICT', `The signature of ${name} is not that of this checkpoint.`)
    isSigned = true
  }
  if (!isSigned) throw new Refusal('CONFLICT', `The checkpoint is not signed with this key of ${name}.`)
  return text
}
