import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readText } from '../../../src/cli/lib/files.js'
import { inputFiles, parseOptions } from '../../../src/cli/lib/import-options.js'
import { readReleaseMetadata } from '../../../src/cli/lib/release-metadata.js'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'options-'))
})
afterAll(() => rm(folder, { recursive: true }))

const right = { release: 'R', title: 'T', publisher: 'P', publishedAt: '2024-01-12T00:00:00+08:00' }

describe('an option of import past its bound is wrong usage:', () => {
  test.each([
    ['release', 'A'.repeat(101), '--release: It has 101 characters'],
    ['title', 'A'.repeat(501), '--title: It has 501 characters'],
    ['title', 'a\0b', '--title: It holds a NUL character'],
    ['title', 'a\u001b[2Jb', '--title: It holds the control character u{001B}'],
    ['publisher', 'A'.repeat(201), '--publisher: It has 201 characters'],
    ['url', `https://a.example/${'a'.repeat(2000)}`, '--url: It has 2,018 characters'],
    ['url', 'javascript:alert(1)', '--url: The address "javascript:alert(1)" is not a web address'],
    ['note', 'A'.repeat(10_001), '--note: It has 10,001 characters'],
    ['sheet', 'A'.repeat(101), '--sheet: It has 101 characters'],
    ['period', '2'.repeat(100_000), '--period: "'],
    ['publishedAt', '0000-01-01T00:00:00Z', '--published-at: "0000-01-01T00:00:00Z" is not a moment'],
    ['stage', 'A'.repeat(100_000), '--stage: "AAA'],
    ['encoding', 'A'.repeat(100_000), '--encoding: There is no encoding "AAA'],
  ])('--%s of %j', (name, value, message) => {
    try {
      parseOptions({ ...right, [name]: value })
      expect.unreachable()
    } catch (error) {
      const { code, message: said } = error as { code: string; message: string }
      expect(code).toBe('BAD_USER_INPUT')
      expect(said).toContain(message)
      expect(said.length).toBeLessThan(400)
    }
  })

  test('too many files are refused', async () => {
    await expect(inputFiles(new Array(101).fill('/dev/null'))).rejects.toMatchObject({
      message: '101 files are named, and 100 are allowed.',
    })
  })
})

describe('metadata of a history', () => {
  const read = async (heads: unknown) => {
    const file = join(folder, 'heads.json')
    await writeFile(file, JSON.stringify(heads))
    return readReleaseMetadata(file)
  }
  const head = { ...right, code: 'R', stage: 'MONTHLY' }

  test('beyond the bounds is reported once', async () => {
    const wrong = { ...head, title: 'A'.repeat(501), url: 'a'.repeat(2001), retractedAt: 'A'.repeat(41), code: 'a\0' }
    await expect(read([wrong])).rejects.toSatisfy(({ message }: Error) => {
      const lines = message.split('\n')
      expect(lines.every((line) => line.length < 400)).toBe(true)
      for (const field of ['title', 'url', 'retractedAt', 'code'])
        expect(lines.filter((line) => line.includes(`"${field}"`))).toHaveLength(1)
      return true
    })
  })

  test('has at most 10,000 releases and 1,000 reported faults', async () => {
    await expect(read(new Array(10_001).fill(head))).rejects.toThrow('has 10,001 releases, and 10,000 are allowed')
    await expect(read(new Array(9000).fill({}))).rejects.toSatisfy(
      ({ message }: Error) => message.split('\n').length === 1001,
    )
  })

  test('with a code in two spellings is a duplicate', async () => {
    await expect(read([head, { ...head, code: '\uFF32' }])).rejects.toThrow('the release "R" occurs twice')
  })
})

test('a file that is held in memory is limited', async () => {
  const file = join(folder, 'long.txt')
  await writeFile(file, 'a'.repeat(1001))
  await expect(readText(file, 1000)).rejects.toThrow(/has 1,001 bytes, and 1,000 are allowed/)
  await expect(readText('/dev/zero', 100_000)).rejects.toThrow(/has more than 100,000 bytes/)
  expect(await readText(file, 1001)).toHaveLength(1001)
})
