// Writes dist/fonts, the fonts that pictures of charts are drawn with: Latin of Source Sans 3 and Source Serif 4, and the
// characters of GB 2312 of Noto Sans SC. A store may name anything in Chinese, so the characters of the shipped texts
// would not do.
import { copyFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import subset from 'subset-font'

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

// Without Latin, which is not to come from this font.
const chinese = gb2312()
const fonts = [
  ['source-sans-3/400Regular/SourceSans3_400Regular', 'sans-400', latin],
  ['source-sans-3/600SemiBold/SourceSans3_600SemiBold', 'sans-600', latin],
  ['source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic', 'sans-400-italic', latin],
  ['source-serif-4/600SemiBold/SourceSerif4_600SemiBold', 'serif-600', latin],
  ['noto-sans-sc/400Regular/NotoSansSC_400Regular', 'chinese-400', chinese],
  ['noto-sans-sc/600SemiBold/NotoSansSC_600SemiBold', 'chinese-600', chinese],
]

await mkdir(folder, { recursive: true })
for (const [path, name, text] of fonts) {
  const whole = await readFile(resolve(`@expo-google-fonts/${path}.ttf`))
  const partial = new URL(`${name}.partial`, folder)
  await writeFile(partial, await subset(whole, text, { targetFormat: 'truetype', preserveNameIds: [16, 17] }))
  await rename(partial, new URL(`${name}.ttf`, folder))
}
for (const name of ['source-sans-3', 'source-serif-4', 'noto-sans-sc'])
  await copyFile(resolve(`@expo-google-fonts/${name}/LICENSE_FONT`), fileURLToPath(new URL(`${name}.txt`, folder)))
