import { ByteWriter, ParquetWriter } from 'hyparquet-writer'
import { shiftPoint } from '../../domain/observations/printed.js'
import type { Cell, Column, Table } from '../output/table.js'

const groupRows = 20_000
const mostDigits = 38 // of a decimal, which every reader supports
const usualScale = 15 // holds cents in trillions

type Element = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number]

/**
 * Writes a table as Parquet (Snappy), one row group at a time: days as DATE, texts as dictionary-encoded strings, numbers
 * as DECIMAL(38, 15) or with the scale of their column, or as strings if one of them does not fit. The type does not depend
 * on the rows otherwise, so that readers can combine files. `facts` become key-value metadata.
 */
export async function* writeParquet(
  { columns, rows }: Table,
  facts: readonly (readonly [name: string, text: string])[],
): AsyncGenerator<Uint8Array> {
  const writer = new Chunks()
  const file = new ParquetWriter({
    writer,
    schema: [{ name: 'root', num_children: columns.length }, ...columns.map(elementOf)],
    kvMetadata: facts.map(([key, value]) => ({ key, value })),
    createdBy: 'trade-indicators',
  })
  const numberOf = columns.map(converter)
  let held = columns.map((): unknown[] => [])
  let count = 0
  const flush = (): Uint8Array => {
    const columnData = columns.map(({ name }, at) => ({ name, data: held[at] as never, offsetIndex: false }))
    file.write({ columnData, rowGroupSize: groupRows })
    held = columns.map(() => [])
    count = 0
    return writer.take()
  }
  for await (const batch of rows)
    for (const row of batch) {
      for (const [at, data] of held.entries()) data.push(numberOf[at]?.(row[at] ?? null))
      if (++count === groupRows) yield flush()
    }
  if (count > 0) yield flush()
  file.finish()
  yield writer.take()
}

class Chunks extends ByteWriter {
  take(): Uint8Array {
    const bytes = this.getBytes().slice()
    this.index = 0
    return bytes
  }
}

const scaleOf = ({ scale = usualScale }: Column): number => scale

function isDecimal(column: Column): boolean {
  const { whole, decimals } = column.digits ?? { whole: 0, decimals: 0 }
  const scale = scaleOf(column)
  return column.kind === 'number' && decimals <= scale && whole <= mostDigits - scale
}

function elementOf(column: Column): Element {
  const { name, kind } = column
  const optional = { name, repetition_type: 'OPTIONAL' } as const
  if (kind === 'day') return { ...optional, type: 'INT32', converted_type: 'DATE' }
  if (!isDecimal(column)) return { ...optional, type: 'BYTE_ARRAY', converted_type: 'UTF8' }
  const scale = scaleOf(column)
  const bytes = { type: 'FIXED_LEN_BYTE_ARRAY', type_length: 16 } as const
  return { ...optional, ...bytes, converted_type: 'DECIMAL', precision: mostDigits, scale }
}

function converter(column: Column): (cell: Cell) => unknown {
  const nullable = (make: (cell: string) => unknown) => (cell: Cell) => (cell === null ? undefined : make(cell))
  if (column.kind === 'day') return nullable((cell) => Date.parse(`${cell}T00:00:00Z`) / 86_400_000)
  const scale = scaleOf(column)
  return isDecimal(column) ? nullable((cell) => BigInt(shiftPoint(cell, scale, 0))) : nullable((cell) => cell)
}
