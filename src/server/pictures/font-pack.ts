import { setImmediate } from 'node:timers/promises'
import { promisify } from 'node:util'
import { brotliDecompress } from 'node:zlib'

type Tag = string
interface Header {
  readonly tables: readonly (readonly (readonly [Tag, number])[])[]
  readonly streams: readonly (readonly [string, number])[]
}

/** Glyphs between two pauses, in which other requests are served: a few milliseconds. */
const between = 128

/** Returns the TrueType fonts that packages/fonts/pack.mjs has packed. */
export async function unpackFonts(packed: Uint8Array): Promise<Buffer[]> {
  const bytes = await promisify(brotliDecompress)(packed)
  let at = 4 + bytes.readUInt32BE(0)
  const { tables, streams }: Header = JSON.parse(bytes.toString('utf8', 4, at))
  const take = (length: number): Buffer => {
    at += length
    return bytes.subarray(at - length, at)
  }
  const stored = tables.map((of) => new Map(of.map(([tag, length]) => [tag, take(length)])))
  const stream = new Map(streams.map(([name, length]) => [name, take(length)]))
  const read = (name: string): (() => number) => numbersOf(stream.get(name) ?? Buffer.alloc(0))
  const [ends, x, y, dx, dy] = [read('ends'), read('x'), read('y'), read('dx'), read('dy')]
  const on = stream.get('on') ?? Buffer.alloc(0)
  const outlines = stored.map(() => new OutlineWriter())
  const count = stored[0]?.get('maxp')?.readUInt16BE(4) ?? 0
  for (let glyph = 0, point = 0; glyph < count; glyph++) {
    if (glyph % between === 0) await setImmediate()
    const sizes = Array.from({ length: ends() }, ends)
    const points = sizes.reduce((sum, size) => sum + size, 0)
    const flags = on.subarray(point, point + points)
    point += points
    const steps = outlines.map(() => ({ x: new Int16Array(points), y: new Int16Array(points) }))
    for (let each = 0; each < points; each++) {
      let [stepX, stepY] = [x(), y()]
      for (const [font, step] of steps.entries()) {
        if (font > 0) [stepX, stepY] = [stepX + dx(), stepY + dy()]
        step.x[each] = stepX
        step.y[each] = stepY
      }
    }
    for (const [font, outline] of outlines.entries())
      outline.append(sizes, flags, steps[font]?.x ?? empty, steps[font]?.y ?? empty)
  }
  return stored.map((others, font) => fontOf(others, outlines[font] as OutlineWriter))
}

const empty = new Int16Array()

function numbersOf(bytes: Uint8Array): () => number {
  let at = 0
  return () => {
    let [value, shift, byte] = [0, 0, 0]
    do {
      byte = bytes[at++] ?? 0
      value |= (byte & 127) << shift
      shift += 7
    } while (byte > 127)
    return value & 1 ? -((value + 1) >> 1) : value >> 1
  }
}

class OutlineWriter {
  readonly #glyphs: Buffer[] = []

  append(sizes: readonly number[], on: Uint8Array, x: Int16Array, y: Int16Array): void {
    if (sizes.length === 0) {
      this.#glyphs.push(Buffer.alloc(0))
      return
    }
    const glyph = Buffer.alloc(12 + 2 * sizes.length + 5 * on.length + 3)
    glyph.writeInt16BE(sizes.length, 0)
    for (const [offset, edge] of edgesOf(x, y).entries()) glyph.writeInt16BE(edge, 2 + 2 * offset)
    let at = 10
    let end = -1
    for (const size of sizes) {
      end += size
      at = glyph.writeUInt16BE(end, at)
    }
    at += 2 // no instructions
    for (let point = 0; point < on.length; point++)
      glyph[at++] = (on[point] ?? 0) | (flagOf(x[point] ?? 0) << 1) | (flagOf(y[point] ?? 0) << 2)
    for (const steps of [x, y])
      for (const step of steps) {
        if (step === 0) continue
        if (Math.abs(step) < 256) glyph[at++] = Math.abs(step)
        else at = glyph.writeInt16BE(step, at)
      }
    this.#glyphs.push(glyph.subarray(0, (at + 3) & ~3))
  }

  tables(): readonly [Tag, Buffer][] {
    const loca = Buffer.alloc(4 * this.#glyphs.length + 4)
    let at = 0
    for (const [glyph, { length }] of this.#glyphs.entries()) {
      at += length
      loca.writeUInt32BE(at, 4 * glyph + 4)
    }
    return [
      ['glyf', Buffer.concat(this.#glyphs)],
      ['loca', loca],
    ]
  }
}

/** Returns the bits of a step: 1 if it is one byte, 8 if that is positive or the step is zero. */
const flagOf = (step: number): number => (step === 0 ? 8 : Math.abs(step) >= 256 ? 0 : step > 0 ? 9 : 1)

function edgesOf(x: Int16Array, y: Int16Array): readonly number[] {
  const [horizontal, vertical] = [rangeOf(x), rangeOf(y)]
  return [horizontal.least, vertical.least, horizontal.most, vertical.most]
}

function rangeOf(steps: Int16Array): { readonly least: number; readonly most: number } {
  let [place, least, most] = [0, 32767, -32768]
  for (const step of steps) {
    place += step
    least = Math.min(least, place)
    most = Math.max(most, place)
  }
  return { least, most }
}

/** Returns a font file of tables. Their checksums are zero: nothing here verifies them. */
function fontOf(others: ReadonlyMap<Tag, Buffer>, outlines: OutlineWriter): Buffer {
  const tables = [...others, ...outlines.tables()].sort(([one], [other]) => (one < other ? -1 : 1))
  const head = tables.find(([tag]) => tag === 'head')?.[1]
  head?.writeInt16BE(1, 50) // `loca` has long offsets
  const directory = Buffer.alloc(12 + 16 * tables.length)
  directory.writeUInt32BE(0x00010000, 0)
  const power = Math.floor(Math.log2(tables.length))
  for (const [offset, value] of [tables.length, 16 << power, power, 16 * tables.length - (16 << power)].entries())
    directory.writeUInt16BE(value, 4 + 2 * offset)
  let at = directory.length
  const contents: Buffer[] = [directory]
  for (const [table, [tag, content]] of tables.entries()) {
    const entry = 12 + 16 * table
    directory.write(tag, entry, 'latin1')
    directory.writeUInt32BE(at, entry + 8)
    directory.writeUInt32BE(content.length, entry + 12)
    const padding = Buffer.alloc(-content.length & 3)
    contents.push(content, padding)
    at += content.length + padding.length
  }
  return Buffer.concat(contents)
}
