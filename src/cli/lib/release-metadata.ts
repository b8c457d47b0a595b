import { codeText } from '../../domain/codes/code-text.js'
import { excerpt, fileBounds, listBounds, someFaults, type TextKind, textFault } from '../../domain/input-bounds.js'
import { type ReleaseMetadata, stages } from '../../domain/observations/observation.js'
import { parseInstant } from '../../domain/periods/instant.js'
import { Refusal } from '../../errors.js'
import type { PastRelease } from '../../import/history.js'
import { readText } from './files.js'

/** The stage that a text names, in any case; null where there is none such. */
export const stageFrom = (text: string): ReleaseMetadata['stage'] | null =>
  stages.find((stage) => stage === text.toUpperCase()) ?? null

/** The heads of several releases from a JSON file; BAD_USER_INPUT names all that is wrong, a line each. */
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
      `${file} holds no list of releases: write [{"code": …, "title": …, "publisher": …, "publishedAt": …}].`,
    ])
  if (value.length > listBounds.releases)
    throw wrong([`${file} has ${value.length} releases, and ${listBounds.releases} are allowed.`])
  const faults: string[] = []
  const heads = value.map((each, index) =>
    headOf(each, (what) => faults.push(`${file}, release ${index + 1}: ${what}`)),
  )
  const codes = heads.map(({ code }) => code)
  const last = new Map(codes.map((code, index) => [code, index]))
  const twice = codes.filter((code, index) => last.get(code) !== index)
  for (const code of new Set(twice)) faults.push(`${file}: there are two releases "${excerpt(code, 100)}".`)
  if (faults.length > 0) throw wrong(faults)
  return heads
}

const needed = ['code', 'title', 'publisher', 'publishedAt', 'stage'] as const
const kinds: Readonly<Record<string, TextKind>> = {
  code: 'code',
  title: 'title',
  publisher: 'publisher',
  publishedAt: 'moment',
  retractedAt: 'moment',
  url: 'url',
  note: 'note',
  sha256: 'code',
  retractionReason: 'reason',
}
const optional = ['url', 'note', 'sha256', 'retractedAt', 'retractionReason'] as const
/** What is the store's own to say, or of no use here: let be, as `releases --json` and the seed have it. */
const ignored: readonly string[] = ['file', 'importedAt', 'version']

function headOf(value: unknown, fault: (what: string) => void): PastRelease {
  const given = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
  if (given !== value || Array.isArray(value)) fault('it is no object.')
  const text = (field: string): string | null => {
    const cell = given[field] ?? null
    if (typeof cell === 'string') return within(field, cell)
    if (cell === null) return cell
    fault(`"${field}" is no text.`)
    return null
  }
  // What is wrong with a text is told once, and the text is not used.
  const told = new Set<string>()
  const within = (field: string, cell: string): string | null => {
    const found = textFault(cell, kinds[field] ?? 'other')
    if (found === null) return cell.normalize('NFC')
    if (!told.has(field)) fault(`"${field}" ${found.message}`)
    told.add(field)
    return null
  }
  const known: readonly string[] = [...needed, ...optional, ...ignored]
  for (const field of Object.keys(given)) if (!known.includes(field)) fault(`there is no field "${excerpt(field)}".`)
  for (const field of needed) if ((text(field) ?? '').trim() === '' && !told.has(field)) fault(`"${field}" is missing.`)
  const stage = stageFrom(text('stage') ?? '')
  if (stage === null && text('stage')) fault(`"${text('stage')}" is no stage: write one of ${stages.join(', ')}.`)
  const [publishedAt, retractedAt] = [text('publishedAt'), text('retractedAt')]
  for (const at of [publishedAt, retractedAt]) if (at) momentFault(at, fault)
  const retractionReason = text('retractionReason')
  if ((retractedAt === null) !== ((retractionReason ?? '').trim() === ''))
    fault('"retractedAt" and "retractionReason" go together.')
  return {
    code: codeText(text('code') ?? ''),
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

function momentFault(text: string, fault: (what: string) => void): void {
  try {
    parseInstant(text)
  } catch (error) {
    fault((error as Refusal).message)
  }
}

const wrong = (faults: readonly string[]): Refusal => new Refusal('BAD_USER_INPUT', someFaults(faults))
