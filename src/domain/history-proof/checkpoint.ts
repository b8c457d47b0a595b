import { Refusal } from '../../errors.js'
import { decodeBase64, encodeBase64 } from './base64.js'
import type { Hash } from './merkle.js'
import { type Signer, signNote, type Verifier, verifyNote } from './signed-note.js'

/** The head of a tree of versions (c2sp.org/tlog-checkpoint): the first `size` versions of a store have this root. */
export interface Checkpoint {
  readonly origin: string
  readonly size: number
  readonly root: Hash
}

export const signCheckpoint = ({ origin, size, root }: Checkpoint, signer: Signer): string =>
  signNote(`${origin}\n${size}\n${encodeBase64(root)}\n`, signer)

/** Reads a checkpoint. Throws CONFLICT unless the verifier signed it under its own name. */
export function openCheckpoint(note: string, verifier: Verifier): Checkpoint {
  const [origin = '', size = '', root = '', ...rest] = verifyNote(note, verifier).split('\n')
  const hash = decodeBase64(root)
  const isWhole = /^(0|[1-9]\d{0,9})$/.test(size)
  if (origin !== verifier.name || !isWhole || hash?.length !== 32 || rest.at(-1) !== '')
    throw new Refusal('CONFLICT', `The signed text is not a checkpoint of ${verifier.name}.`)
  return { origin, size: Number(size), root: hash }
}
