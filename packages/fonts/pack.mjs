// Packs two weights of a TrueType font whose outlines have the same points, such as instances of one variable font: the
// second weight is stored as differences from the first. src/server/pictures/font-pack.ts unpacks them.
import { brotliCompressSync, constants } from 'node:zlib'

/** @param {Buffer} font */
function tablesOf(font) {
  return new Map(
    Array.from({ length: font.readUInt16BE(4) }, (_, table) => {
      const entry = 12 + 16 * table
      const start = font.readUInt32BE(entry + 8)
      return [font.toString('latin1', entry, entry + 4), font.subarray(start, start + font.readUInt32BE(entry + 12))]
    }),
  )
}

/**
 * Returns the last points of the contours of a glyph, and its points: whether on the curve, and the steps of x and y.
 * @param {Buffer} glyph
 */
function outlineOf(glyph) {
  if (glyph.length === 0) return { ends: [], on: [], x: [], y: [] }
  const contours = glyph.readInt16BE(0)
  if (contours < 0) throw new Error('A glyph that is made of others cannot be packed.')
  const ends = Array.from({ length: contours }, (_, contour) => glyph.readUInt16BE(10 + 2 * contour))
  let at = 10 + 2 * contours
  at += 2 + glyph.readUInt16BE(at) // instructions
  const flags = []
  while (flags.length <= (ends.at(-1) ?? -1)) {
    const flag = glyph[at++]
    flags.push(flag)
    if (flag & 8) for (let more = glyph[at++]; more > 0; more--) flags.push(flag)
  }
  const steps = (short, same) =>
    flags.map((flag) => {
      if (flag & short) return flag & same ? glyph[at++] : -glyph[at++]
      if (flag & same) return 0
      at += 2
      return glyph.readInt16BE(at - 2)
    })
  return { ends, on: flags.map((flag) => flag & 1), x: steps(2, 16), y: steps(4, 32) }
}

/** @param {Buffer} font */
function outlinesOf(font) {
  const tables = tablesOf(font)
  const isLong = tables.get('head').readInt16BE(50) === 1
  const offset = (glyph) =>
    isLong ? tables.get('loca').readUInt32BE(4 * glyph) : 2 * tables.get('loca').readUInt16BE(2 * glyph)
  return Array.from({ length: tables.get('maxp').readUInt16BE(4) }, (_, glyph) =>
    outlineOf(tables.get('glyf').subarray(offset(glyph), offset(glyph + 1))),
  )
}

/** Appends a signed number in bytes of seven bits. */
function append(stream, value) {
  let rest = value < 0 ? -2 * value - 1 : 2 * value
  for (; rest >= 128; rest >>= 7) stream.push((rest & 127) | 128)
  stream.push(rest)
}

/**
 * Returns both fonts, compressed: the length of a header, a header of JSON, and the parts whose lengths it states.
 * @param {Buffer} first
 * @param {Buffer} second
 */
export function pack(first, second) {
  const streams = { ends: [], on: [], x: [], y: [], dx: [], dy: [] }
  const others = outlinesOf(second)
  for (const [glyph, one] of outlinesOf(first).entries()) {
    const other = others[glyph]
    if (`${one.ends}/${one.on}` !== `${other.ends}/${other.on}`)
      throw new Error(`Glyph ${glyph} differs in its points.`)
    append(streams.ends, one.ends.length)
    for (const [contour, end] of one.ends.entries()) append(streams.ends, end - (one.ends[contour - 1] ?? -1))
    streams.on.push(...one.on)
    for (const point of one.on.keys()) {
      append(streams.x, one.x[point])
      append(streams.y, one.y[point])
      append(streams.dx, other.x[point] - one.x[point])
      append(streams.dy, other.y[point] - one.y[point])
    }
  }
  const tables = [first, second].map((font) => [...tablesOf(font)].filter(([tag]) => tag !== 'glyf' && tag !== 'loca'))
  const lengths = (entries) => entries.map(([name, { length }]) => [name, length])
  const header = Buffer.from(JSON.stringify({ tables: tables.map(lengths), streams: lengths(Object.entries(streams)) }))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(header.length)
  const contents = [...tables.flat(), ...Object.entries(streams)].map(([, content]) => Buffer.from(content))
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9 } // 11 saves a tenth and takes eight seconds
  return brotliCompressSync(Buffer.concat([length, header, ...contents]), { params })
}
