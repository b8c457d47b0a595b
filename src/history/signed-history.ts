import { type Checkpoint, signCheckpoint } from '../domain/history-proof/checkpoint.js'
import type { FigureName, FigureProof } from '../domain/history-proof/figure-proof.js'
import type { Hash, MerkleTree } from '../domain/history-proof/merkle.js'
import { type Signer, verifierText } from '../domain/history-proof/signed-note.js'
import { Refusal, refuse } from '../errors.js'
import type { Database } from '../store/database/open.js'
import { versionOf } from '../store/database/versions.js'
import { readHead, recordHead } from '../store/history/heads.js'
import { readLeaves } from '../store/history/leaves.js'
import { notMade, readPrintedBlock } from '../store/history/printed-block.js'
import { HistoryTree } from '../store/history/tree.js'
import type { View } from '../store/query/view.js'
import type { HeadFile } from './head-file.js'

/**
 * The history of a store, signed with a key. A head is signed only if it continues every head that is known to be signed
 * under the same name: the last one of this process, of the store, and of the file beside the key.
 */
export class SignedHistory {
  readonly verifier: string
  readonly #database: Database
  readonly #signer: Signer
  readonly #file: HeadFile
  readonly #tree: HistoryTree
  readonly #notKept: (error: unknown) => void
  #last: Checkpoint | null = null
  #signing: Promise<unknown> = Promise.resolve()

  /** `notKept` receives an error of writing the file beside the key, without which only the store remembers. */
  constructor(database: Database, signer: Signer, file: HeadFile, notKept: (error: unknown) => void) {
    this.#database = database
    this.#signer = signer
    this.#file = file
    this.#notKept = notKept
    this.#tree = new HistoryTree(database)
    this.verifier = verifierText(signer)
  }

  /**
   * Signs the head of the first versions, by default of all that have a leaf. Throws CONFLICT if the store has another
   * history than was signed before, UNAVAILABLE for versions without a leaf, BAD_USER_INPUT for versions that there are not.
   */
  async checkpoint(size?: number): Promise<string> {
    const tree = await this.#tree.read()
    if (size !== undefined && size > tree.size) {
      const versions = await versionOf(this.#database.pool)
      if (size > versions)
        refuse(`size is ${size}. It must be at most ${versions}, the number of versions of the store.`)
    }
    return this.#sign(tree, size)
  }

  async signNewest(): Promise<number> {
    const tree = await this.#tree.read()
    const { size } = tree
    await this.#sign(tree, size)
    return size
  }

  async consistency(first: number, second: number): Promise<Hash[]> {
    const tree = await this.#tree.read()
    if (!(first >= 0 && first <= second)) refuse(`from is ${first}. It must be from 0 to ${second}, the later size.`)
    if (second > tree.size) refuse(`to is ${second}. It must be at most ${tree.size}, the number of signed versions.`)
    return tree.consistencyProof(first, second)
  }

  leaves(from: number, most: number): Promise<string[]> {
    return readLeaves(this.#database, from, most)
  }

  /** Proves a figure to the head of the version of a view, so that it is the same whenever it is asked for. */
  async proof(view: View, name: FigureName): Promise<FigureProof> {
    const { version, ...block } = await readPrintedBlock(view, name)
    const size = view.snapshot.version
    const tree = await this.#tree.read()
    if (tree.size < size) throw notMade(size)
    const checkpoint = await this.#sign(tree, size)
    const index = version - 1
    return { ...name, ...block, index, leafPath: tree.inclusionProof(index, size), checkpoint }
  }

  /** Signs one head after the other: the file beside the key has the largest. */
  #sign(tree: MerkleTree, size = tree.size): Promise<string> {
    const signing = this.#signing.then(() => this.#signNext(tree, size))
    this.#signing = signing.catch(() => {})
    return signing
  }

  async #signNext(tree: MerkleTree, size: number): Promise<string> {
    if (size > tree.size) throw notMade(size)
    const origin = this.#signer.name
    const heads = [this.#last, await readHead(this.#database, origin), await this.#file.read()]
    const known = heads.filter((head): head is Checkpoint => head !== null && head.origin === origin)
    for (const head of known) refuseFork(tree, head)
    const checkpoint = { origin, size, root: tree.root(size) }
    const note = signCheckpoint(checkpoint, this.#signer)
    const [last, ofStore, ofFile] = heads
    const isKept = (head: Checkpoint | null | undefined): boolean => head?.origin === origin && head.size >= size
    if (isKept(last)) return note
    if (!isKept(ofStore)) await recordHead(this.#database, checkpoint)
    if (!isKept(ofFile)) await this.#file.write(note).catch(this.#notKept)
    this.#last = checkpoint
    return note
  }
}

function refuseFork(tree: MerkleTree, { origin, size, root }: Checkpoint): void {
  const advice = `Nothing is signed as ${origin} any more: bring back the store that was signed, or begin another history with a new SIGNING_ORIGIN.`
  if (size > tree.size)
    throw new Refusal(
      'CONFLICT',
      `${size} versions of this history were signed, and the store has ${tree.size} of them: it has lost changes. ${advice}`,
    )
  if (Buffer.compare(tree.root(size), root) !== 0)
    throw new Refusal('CONFLICT', `The first ${size} versions of the store are not those that were signed. ${advice}`)
}
