import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Hash,
  hashLeaf,
  isConsistent,
  MerkleTree,
  rootOfInclusion,
} from '../../../src/domain/history-proof/merkle.js'

/** The definitions of RFC 9162, section 2.1, word by word. */
const sha256 = (...parts: readonly Uint8Array[]): Hash => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
const split = (size: number): number => 2 ** Math.ceil(Math.log2(size) - 1)
const naiveRoot = (leaves: readonly Uint8Array[]): Hash => {
  if (leaves.length === 0) return sha256()
  if (leaves.length === 1) return sha256(Buffer.of(0), leaves[0] as Uint8Array)
  const k = split(leaves.length)
  return sha256(Buffer.of(1), naiveRoot(leaves.slice(0, k)), naiveRoot(leaves.slice(k)))
}
const naivePath = (index: number, leaves: readonly Uint8Array[]): Hash[] => {
  if (leaves.length === 1) return []
  const k = split(leaves.length)
  return index < k
    ? [...naivePath(index, leaves.slice(0, k)), naiveRoot(leaves.slice(k))]
    : [...naivePath(index - k, leaves.slice(k)), naiveRoot(leaves.slice(0, k))]
}
const naiveSubproof = (first: number, leaves: readonly Uint8Array[], isWhole: boolean): Hash[] => {
  if (first === leaves.length) return isWhole ? [] : [naiveRoot(leaves)]
  const k = split(leaves.length)
  return first <= k
    ? [...naiveSubproof(first, leaves.slice(0, k), isWhole), naiveRoot(leaves.slice(k))]
    : [...naiveSubproof(first - k, leaves.slice(k), false), naiveRoot(leaves.slice(0, k))]
}

const leavesOf = (size: number): Buffer[] => Array.from({ length: size }, (_, at) => Buffer.from(`leaf ${at}`))
const treeOf = (leaves: readonly Uint8Array[]): MerkleTree => new MerkleTree(leaves.map(hashLeaf))

const most = 70
const leaves = leavesOf(most)
const tree = treeOf(leaves)
const upTo = (size: number) => fc.integer({ min: 0, max: size })
const sizeAndPart = fc.integer({ min: 1, max: most }).chain((size) => fc.tuple(fc.constant(size), upTo(size - 1)))

/** The leaves of the tests of Certificate Transparency, and the roots of the first of them. */
const known = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
const knownRoots = {
  0: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  1: '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  2: 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  3: 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  7: 'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  8: '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
}

test('roots are those of Certificate Transparency for its known leaves', () => {
  const of = treeOf(known.map((hex) => Buffer.from(hex, 'hex')))
  const roots = Object.keys(knownRoots).map((size) => [size, Buffer.from(of.root(Number(size))).toString('hex')])
  expect(Object.fromEntries(roots)).toEqual(knownRoots)
})

test('roots and proofs of every size equal the definitions', () => {
  fc.assert(
    fc.property(sizeAndPart, ([size, part]) => {
      const first = leaves.slice(0, size)
      expect(tree.root(size)).toEqual(naiveRoot(first))
      expect(tree.inclusionProof(part, size)).toEqual(naivePath(part, first))
      expect(tree.consistencyProof(part + 1, size)).toEqual(naiveSubproof(part + 1, first, true))
    }),
  )
})

describe('a proof of inclusion', () => {
  test('leads from its leaf to the root, and from no other leaf or place', () => {
    fc.assert(
      fc.property(sizeAndPart, upTo(most - 1), ([size, index], other) => {
        const path = tree.inclusionProof(index, size)
        const lead = (at: number, leaf: number) => rootOfInclusion(at, size, hashLeaf(leaves[leaf] as Buffer), path)
        expect(lead(index, index)).toEqual(tree.root(size))
        if (other !== index) {
          expect(lead(index, other)).not.toEqual(tree.root(size))
          expect(lead(other, index)).not.toEqual(tree.root(size))
        }
      }),
    )
  })

  test('has a length that its place and size decide', () => {
    fc.assert(
      fc.property(sizeAndPart, ([size, index]) => {
        const [path, leaf] = [tree.inclusionProof(index, size), hashLeaf(leaves[index] as Buffer)]
        expect(rootOfInclusion(index, size, leaf, [...path, leaf])).toBe(null)
        if (path.length > 0) expect(rootOfInclusion(index, size, leaf, path.slice(1))).toBe(null)
      }),
    )
  })
})

test('a proof of consistency holds for a continued history only', () => {
  fc.assert(
    fc.property(sizeAndPart, upTo(most - 1), ([second, part], changed) => {
      const first = part + 1
      const path = tree.consistencyProof(first, second)
      const head = (of: MerkleTree, size: number) => ({ size, root: of.root(size) })
      expect(isConsistent(head(tree, first), head(tree, second), path)).toBe(true)
      const other = treeOf(leaves.map((leaf, at) => (at === changed ? Buffer.from('changed') : leaf)))
      const isRewritten = changed < first
      expect(isConsistent(head(tree, first), head(other, second), other.consistencyProof(first, second))).toBe(
        !isRewritten,
      )
      if (path.length > 0) {
        expect(isConsistent(head(tree, first), head(tree, second), path.slice(1))).toBe(false)
        expect(isConsistent(head(tree, first), head(tree, second), [...path, tree.root(1)])).toBe(false)
      }
    }),
  )
})

test('a leaf is never taken for a node', () => {
  const two = leavesOf(2)
  const asLeaf = Buffer.concat([Buffer.of(1), hashLeaf(two[0] as Buffer), hashLeaf(two[1] as Buffer)])
  expect(hashLeaf(asLeaf)).not.toEqual(treeOf(two).root())
})

test('places outside a tree are refused', () => {
  expect(() => tree.root(most + 1)).toThrow(RangeError)
  expect(() => tree.inclusionProof(5, 5)).toThrow(RangeError)
  expect(() => tree.consistencyProof(6, 5)).toThrow(RangeError)
  expect(rootOfInclusion(5, 5, hashLeaf('x'), [])).toBe(null)
})
