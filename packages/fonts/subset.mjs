// Writes dist/fonts, the fonts that pictures of charts are drawn with: Latin of Source Sans 3 and Source Serif 4, and the
// characters of GB 2312 of Noto Sans SC. A store may name anything in Chinese, so the characters of the shipped texts
// would not do. The two weights of Noto Sans SC are packed together, in half the size; widths.json has the widths of the
// Latin characters.
import { copyFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import opentype from 'opentype.js'
import subset from 'subset-font'
import { pack } from './pack.mjs'

const folder = new URL('../../dist/fonts/', import.meta.url)
const { resolve } = createRequire(import.meta.url)

const range = (from, to) => String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, n) => from + n))
const latin = [range(0x20, 0x24f), range(0x2010, 0x203a), '€−≈≠≤≥×±·◇↗✓'].join('')

function gb2312() {
  const decoder = new TextDecoder('gb2312')
  const rows = Array.from({ length: 0xf7 - 0xa0 }, (_, row) =>
    Array.from({ length: 94 }, (_, cell) => decoder.decode(Uint8Array.of(0xa1 + row, 0xa1 + cell))).join(''),
  )
  return rows.join('').replaceAll('\ufffd', '')
}

const fonts = [
  ['source-sans-3/400Regular/SourceSans3_400Regular', 'sans-400'],
  ['source-sans-3/600SemiBold/SourceSans3_600SemiBold', 'sans-600'],
  ['source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic', 'sans-400-italic'],
  ['source-serif-4/600SemiBold/SourceSerif4_600SemiBold', 'serif-600'],
]
const weights = ['400Regular/NotoSansSC_400Regular', '600SemiBold/NotoSansSC_600SemiBold']

const named = { targetFormat: 'sfnt', preserveNameIds: [16, 17] }
// Horizontal text of Chinese characters, without Latin, needs neither features nor the metrics of vertical text.
const unused = ['BASE', 'GDEF', 'GPOS', 'GSUB', 'STAT', 'gasp', 'prep', 'vhea', 'vmtx']
const bare = { ...named, noHinting: true, noLayoutClosure: true, keepFeatures: [], dropTables: unused }

const fontAt = (path, text, options) =>
  readFile(resolve(`@expo-google-fonts/${path}.ttf`)).then((whole) => subset(whole, text, options))

async function write(name, content) {
  const partial = new URL(`${name}.partial`, folder)
  await writeFile(partial, content)
  await rename(partial, new URL(name, folder))
}

await rm(folder, { recursive: true, force: true })
await mkdir(folder, { recursive: true })
/** @type {Record<string, Record<string, number>>} */
const widths = {}
for (const [path, name] of fonts) {
  const bytes = await fontAt(path, latin, named)
  await write(`${name}.ttf`, bytes)
  const font = opentype.parse(Uint8Array.from(bytes).buffer)
  const glyphs = [...latin].map((character) => [character, font.charToGlyph(character)])
  const known = glyphs.filter(([, { index }]) => index !== 0)
  widths[name] = Object.fromEntries(known.map(([text, { advanceWidth }]) => [text, advanceWidth / font.unitsPerEm]))
}
await write('widths.json', JSON.stringify(widths))
const chinese = await Promise.all(weights.map((path) => fontAt(`noto-sans-sc/${path}`, gb2312(), bare)))
await write('chinese.br', pack(...chinese))
for (const name of ['source-sans-3', 'source-serif-4', 'noto-sans-sc'])
  await copyFile(resolve(`@expo-google-fonts/${name}/LICENSE_FONT`), fileURLToPath(new URL(`${name}.txt`, folder)))
