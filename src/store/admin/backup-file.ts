import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { Refusal } from '../../errors.js'
import { earlierMigrations, replacement } from '../database/earlier-migrations.js'
import { readMigrations } from '../database/migrate.js'
import { format, formatVersion, type Head, type ReportTable, type Table } from './backup.js'

export interface Backup {
  readonly head: Head
  readonly lines: AsyncGenerator<string>
}

export interface Rows {
  readonly table: Table
  readonly text: string
  readonly place: string
}

// Tables compress to a tenth to a fiftieth of their size, and gzip reaches a thousandth.
const mostRatio = 200
const uncheckedSize = 16 * 1_048_576
const longestLine = 64 * 1_048_576
const longestHead = 1_048_576

const batchLength = 4_000_000 // characters

/**
 * Reads the first line of a backup, with whose migrations the target store has to be opened. Throws CONFLICT if it is
 * not one, or has an unknown format or migration.
 */
/** Reads the first line of a backup. Throws CONFLICT if it is not one, or has an unknown format or migration. */
export async function openBackup(source: AsyncIterable<Uint8Array>): Promise<Backup> {
  const lines = linesOf(unzipped(source))
  try {
    const head = headOf((await lines.next()).value ?? '')
    await refuseUnknown(head)
    return { head, lines }
  } catch (error) {
    await lines.return(undefined)
    throw error
  }
}

/**
 * Reads the tables to the end of the file, and returns the number of rows of each. Throws CONFLICT if the file is damaged
 * or truncated, or has other tables or columns than the store.
 */
export async function readRows(
  { lines }: Backup,
  tables: readonly Table[],
  take: (rows: Rows) => Promise<void>,
  report: ReportTable,
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>()
  for (;;) {
    const line = await nextOf(lines)
    const content = parseObject(line)
    if (content === null) throw damaged(`"${line.slice(0, 40)}" was found instead of a table`)
    if ('end' in content) {
      refuseIncomplete(Object(content['tables']), tables, counts)
      if ((await lines.next()).done !== true) throw damaged('there is data after its end')
      return counts
    }
    const table = tableOf(content, tables)
    if (counts.has(table.name)) throw damaged(`it contains the table ${table.name} twice`)
    const rows = await readTable(lines, table, take)
    counts.set(table.name, rows)
    report(table.name, rows)
  }
}

export const conflict = (message: string): Refusal => new Refusal('CONFLICT', message)

export const damaged = (what: string): Refusal => conflict(`The backup is damaged: ${what}. Nothing was restored.`)

const notOurs = (): Refusal => conflict('The file is not a backup written by "indicators backup".')
const truncated = (): Refusal => damaged('it is truncated')

function headOf(line: string): Head {
  const head = parseObject(line) as Partial<Head> | null
  if (head?.format !== format) throw notOurs()
  const { migrations } = head
  if (!Array.isArray(migrations) || !Number.isInteger(head.version) || !Number.isInteger(head.formatVersion))
    throw damaged('its first line must have a format, migrations and a version')
  const isEarlier = migrations.join() === earlierMigrations.map(({ name }) => name).join()
  return { ...(head as Head), migrations: isEarlier ? [replacement] : migrations }
}

async function refuseUnknown({ formatVersion: given, product, migrations }: Head): Promise<void> {
  const known = (await readMigrations()).map(({ name }) => name)
  const unknown = migrations.find((name) => !known.includes(name))
  if (given <= formatVersion && unknown === undefined) return
  if (earlierMigrations.some(({ name }) => name === unknown))
    throw conflict(
      'The backup is of a store that was not up to date with the last development version. Start this version of the program with that store, and back it up again.',
    )
  const [found, supported] =
    given > formatVersion
      ? [`format ${given}`, `formats up to ${formatVersion}`]
      : [`migration ${unknown}`, `migrations up to ${known.at(-1)}`]
  throw conflict(
    `The backup has the ${found}, written by version ${product} of this program. This version supports ${supported}. Restore the backup with that version or a newer one.`,
  )
}

function tableOf({ table: name, columns }: Record<string, unknown>, tables: readonly Table[]): Table {
  const table = tables.find((each) => each.name === name)
  if (table === undefined) throw damaged(`the store has no table ${JSON.stringify(name)}`)
  const given = Array.isArray(columns) ? columns.map(String) : []
  if (given.toSorted().join() !== table.columns.toSorted().join())
    throw damaged(`its table ${table.name} has the columns ${given.join(', ')}, not ${table.columns.join(', ')}`)
  return { ...table, columns: given }
}

function refuseIncomplete(
  stated: Readonly<Record<string, unknown>>,
  tables: readonly Table[],
  counts: ReadonlyMap<string, number>,
): void {
  for (const { name } of tables) {
    const rows = counts.get(name)
    if (rows === undefined) throw damaged(`the table ${name} is missing`)
    if (rows !== stated[name])
      throw damaged(`the table ${name} has ${rows} rows, but the end of the file states ${stated[name]}`)
  }
}

async function readTable(
  lines: AsyncGenerator<string>,
  table: Table,
  take: (rows: Rows) => Promise<void>,
): Promise<number> {
  const { name, columns } = table
  let pending: string[] = []
  let length = 0
  let rows = 0
  const flush = async (): Promise<void> => {
    const text = `${pending.join('\n')}\n`
    const place = `the table ${name}, rows ${rows - pending.length + 1} to ${rows}`
    pending = []
    length = 0
    await take({ table, text, place })
  }
  for (let line = await nextOf(lines); line !== '\\.'; line = await nextOf(lines)) {
    rows += 1
    const cells = line.split('\t').length
    if (cells !== columns.length)
      throw damaged(`row ${rows} of the table ${name} has ${cells} cells, not ${columns.length}`)
    pending.push(line)
    length += line.length + 1
    if (length >= batchLength) await flush()
  }
  if (pending.length > 0) await flush()
  return rows
}

async function nextOf(lines: AsyncGenerator<string>): Promise<string> {
  const next = await lines.next()
  if (next.done === true) throw truncated()
  return next.value
}

function parseObject(line: string): Record<string, unknown> | null {
  try {
    const value = JSON.parse(line)
    return typeof value === 'object' ? value : null
  } catch {
    return null
  }
}

/** Decompresses gzip. Throws CONFLICT for a ratio that backups do not reach: such a file is made to fill a disk. */
async function* unzipped(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip()
  const bytes = Readable.from(source).on('error', (error) => gunzip.destroy(error))
  gunzip.on('close', () => bytes.destroy())
  let unpacked = 0
  for await (const chunk of bytes.pipe(gunzip)) {
    unpacked += chunk.length
    if (unpacked > uncheckedSize && unpacked > mostRatio * gunzip.bytesWritten)
      throw damaged(`it decompresses to more than ${mostRatio} times its size`)
    yield chunk
  }
}

async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let most = longestHead
  let parts: string[] = [] // of an incomplete line
  let length = 0
  const take = (text: string): void => {
    parts.push(text)
    length += text.length
    if (length > most) throw damaged(`a line has more than ${most / 1_048_576} million characters`)
  }
  try {
    for await (const chunk of chunks) {
      const [first = '', ...others] = decoder.decode(chunk, { stream: true }).split('\n')
      take(first)
      for (const next of others) {
        yield parts.join('')
        most = longestLine
        parts = []
        length = 0
        take(next)
      }
    }
    take(decoder.decode())
  } catch (error) {
    throw faultOf(error)
  }
  if (length > 0) throw truncated()
}

function faultOf(error: unknown): unknown {
  const { code, message } = error as { code?: string; message: string }
  if (error instanceof Refusal) return error
  if (message === 'incorrect header check') return notOurs()
  if (code === 'Z_BUF_ERROR') return truncated()
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return damaged('it is not valid UTF-8')
  return /^Z_/.test(code ?? '') ? damaged(message) : error
}
