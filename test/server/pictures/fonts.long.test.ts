import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { parse } from 'opentype.js'
import { expect, test } from 'vitest'
import { chineseFonts } from '../../../src/server/pictures/explorer.js'
import { unpackedFonts } from '../../../src/server/pictures/font-files.js'

const { resolve } = createRequire(import.meta.url)
const files = unpackedFonts(chineseFonts)

/** Characters of few and many strokes, of both levels of GB 2312, and marks. */
const characters = [...'一广东省锂电池衢邕鼍儋（）％，。\u3000']

async function drawn(path: string): Promise<Record<string, string>> {
  const bytes = await readFile(path)
  const font = parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
  return Object.fromEntries(
    characters.map((character) => {
      const glyph = font.charToGlyph(character)
      return [character, `${glyph.advanceWidth} ${glyph.getPath(0, 0, font.unitsPerEm).toPathData(0)}`]
    }),
  )
}

test.each([
  [0, '400Regular/NotoSansSC_400Regular'],
  [1, '600SemiBold/NotoSansSC_600SemiBold'],
])('unpacked font %i has the outlines of its original', async (font, original) => {
  const paths = await files()
  expect(await drawn(paths[font] ?? '')).toEqual(
    await drawn(resolve(`@expo-google-fonts/noto-sans-sc/${original}.ttf`)),
  )
})

test.runIf(process.platform === 'linux')('unpacked fonts leave no names behind', async () => {
  await files()
  const names = await readdir(tmpdir())
  expect(names.filter((name) => name.startsWith('trade-indicators-fonts-'))).toEqual([])
})
