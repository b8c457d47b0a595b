import { codeText } from '../../domain/codes/code-text.js'
import {
  excerpt,
  fileBounds,
  isBlank,
  listBounds,
  someFaults,
  type TextKind,
  textFault,
} from '../../domain/input-bounds.js'
import { type ReleaseMetadata, stages } from '../../domain/observations/observation.js'
import { parseInstant } from '../../domain/periods/instant.js'
import { attempt, formatCount, type Refusal } from '../../errors.js'
import type { PastRelease } from '../../import/history.js'
import { usageError } from './exit.js'
import { readText } from './files.js'

export const stageFrom = (text: string): ReleaseMetadata['stage'] | null =>
  stages.find((stage) => stage === text.toUpperCase()) ?? null

/** Reads the metadata of releases from a JSON file. Throws BAD_USER_INPUT with every fault on a line. */
export async function readReleaseMetadata(file: string): Promise<PastRelease[]> {
  const content = await readText(file, fileBounds.releases)
  let value: unknown
  try {
    value = JSON.parse(content.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw wrong([`${file} is not JSON: ${(error as Error).message}.`])
  }
  if (!Array.isArray(value) || value.length === 0)
    throw wrong([
      `${file} must contain a list of releases: [{"code": …, "title": …, "publisher": …, "publishedAt": …}].`,
    ])
  if (value.length > listBounds.releases)
    throw wrong([
      `${file} has ${formatCount(value.length)} releases, and ${formatCount(listBounds.releases)} are allowed.`,
    ])
  const faults: string[] = []
  const heads = value.map((each, index) =>
    headOf(each, (what) => faults.push(`${file}, release ${index + 1}: ${what}`)),
  )
  const codes = heads.map(({ code }) => code)
  const last = new Map(codes.map((code, index) => [code, index]))
  const twice = codes.filter((code, index) => last.get(code) !== index)
  for (const code of new Set(twice)) faults.push(`${file}: the release "${excerpt(code, 100)}" occurs twice.`)
  if (faults.length > 0) throw wrong(faults)
  return heads
}

const needed = ['code', 'title', 'publisher', 'publishedAt', 'stage'] as const
const kinds: Readonly<Record<string, TextKind>> = {
  code: 'code',
  dataset: 'code',
  title: 'title',
  publisher: 'publisher',
  publishedAt: 'moment',
  retractedAt: 'moment',
  url: 'url',
  note: 'note',
  sha256: 'code',
  retractionReason: 'reason',
}
const ignored: readonly string[] = ['file', 'importedAt', 'version']

function headOf(value: unknown, fault: (what: string) => void): PastRelease {
  const fields = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
  if (fields !== value || Array.isArray(value)) fault('it must be an object.')
  const text = (field: string): string | null => {
    const cell = fields[field] ?? null
    if (typeof cell === 'string') return within(field, cell)
    if (cell === null) return cell
    fault(`"${field}" must be a text.`)
    return null
  }
  const faulty = new Set<string>()
  const within = (field: string, cell: string): string | null => {
    const found = textFault(cell, kinds[field] ?? 'other')
    if (found === null) return cell.normalize('NFC')
    if (!faulty.has(field)) fault(`"${field}" ${found.message}`)
    faulty.add(field)
    return null
  }
  const known: readonly string[] = [...needed, ...Object.keys(kinds), ...ignored]
  for (const field of Object.keys(fields))
    if (!known.includes(field)) fault(`the field "${excerpt(field)}" is unknown.`)
  for (const field of needed) if (isBlank(text(field) ?? '') && !faulty.has(field)) fault(`"${field}" is missing.`)
  const stage = stageFrom(text('stage') ?? '')
  if (stage === null && text('stage')) fault(`"${text('stage')}" is not a stage. The stages are ${stages.join(', ')}.`)
  const [publishedAt, retractedAt] = [text('publishedAt'), text('retractedAt')]
  for (const at of [publishedAt, retractedAt]) if (at) attempt(() => parseInstant(at), fault)
  const retractionReason = text('retractionReason')
  if ((retractedAt === null) !== isBlank(retractionReason ?? ''))
    fault('"retractedAt" and "retractionReason" go together.')
  return {
    code: codeText(text('code') ?? ''),
    dataset: text('dataset'),
    title: text('title') ?? '',
    publisher: text('publisher') ?? '',
    publishedAt: publishedAt ?? '',
    stage: stage ?? 'MONTHLY',
    url: text('url'),
    note: text('note'),
    sha256: text('sha256'),
    retracted: retractedAt === null ? null : { at: new Date(retractedAt), reason: retractionReason ?? '' },
  }
}

const wrong = (faults: readonly string[]): Refusal => usageError(someFaults(faults))
