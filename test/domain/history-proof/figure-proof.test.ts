import { generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeBase64 } from '../../../src/domain/history-proof/base64.js'
import { signCheckpoint } from '../../../src/domain/history-proof/checkpoint.js'
import { type FigureProof, readProof, verifyProof, writeProof } from '../../../src/domain/history-proof/figure-proof.js'
import { hashLeaf, MerkleTree } from '../../../src/domain/history-proof/merkle.js'
import { signerOf } from '../../../src/domain/history-proof/signed-note.js'
import { readLeaf, type VersionLeaf, writeLeaf } from '../../../src/domain/history-proof/version-leaf.js'

const signer = signerOf('stats.example.org/history', generateKeyPairSync('ed25519').privateKey)
const series = 'CN_TRADE|EXPORTS|PRODUCT:SHIPS|CNY|A'
const lineOf = (year: number): string =>
  `${series}\t${year * 192 + 187}\tCNY_TRILLION\t1${year}00000000\t-8\tEXACT\tNORMAL\t\\N\t\\N\t\\N\t{"note": {"zh": "注"}}\t12\t\\N\n`
const blocks = [0, 128, 256].map((from) =>
  Array.from({ length: from === 256 ? 3 : 128 }, (_, n) => lineOf(1672 + from + n)).join(''),
)
const release = {
  ...{ code: 'R', dataset: 'CN_TRADE', title: 'T "1"', publisher: '海关', publishedAt: '2025-01-01T00:00:00Z' },
  ...{ stage: 'MONTHLY', url: null, note: null, sha256: null, figures: 259 },
}
const inner = new MerkleTree(blocks.map(hashLeaf))
const leafOf = (version: number): VersionLeaf => ({
  version,
  stamp: '7de2e229-9283-4e2c-9636-d1853a4c5283',
  time: '2026-11-28T03:24:04.327Z',
  imported: version === 3 ? { ...release, root: encodeBase64(inner.root()) } : null,
  retracted: null,
  codes: null,
})
const leaves = [1, 2, 3, 4, 5].map((version) => writeLeaf(leafOf(version)))
const tree = new MerkleTree(leaves.map(hashLeaf))
const name = { release: 'R', series, period: '1929' }
const checkpoint = signCheckpoint({ origin: signer.name, size: 5, root: tree.root() }, signer)
const proof: FigureProof = {
  ...name,
  ...{ lines: blocks[2] ?? '', block: 2, blockPath: inner.inclusionProof(2) },
  ...{ leaf: leaves[2] ?? '', index: 2, leafPath: tree.inclusionProof(2), checkpoint },
}
const file = writeProof(proof)
const verify = (text: string, of = name) => verifyProof(text, signer, of)

test('an intact proof shows the figure, its release and its version', () => {
  expect(readProof(file)).toEqual(proof)
  expect(verify(file)).toMatchObject({
    figure: { period: '1929', value: '1.1929', unit: 'CNY_TRILLION' },
    release: { code: 'R', figures: 259 },
    version: { version: 3, time: '2026-11-28T03:24:04.327Z' },
    checkpoint: { origin: signer.name, size: 5 },
  })
})

test('a proof with any byte changed is refused with a reason', () => {
  const bytes = Buffer.from(file)
  const accepted: number[] = []
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes)
    changed[at] = (changed[at] as number) ^ (1 << (at % 8))
    try {
      verify(changed.toString())
      accepted.push(at)
    } catch (error) {
      expect(error).toMatchObject({ code: 'CONFLICT' })
    }
  }
  expect(accepted).toEqual([])
})

test('a proof with parts inserted, removed or exchanged is refused', () => {
  const place = fc.nat(file.length)
  fc.assert(
    fc.property(place, place, fc.string({ maxLength: 5, unit: 'binary' }), (from, to, text) => {
      const changed = file.slice(0, from) + text + file.slice(to)
      fc.pre(changed !== file)
      expect(() => verify(changed)).toThrow(expect.objectContaining({ code: 'CONFLICT' }))
    }),
  )
})

test('a proof in another form is refused, even with the same content', () => {
  const extra = /^extra (.+)$/m.exec(file)?.[1] ?? ''
  const content = JSON.parse(Buffer.from(extra, 'base64').toString())
  for (const text of [JSON.stringify(content, null, 1), JSON.stringify({ ...content, more: 1 })])
    expect(() => verify(file.replace(extra, Buffer.from(text).toString('base64')))).toThrow('not as it was written')
  for (const text of [`${file}\n`, `\n${file}`, file.replace('index 2', 'index 02'), file.replaceAll('\n', '\r\n')])
    expect(() => verify(text)).toThrow(expect.objectContaining({ code: 'CONFLICT' }))
})

const changes: Record<string, Partial<FigureProof>> = {
  'another value': { lines: proof.lines.replace('\t11929', '\t11930') },
  'a line less': { lines: proof.lines.replace(lineOf(1930), '') },
  'another block': { block: 1 },
  'another version': { index: 3 },
  'a leaf that was made up': { leaf: writeLeaf({ ...leafOf(3), time: '2020-01-01T00:00:00.000Z' }) },
  'another intact version': { leaf: leaves[3] ?? '', index: 3, leafPath: tree.inclusionProof(3) },
  'another size': { checkpoint: checkpoint.replace('\n5\n', '\n6\n') },
}

test.each(Object.entries(changes))('a proof with %s is refused', (_, part) => {
  expect(() => verify(writeProof({ ...proof, ...part }))).toThrow(expect.objectContaining({ code: 'CONFLICT' }))
})

test('a proof of another figure is refused', () => {
  for (const part of [{ period: '1930' }, { release: 'S' }, { series: series.replace('SHIPS', 'CARS') }]) {
    const other = { ...name, ...part }
    expect(() => verify(file, other)).toThrow('is about another figure')
    if (part.period === undefined) expect(() => verify(writeProof({ ...proof, ...part }), other)).toThrow()
  }
  const elsewhere = { ...name, period: '1800' } // in another block
  expect(() => verify(writeProof({ ...proof, ...elsewhere }), elsewhere)).toThrow('has no figure of R')
})

test('a leaf is read only in the form that is signed', () => {
  const [text = ''] = leaves
  expect(readLeaf(text)).toEqual(leafOf(1))
  for (const other of [`${text} `, text.replace('"version"', '"version2"'), '{}', 'null', text.replace(':1', ':1.0')])
    expect(() => readLeaf(other), other).toThrow(expect.objectContaining({ code: 'CONFLICT' }))
})
