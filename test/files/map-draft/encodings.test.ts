import { expect, test } from 'vitest'
import { type Encoding, encodings } from '../../../src/files/input/transcode.js'
import { draftMap } from '../../../src/files/map-draft/draft.js'

/** Encodes a text with the bytes that decode to its characters. */
function encoded(text: string, encoding: Encoding): Uint8Array {
  const decode = (...bytes: number[]) => new TextDecoder(encoding).decode(Uint8Array.from(bytes), { stream: true })
  const bytesOf = new Map<string, number[]>()
  for (let high = 0x80; high < 0x100; high++) {
    bytesOf.set(decode(high), [high])
    if (encoding === 'shift_jis' || encoding === 'gb18030')
      for (let low = 0x40; low < 0xff; low++) {
        const character = decode(high, low)
        if ([...character].length === 1 && !bytesOf.has(character)) bytesOf.set(character, [high, low])
      }
  }
  return Uint8Array.from(
    [...text].flatMap((each) =>
      (each.codePointAt(0) ?? 0) < 0x80 ? [each.charCodeAt(0)] : (bytesOf.get(each) ?? expect.fail(each)),
    ),
  )
}

const draftOf = (bytes: Uint8Array, encoding: Encoding | null = null) =>
  draftMap(bytes, { file: 'a.csv', encoding, sheet: null, period: null })

test.each([
  ['latin1', 'Región,Exportación\nMéxico,5\nYucatán,6\n'],
  ['latin1', 'Région,Exportations\nCôte-d’Or,5\nFinistère,6\nOù,7\n'],
  ['latin1', 'Produits,Exportations\nBœuf – frais,5\nMain-d’œuvre (€),6\n'],
  ['latin1', 'Region,Exports\nTromsø,5\nMærsk,6\n'],
  ['gb18030', '地区,出口\n北京,5\n上海,6\n'],
  ['shift_jis', '国名,2022年\n中国,5\nアメリカ,6\n'],
  ['shift_jis', '国名,輸出\n中国,5\n米国,6\n'],
  ['shift_jis', '（単位：百万円）,2022年\nアジア①,5\n東南アジア→,6\n※注１　確々報,7\n'],
  ['shift_jis', '品名,数量(ﾄﾝ)\n鉄鋼のくず,5\nアルミニウム,6\n'],
] as const)('%s is guessed: %s', async (encoding, text) => {
  const { map, guesses } = await draftOf(encoded(text, encoding))
  expect(map['encoding']).toBe(encoding)
  expect(guesses[0]).toBe(`The encoding is guessed: ${encoding}.`)
})

test.each([
  ['windows-1250', 'Kraj,2022\nHlavní město Praha,5\nKrálovéhradecký,6\n'],
  ['windows-1250', 'Województwo,2022\nŁódzkie,5\nŚląskie,6\n'],
  ['iso-8859-2', 'Województwo,2022\nŁódzkie,5\nŚląskie,6\n'],
  ['windows-1251', 'Регион,2022\nМосква,5\nКалужская,6\n'],
] as const)('%s is asked for, and read when given', async (encoding, text) => {
  const bytes = encoded(text, encoding)
  const { placeholders, guesses } = await draftOf(bytes)
  expect(placeholders).toContain('<fill in: the encoding; draft the map again with --encoding, like windows-1250>')
  expect(guesses[0]).toContain('The encoding is not clear')
  const { map, figures } = await draftOf(bytes, encoding)
  expect(map['encoding']).toBe(encoding)
  expect(figures[0]).toContain(text.split('\n')[1]?.split(',')[0]?.replaceAll(' ', '_'))
})

test('every encoding is known to the decoder and the schema', async () => {
  const { tableMapSchema } = await import('../../../src/files/maps/map-files.js')
  expect(JSON.stringify(await tableMapSchema())).toContain(`"enum":${JSON.stringify(encodings)}`)
  for (const encoding of encodings) expect(new TextDecoder(encoding).decode(Uint8Array.of(0x41))).toBe('A')
})
