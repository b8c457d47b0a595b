import { Refusal } from '../../errors.js'

/**
 * The metadata of a release, the digest of its file in hexadecimal, and the root of the tree of its blocks in base64.
 */
export interface SignedRelease {
  readonly code: string
  readonly dataset: string
  readonly title: string
  readonly publisher: string
  readonly publishedAt: string
  readonly stage: string
  readonly url: string | null
  readonly note: string | null
  readonly sha256: string | null
  /** The number of its figures, those that it printed again unchanged included. */
  readonly figures: number
  readonly root: string
}

export interface VersionLeaf {
  readonly version: number
  readonly stamp: string
  readonly time: string
  readonly imported: SignedRelease | null
  readonly retracted: { readonly code: string; readonly at: string; readonly reason: string } | null
  /** The entries of code lists that it added or ended, changed ones as both, and the SHA-256 of their lines. */
  readonly codes: { readonly added: number; readonly ended: number; readonly sha256: string } | null
}

const format = 'trade-indicators version 2'
const most = 100_000

/** Writes the bytes that are hashed: JSON without spaces, fields in this order. */
export function writeLeaf({ version, stamp, time, imported, retracted, codes }: VersionLeaf): string {
  return JSON.stringify({
    format,
    version,
    stamp,
    time,
    imported: imported && ordered(imported, releaseFields),
    retracted: retracted && ordered(retracted, ['code', 'at', 'reason']),
    codes: codes && ordered(codes, ['added', 'ended', 'sha256']),
  })
}

/** Reads a leaf. Throws CONFLICT for text that `writeLeaf` does not write. */
export function readLeaf(text: string): VersionLeaf {
  const leaf = text.length > most ? null : parsed(text)
  if (leaf === null || writeLeaf(leaf) !== text)
    throw new Refusal('CONFLICT', 'The proof is damaged: it does not contain a version in the form that is signed.')
  return leaf
}

const releaseFields = [
  'code',
  'dataset',
  'title',
  'publisher',
  'publishedAt',
  'stage',
  'url',
  'note',
  'sha256',
  'figures',
  'root',
] as const satisfies readonly (keyof SignedRelease)[]

const ordered = <T extends object>(value: T, fields: readonly (keyof T)[]): object =>
  Object.fromEntries(fields.map((field) => [field, value[field] ?? null]))

function parsed(text: string): VersionLeaf | null {
  try {
    const { format: given, ...leaf } = JSON.parse(text)
    return given === format && Number.isInteger(leaf.version) ? leaf : null
  } catch {
    return null
  }
}
