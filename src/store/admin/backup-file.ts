import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { Refusal } from '../../errors.js'
import { readMigrations } from '../database/migrate.js'
import { format, formatVersion, type Head, type Table, type Tell } from './backup.js'

/** A backup whose first line has been read: a store to restore it into is to be opened in the shape of `head`. */
export interface Backup {
  readonly head: Head
  /** The lines that follow. */
  readonly lines: AsyncGenerator<string>
}

/** Some rows of a table on their way in, and which ones they are. */
export interface Rows {
  readonly table: Table
  /** In PostgreSQL's COPY text format, cells in the order of the table's columns. */
  readonly text: string
  readonly place: string
}

// Tables pack to a tenth to a fiftieth of their size, and gzip to a thousandth at most.
const mostRatio = 200
const anyRatio = 16 * 1_048_576
const longestLine = 64 * 1_048_576
const longestHead = 1_048_576

const slice = 4_000_000 // letters that are handed on at a time

/**
 * Reads the first line of a backup. CONFLICT where the file is none, or was written by a newer program whose format or
 * shape this one does not know.
 */
export async function openBackup(source: AsyncIterable<Uint8Array>): Promise<Backup> {
  const lines = linesOf(unzipped(source))
  try {
    const head = headOf((await lines.next()).value ?? '')
    await refuseNewer(head)
    return { head, lines }
  } catch (error) {
    await lines.return(undefined)
    throw error
  }
}

/**
 * Reads the tables to the end of the file, each whole and once, and answers how many rows each has. CONFLICT where it
 * is damaged, cut off, or has other tables and columns than these.
 */
export async function readRows(
  { lines }: Backup,
  tables: readonly Table[],
  take: (rows: Rows) => Promise<void>,
  tell: Tell,
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>()
  for (;;) {
    const line = await nextOf(lines)
    const said = parsed(line)
    if (said === null) throw damaged(`"${line.slice(0, 40)}" stands where a table should begin`)
    if ('end' in said) {
      refuseIncomplete(Object(said['tables']), tables, counts)
      if ((await lines.next()).done !== true) throw damaged('it goes on behind its end')
      return counts
    }
    const table = tableOf(said, tables)
    if (counts.has(table.name)) throw damaged(`the table ${table.name} is in it twice`)
    const rows = await readTable(lines, table, take)
    counts.set(table.name, rows)
    tell(table.name, rows)
  }
}

/** A refusal of a file, or of a store for it. */
export const conflict = (message: string): Refusal => new Refusal('CONFLICT', message)

/** A refusal of a file that is not as it was written. */
export const damaged = (what: string): Refusal => conflict(`The backup is damaged: ${what}. Nothing was restored.`)

const notOurs = (): Refusal => conflict('The file is no backup: it does not begin as "indicators backup" writes one.')
const cutOff = (): Refusal => damaged('it is cut off before its end')

function headOf(line: string): Head {
  const said = parsed(line) as Partial<Head> | null
  if (said?.format !== format) throw notOurs()
  if (!Array.isArray(said.migrations) || !Number.isInteger(said.version) || !Number.isInteger(said.formatVersion))
    throw damaged('its first line does not say its format, its shape and its version')
  return said as Head
}

async function refuseNewer({ formatVersion: given, product, migrations }: Head): Promise<void> {
  const known = (await readMigrations()).map(({ name }) => name)
  const unknown = migrations.find((name) => !known.includes(name))
  if (given <= formatVersion && unknown === undefined) return
  const [its, own] =
    given > formatVersion
      ? [`in format ${given}`, `formats up to ${formatVersion}`]
      : [`of a store of the shape ${unknown}`, `shapes up to ${known.at(-1)}`]
  throw conflict(
    `The backup is ${its}, written by version ${product} of this program, and this one knows ${own}. Restore it with that version or a newer one.`,
  )
}

function tableOf({ table: name, columns }: Record<string, unknown>, tables: readonly Table[]): Table {
  const table = tables.find((each) => each.name === name)
  if (table === undefined) throw damaged(`its table ${JSON.stringify(name)} is none of its shape`)
  const given = Array.isArray(columns) ? columns.map(String) : []
  if (given.toSorted().join() !== table.columns.toSorted().join())
    throw damaged(`its table ${table.name} has the columns ${given.join(', ')}, not ${table.columns.join(', ')}`)
  return { ...table, columns: given }
}

function refuseIncomplete(
  said: Readonly<Record<string, unknown>>,
  tables: readonly Table[],
  counts: ReadonlyMap<string, number>,
): void {
  for (const { name } of tables) {
    const rows = counts.get(name)
    if (rows === undefined) throw damaged(`the table ${name} is missing`)
    if (rows !== said[name]) throw damaged(`the table ${name} has ${rows} rows, not ${said[name]} as its end says`)
  }
}

async function readTable(
  lines: AsyncGenerator<string>,
  table: Table,
  take: (rows: Rows) => Promise<void>,
): Promise<number> {
  const { name, columns } = table
  let pending: string[] = []
  let letters = 0
  let rows = 0
  const flush = async (): Promise<void> => {
    const text = `${pending.join('\n')}\n`
    const place = `the table ${name}, rows ${rows - pending.length + 1} to ${rows}`
    pending = []
    letters = 0
    await take({ table, text, place })
  }
  for (let line = await nextOf(lines); line !== '\\.'; line = await nextOf(lines)) {
    rows += 1
    const cells = line.split('\t').length
    if (cells !== columns.length)
      throw damaged(`row ${rows} of the table ${name} has ${cells} cells, not ${columns.length}`)
    pending.push(line)
    letters += line.length + 1
    if (letters >= slice) await flush()
  }
  if (pending.length > 0) await flush()
  return rows
}

async function nextOf(lines: AsyncGenerator<string>): Promise<string> {
  const next = await lines.next()
  if (next.done === true) throw cutOff()
  return next.value
}

/** The object that a line is in JSON, null where it is none. */
function parsed(line: string): Record<string, unknown> | null {
  try {
    const value = JSON.parse(line)
    return typeof value === 'object' ? value : null
  } catch {
    return null
  }
}

/** The bytes of a gzip file, as long as it does not unpack to far more than tables do: then it was made to fill a disk. */
async function* unzipped(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let packed = 0
  const counted = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of source) {
      packed += chunk.length
      yield chunk
    }
  }
  const gunzip = createGunzip()
  const bytes = Readable.from(counted()).on('error', (error) => gunzip.destroy(error))
  gunzip.on('close', () => bytes.destroy())
  let unpacked = 0
  for await (const chunk of bytes.pipe(gunzip)) {
    unpacked += chunk.length
    if (unpacked > anyRatio && unpacked > mostRatio * packed)
      throw damaged(`it unpacks to more than ${mostRatio} times its size, which no backup does`)
    yield chunk
  }
}

/** Whole lines; what is wrong with the bytes is told as a fault of the file. */
async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let most = longestHead
  let begun: string[] = [] // of a line that has not ended
  let length = 0
  const take = (text: string): void => {
    begun.push(text)
    length += text.length
    if (length > most) throw damaged(`a line of it has more than ${most / 1_048_576} million characters`)
  }
  try {
    for await (const chunk of chunks) {
      const [first = '', ...others] = decoder.decode(chunk, { stream: true }).split('\n')
      take(first)
      for (const next of others) {
        yield begun.join('')
        most = longestLine
        begun = []
        length = 0
        take(next)
      }
    }
    take(decoder.decode())
  } catch (error) {
    throw faultOf(error)
  }
  if (length > 0) throw cutOff()
}

function faultOf(error: unknown): unknown {
  const { code, message } = error as { code?: string; message: string }
  if (error instanceof Refusal) return error
  if (message === 'incorrect header check') return notOurs()
  if (code === 'Z_BUF_ERROR') return cutOff()
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return damaged('it holds bytes that are no UTF-8')
  return /^Z_/.test(code ?? '') ? damaged(message) : error
}
