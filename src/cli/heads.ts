import { readFile } from 'node:fs/promises'
import { type ReleaseHead, stages } from '../domain/indicator.js'
import { parseInstant } from '../domain/time.js'
import { Refusal } from '../errors.js'
import type { PastRelease } from '../import/history.js'
import { checkReadable } from './files.js'

/** The stage that a text names, in any case; null where there is none such. */
export const stageFrom = (text: string): ReleaseHead['stage'] | null =>
  stages.find((stage) => stage === text.toUpperCase()) ?? null

/** The heads of several releases from a JSON file; BAD_USER_INPUT names all that is wrong, a line each. */
export async function readHeads(file: string): Promise<PastRelease[]> {
  await checkReadable(file)
  let value: unknown
  try {
    value = JSON.parse((await readFile(file, 'utf8')).replace(/^\uFEFF/, ''))
  } catch (error) {
    throw wrong([`${file} is not JSON: ${(error as Error).message}.`])
  }
  if (!Array.isArray(value) || value.length === 0)
    throw wrong([
      `${file} holds no list of releases: write [{"code": …, "title": …, "publisher": …, "publishedAt": …}].`,
    ])
  const faults: string[] = []
  const heads = value.map((each, index) =>
    headOf(each, (what) => faults.push(`${file}, release ${index + 1}: ${what}`)),
  )
  const codes = heads.map(({ code }) => code)
  for (const code of new Set(codes))
    if (codes.indexOf(code) !== codes.lastIndexOf(code)) faults.push(`${file}: there are two releases "${code}".`)
  if (faults.length > 0) throw wrong(faults)
  return heads
}

const needed = ['code', 'title', 'publisher', 'publishedAt', 'stage'] as const
const optional = ['url', 'note', 'sha256', 'retractedAt', 'retractionReason'] as const
/** What is the store's own to say, or of no use here: let be, as `releases --json` and the seed have it. */
const ignored: readonly string[] = ['file', 'importedAt', 'version']

function headOf(value: unknown, fault: (what: string) => void): PastRelease {
  const given = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
  if (given !== value || Array.isArray(value)) fault('it is no object.')
  const text = (field: string): string | null => {
    const cell = given[field] ?? null
    if (cell === null || typeof cell === 'string') return cell
    fault(`"${field}" is no text.`)
    return null
  }
  const known: readonly string[] = [...needed, ...optional, ...ignored]
  for (const field of Object.keys(given))
    if (!known.includes(field)) fault(`there is no field "${field.slice(0, 40)}".`)
  for (const field of needed) if ((text(field) ?? '').trim() === '') fault(`"${field}" is missing.`)
  const stage = stageFrom(text('stage') ?? '')
  if (stage === null && text('stage')) fault(`"${text('stage')}" is no stage: write one of ${stages.join(', ')}.`)
  const [publishedAt, retractedAt] = [text('publishedAt'), text('retractedAt')]
  for (const at of [publishedAt, retractedAt]) if (at) momentFault(at, fault)
  const retractionReason = text('retractionReason')
  if ((retractedAt === null) !== ((retractionReason ?? '').trim() === ''))
    fault('"retractedAt" and "retractionReason" go together.')
  return {
    code: text('code') ?? '',
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

const wrong = (faults: readonly string[]): Refusal => new Refusal('BAD_USER_INPUT', faults.join('\n'))
