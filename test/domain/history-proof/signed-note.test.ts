import { createPrivateKey } from 'node:crypto'
import { expect, test } from 'vitest'
import { openCheckpoint, signCheckpoint } from '../../../src/domain/history-proof/checkpoint.js'
import {
  isSignerName,
  parseVerifier,
  signerOf,
  signNote,
  verifierText,
  verifyNote,
} from '../../../src/domain/history-proof/signed-note.js'

// The note of the documentation of golang.org/x/mod/sumdb/note.
const publicKey = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
const seed = Buffer.from('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz', 'base64').subarray(1)
const text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
const note = `${text}
\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
`
const pkcs8 = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed])
const signer = signerOf('PeterNeumann', createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' }))
const verifier = parseVerifier(publicKey)

test('keys and signatures are those of Go’s sumdb', () => {
  expect(verifierText(signer)).toBe(publicKey)
  expect(verifierText(verifier)).toBe(publicKey)
  expect(signNote(text, signer)).toBe(note)
  expect(verifyNote(note, verifier)).toBe(text)
})

test('a note with any bit changed is refused', () => {
  const bytes = Buffer.from(note)
  const accepted: number[] = []
  for (let at = 0; at < bytes.length * 8; at++) {
    const changed = Buffer.from(bytes)
    changed[at >> 3] = (changed[at >> 3] as number) ^ (1 << (at & 7))
    try {
      verifyNote(changed.toString(), verifier)
      accepted.push(at)
    } catch (error) {
      expect(error).toMatchObject({ code: 'CONFLICT' })
    }
  }
  expect(accepted).toEqual([])
})

test('signatures of witnesses are ignored, and needed ones must be there', () => {
  const witness = signerOf('witness.example', signer.privateKey)
  const [, , line = ''] = signNote(text, witness).split(/\n\n|(?=\u2014)/)
  expect(verifyNote(`${note}${line}`, verifier)).toBe(text)
  expect(() => verifyNote(signNote(text, witness), verifier)).toThrow(/not signed with this key of PeterNeumann/)
})

test('public keys that are damaged or of another kind are refused', () => {
  for (const given of [
    '',
    'x',
    publicKey.replace('c74f', 'c74e'),
    publicKey.replace('+ARpc', '+BBpc'),
    `${publicKey}x`,
  ])
    expect(() => parseVerifier(given), given).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }))
})

test('a name of a signer has no spaces and no plus sign', () => {
  expect(['stats.example.org/history', '海关'].filter(isSignerName)).toHaveLength(2)
  expect(['', 'a b', 'a+b', 'a\u00a0b', 'a\nb', 'x'.repeat(256)].filter(isSignerName)).toEqual([])
})

test('a checkpoint is read back, and a note of another text is none', () => {
  const checkpoint = { origin: 'PeterNeumann', size: 7, root: Buffer.alloc(32, 1) }
  const signed = signCheckpoint(checkpoint, signer)
  expect(signed.startsWith('PeterNeumann\n7\nAQEB')).toBe(true)
  expect(openCheckpoint(signed, verifier)).toEqual(checkpoint)
  expect(() => openCheckpoint(note, verifier)).toThrow('not a checkpoint')
  const other = signCheckpoint({ ...checkpoint, origin: 'somebody.else' }, signer)
  expect(() => openCheckpoint(other, verifier)).toThrow('not a checkpoint')
})
