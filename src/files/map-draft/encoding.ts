import type { Steps } from '../../lib/steps.js'
import { type Encoding, textIn } from '../input/transcode.js'

export interface EncodingGuess {
  readonly encoding: Encoding
  // False if nothing but the absence of a better guess speaks for it.
  readonly isProbable: boolean
}

/**
 * Guesses the encoding of a file: UTF-8 if it is valid, otherwise that in which its letters are probable. Some bytes are
 * text in both East Asian encodings, and then neither is.
 */
export function* guessEncoding(bytes: Uint8Array): Steps<EncodingGuess> {
  if (decoded(bytes, 'utf-8') !== null) return { encoding: 'utf-8', isProbable: true }
  yield
  const japanese = isJapanese(decoded(bytes, 'shift_jis'))
  yield
  const chinese = isChinese(decoded(bytes, 'gb18030'), bytes)
  yield
  if (japanese && chinese) return { encoding: isSimple(bytes) ? 'gb18030' : 'shift_jis', isProbable: !isSimple(bytes) }
  if (japanese) return { encoding: 'shift_jis', isProbable: true }
  if (chinese) return { encoding: 'gb18030', isProbable: true }
  return { encoding: 'latin1', isProbable: isWestern(decoded(bytes, 'latin1') ?? '') }
}

// Tells bytes of GB 2312, the characters of almost all Chinese text, whose pairs are above A0 throughout.
function isSimple(bytes: Uint8Array): boolean {
  let [pairs, simple] = [0, 0]
  for (let at = 0; at < bytes.length; at++) {
    const [high = 0, low = 0] = [bytes[at], bytes[at + 1]]
    if (high < 0x80) continue
    pairs++
    if (high > 0xa0 && low > 0xa0) simple++
    at++
  }
  return simple >= pairs * 0.9
}

function decoded(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return textIn(bytes, encoding, { fatal: true })
  } catch {
    return null
  }
}

const letters = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々`
const signs = String.raw`、。・「」『』（）【】〔〕：；，．？！％＝＋／＆＊－‐―～〜　\uFF01-\uFF5E\u2010-\u2060\u2190-\u27BF\u2150-\u218B\u2460-\u24FF\u3000-\u303F\u3200-\u33FF×÷±°§¶´¨`
const notJapanese = new RegExp(`[^\\p{ASCII}${letters}${signs}\uFF61-\uFF9F]`, 'u')
const words = new RegExp(`[${letters}${signs}]{2,}|[ｦ-ﾟ]{3,}`, 'gu')
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/gu
const halfWidth = /[\uFF61-\uFF9F]/gu

// Chinese text read as Shift_JIS has half-width kana beside few others, and Latin-1 becomes single characters.
function isJapanese(text: string | null): boolean {
  if (text === null || notJapanese.test(text)) return false
  const all = text.match(/\P{ASCII}/gu)?.length ?? 0
  const [half, full] = [
    text.match(halfWidth)?.length ?? 0,
    (text.match(kana)?.length ?? 0) - (text.match(halfWidth)?.length ?? 0),
  ]
  return all > 0 && half <= full && (text.match(words) ?? []).join('').length * 2 > all
}

// Accented letters of Latin-1 stand alone between ASCII letters, and two bytes make a Chinese character.
function isChinese(text: string | null, bytes: Uint8Array): boolean {
  const han = (text?.match(/\p{Script=Han}/gu) ?? []).length
  const other = bytes.reduce((count, byte) => count + (byte >= 0x80 ? 1 : 0), 0)
  return text !== null && han > 0 && han * 2 >= other * 0.8 && !/[A-Za-z]\p{Script=Han}[A-Za-z]/u.test(text)
}

const improbable = [
  /[\u0080-\u009f\ufffd]/,
  // Signs in words, and words of accented letters, as in Polish and Russian read as Latin-1.
  /\p{L}(?:[¹³¿¡¼½¾¦¥£±¶·¸¨¯ŸŒ]|œ(?!u))\p{Ll}|[£¥¦¯¼¾¿]\p{Ll}{3}/u,
  /[\u00c0-\u00ff]{4}/,
]

function isWestern(text: string): boolean {
  if (improbable.some((each) => each.test(text))) return false
  // Czech and Hungarian read as Latin-1.
  return !(/[ìøùõû]/.test(text) && /[ýíá]/.test(text) && !/[ãçñ]/.test(text))
}
