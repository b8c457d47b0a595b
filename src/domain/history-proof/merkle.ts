import { createHash, hash } from 'node:crypto'

// Merkle trees of RFC 9162, section 2.1, with SHA-256. A leaf and a node are hashed with different prefixes, so that
// neither can stand for the other.

export type Hash = Uint8Array

const [ofLeaf, ofNode] = [Buffer.of(0), Buffer.of(1)]

export const hashLeaf = (content: string | Uint8Array): Hash =>
  createHash('sha256').update(ofLeaf).update(content).digest()

/**
 * The text of a leaf, given in parts, until `hash` begins another one. The parts are joined once, since a text for each
 * line costs more than the hash.
 */
export class LeafText {
  parts = 0
  readonly #parts: string[]

  constructor(mostParts: number) {
    this.#parts = Array.from({ length: mostParts + 1 }, () => '')
    this.#parts[0] = '\0'
  }

  push(part: string): void {
    this.parts += 1
    this.#parts[this.parts] = part
  }

  hash(): Hash {
    if (this.parts < this.#parts.length - 1) this.#parts.fill('', this.parts + 1)
    this.parts = 0
    return hash('sha256', this.#parts.join(''), 'buffer')
  }
}

const hashNode = (left: Hash, right: Hash): Hash => hash('sha256', Buffer.concat([ofNode, left, right]), 'buffer')

const emptyRoot: Hash = createHash('sha256').digest()

const areEqual = (a: Hash, b: Hash): boolean => Buffer.compare(a, b) === 0

/** A tree that grows at its end. It keeps complete subtrees, so that a root or proof takes a logarithmic number of hashes. */
export class MerkleTree {
  readonly #levels: Hash[][] = [[]]

  constructor(leaves: Iterable<Hash> = []) {
    for (const leaf of leaves) this.append(leaf)
  }

  get size(): number {
    return this.#levels[0]?.length ?? 0
  }

  append(leaf: Hash): void {
    let hash = leaf
    for (let level = 0; ; level++) {
      const hashes = this.#levels[level] ?? []
      this.#levels[level] = hashes
      hashes.push(hash)
      if (hashes.length % 2 > 0) return
      hash = hashNode(hashes[hashes.length - 2] as Hash, hash)
    }
  }

  root(size = this.size): Hash {
    this.#refuseBeyond(size)
    return size === 0 ? emptyRoot : this.#hash(0, size)
  }

  /** Returns the hashes that lead from a leaf to the root of the first `size` leaves, from the sibling of the leaf on. */
  inclusionProof(index: number, size = this.size): Hash[] {
    this.#refuseBeyond(size)
    if (!(index >= 0 && index < size)) throw new RangeError(`A tree of ${size} leaves has no leaf ${index}.`)
    const path: Hash[] = []
    for (let [from, to] = [0, size]; to - from > 1; ) {
      const middle = from + largestPowerBelow(to - from)
      if (index < middle) {
        path.push(this.#hash(middle, to))
        to = middle
      } else {
        path.push(this.#hash(from, middle))
        from = middle
      }
    }
    return path.reverse()
  }

  /** Returns the hashes that show that the first `first` leaves are those of a tree of `second` leaves. */
  consistencyProof(first: number, second = this.size): Hash[] {
    this.#refuseBeyond(second)
    if (!(first >= 0 && first <= second)) throw new RangeError(`A tree of ${second} leaves has no first ${first}.`)
    if (first === 0 || first === second) return []
    const path: Hash[] = []
    let [from, to] = [0, second]
    for (; to !== first; ) {
      const middle = from + largestPowerBelow(to - from)
      if (first <= middle) {
        path.push(this.#hash(middle, to))
        to = middle
      } else {
        path.push(this.#hash(from, middle))
        from = middle
      }
    }
    if (from > 0) path.push(this.#hash(from, to))
    return path.reverse()
  }

  #hash(from: number, to: number): Hash {
    const count = to - from
    const power = largestPowerBelow(count + 1)
    if (power === count) return this.#levels[Math.log2(count)]?.[from / count] as Hash
    return hashNode(this.#hash(from, from + power), this.#hash(from + power, to))
  }

  #refuseBeyond(size: number): void {
    if (!(Number.isInteger(size) && size >= 0 && size <= this.size))
      throw new RangeError(`The tree has ${this.size} leaves, not ${size}.`)
  }
}

function largestPowerBelow(count: number): number {
  let power = 1
  while (power * 2 < count) power *= 2
  return power
}

/** Returns the root to which a proof of inclusion leads from the hash of a leaf; null if it has another length. */
export function rootOfInclusion(index: number, size: number, leaf: Hash, path: readonly Hash[]): Hash | null {
  if (!(index >= 0 && index < size)) return null
  let [at, last, hash] = [index, size - 1, leaf]
  for (const each of path) {
    if (last === 0) return null
    if (at % 2 > 0 || at === last) {
      hash = hashNode(each, hash)
      while (at % 2 === 0 && at > 0) [at, last] = [at / 2, Math.floor(last / 2)]
    } else hash = hashNode(hash, each)
    ;[at, last] = [Math.floor(at / 2), Math.floor(last / 2)]
  }
  return last === 0 ? hash : null
}

interface Head {
  readonly size: number
  readonly root: Hash
}

export function isConsistent(first: Head, second: Head, path: readonly Hash[]): boolean {
  if (first.size > second.size) return false
  if (first.size === second.size) return path.length === 0 && areEqual(first.root, second.root)
  if (first.size === 0) return path.length === 0 && areEqual(first.root, emptyRoot)
  let [at, last] = [first.size - 1, second.size - 1]
  while (at % 2 > 0) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)]
  const [start, ...rest] = at === 0 ? [first.root, ...path] : path
  if (start === undefined) return false
  let [earlier, later] = [start, start]
  for (const each of rest) {
    if (last === 0) return false
    if (at % 2 > 0 || at === last) {
      earlier = hashNode(each, earlier)
      later = hashNode(each, later)
      while (at % 2 === 0 && at > 0) [at, last] = [at / 2, Math.floor(last / 2)]
    } else later = hashNode(later, each)
    ;[at, last] = [Math.floor(at / 2), Math.floor(last / 2)]
  }
  return last === 0 && areEqual(earlier, first.root) && areEqual(later, second.root)
}
