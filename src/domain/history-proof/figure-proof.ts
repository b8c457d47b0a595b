import { formatCount, Refusal } from '../../errors.js'
import { decodeBase64, encodeBase64 } from './base64.js'
import { type Checkpoint, openCheckpoint } from './checkpoint.js'
import { blockLines, type FigureLine, findFigure } from './figure-line.js'
import { type Hash, hashLeaf, rootOfInclusion } from './merkle.js'
import type { Verifier } from './signed-note.js'
import { readLeaf, type SignedRelease, type VersionLeaf } from './version-leaf.js'

export interface FigureName {
  readonly release: string
  readonly series: string
  readonly period: string
}

/**
 * The line of a figure, and the hashes that lead from it to a signed checkpoint. The places of its block in the release
 * and of its version in the history, `index`, begin with 0.
 */
export interface FigureProof extends FigureName {
  /** The lines of the block that has the figure, each with its line feed. */
  readonly lines: string
  readonly block: number
  readonly blockPath: readonly Hash[]
  readonly leaf: string
  readonly leafPath: readonly Hash[]
  readonly index: number
  readonly checkpoint: string
}

export interface Proven {
  readonly figure: FigureLine
  readonly release: SignedRelease
  readonly version: VersionLeaf
  readonly checkpoint: Checkpoint
}

export const notSigned = (): Refusal =>
  new Refusal('NOT_FOUND', 'This server does not sign its history: it has no SIGNING_KEY.')

// A file of a proof is a proof of c2sp.org/tlog-proof, whose extra data is JSON: the figure, its block and the leaf.

const format = 'c2sp.org/tlog-proof@v1'
export const mostProofBytes = 16_777_216
const mostHashes = 64

export function writeProof({ index, leafPath, checkpoint, ...rest }: FigureProof): string {
  const extra = Buffer.from(extraOf(rest)).toString('base64')
  const hashes = leafPath.map((hash) => `${encodeBase64(hash)}\n`).join('')
  return `${format}\nextra ${extra}\nindex ${index}\n${hashes}\n${checkpoint}`
}

type Extra = Omit<FigureProof, 'index' | 'leafPath' | 'checkpoint'>

const extraOf = ({ release, series, period, lines, block, blockPath, leaf }: Extra): string =>
  JSON.stringify({ release, series, period, lines, block, blockPath: blockPath.map(encodeBase64), leaf })

/** Reads a proof. Throws CONFLICT for text that `writeProof` does not write: each byte has a meaning. */
export function readProof(text: string): FigureProof {
  if (text.length > mostProofBytes)
    throw damaged(`it has more than ${formatCount(mostProofBytes)} characters, which is the limit`)
  const end = text.indexOf('\n\n')
  const [first, second = '', third = '', ...hashes] = text.slice(0, Math.max(end, 0)).split('\n')
  if (first !== format) throw damaged(`its first line must be ${format}`)
  const [, index] = /^index (0|[1-9]\d{0,9})$/.exec(third) ?? []
  const extra = parsedExtra(decodeBase64(/^extra (.+)$/.exec(second)?.[1] ?? '')?.toString() ?? '')
  const leafPath = decodedHashes(hashes)
  if (index === undefined || extra === null || leafPath === null) throw damaged('a line of it is not as it was written')
  const proof = { ...extra, index: Number(index), leafPath, checkpoint: text.slice(end + 2) }
  if (writeProof(proof) !== text) throw damaged('it is not as it was written')
  return proof
}

const damaged = (what: string): Refusal => new Refusal('CONFLICT', `The file is not an intact proof: ${what}.`)

const isText = (value: unknown): value is string => typeof value === 'string'

function parsedExtra(text: string): Extra | null {
  try {
    const value = JSON.parse(text)
    const { release, series, period, lines, block, leaf } = value
    const blockPath = Array.isArray(value.blockPath) ? decodedHashes(value.blockPath) : null
    const texts = [release, series, period, lines, leaf]
    if (!texts.every(isText) || !Number.isInteger(block) || block < 0 || blockPath === null) return null
    return { release, series, period, lines, block, blockPath, leaf }
  } catch {
    return null
  }
}

function decodedHashes(texts: readonly unknown[]): Hash[] | null {
  const hashes = texts.map((text) => (isText(text) ? decodeBase64(text) : null))
  return hashes.length <= mostHashes && hashes.every((hash) => hash?.length === 32) ? (hashes as Hash[]) : null
}

/**
 * Verifies a proof with the public key of the history, without a store. Throws CONFLICT, with the step that fails, unless
 * the history that the key signed has the figure as the proof states it. `expected` is the figure that is asked about.
 */
export function verifyProof(text: string, verifier: Verifier, expected: FigureName): Proven {
  const proof = readProof(text)
  const { release, series, period } = proof
  if (release !== expected.release || series !== expected.series || period !== expected.period)
    throw new Refusal('CONFLICT', `The proof is about another figure: ${release} ${series} ${period}.`)
  const checkpoint = openCheckpoint(proof.checkpoint, verifier)
  const version = readLeaf(proof.leaf)
  const root = rootOfInclusion(proof.index, checkpoint.size, hashLeaf(proof.leaf), proof.leafPath)
  if (root === null || Buffer.compare(root, checkpoint.root) !== 0)
    throw new Refusal('CONFLICT', `Version ${version.version} in the proof is not that of the signed history.`)
  if (version.version !== proof.index + 1)
    throw new Refusal('CONFLICT', `The leaf ${proof.index} of the history calls itself version ${version.version}.`)
  const { imported } = version
  if (imported?.code !== release)
    throw new Refusal('CONFLICT', `Version ${version.version} is not the import of ${release}.`)
  const blocks = Math.ceil(imported.figures / blockLines)
  const own = rootOfInclusion(proof.block, blocks, hashLeaf(proof.lines), proof.blockPath)
  if (own === null || encodeBase64(own) !== imported.root)
    throw new Refusal('CONFLICT', `The figures in the proof are not those of ${release} in the signed history.`)
  return { figure: figureOf(proof), release: imported, version, checkpoint }
}

function figureOf({ lines, release, series, period }: FigureProof): FigureLine {
  const figure = findFigure(lines, series, period)
  if (figure !== null) return figure
  throw new Refusal('CONFLICT', `The block in the proof has no figure of ${release} for ${series} and ${period}.`)
}
