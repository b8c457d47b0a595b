import type { Language } from '../domain/text/language.js'

export const ornament = String.raw`(?:[◆◇★☆▲△▼▽▶►▷➤➢✦✧❖◎○●•▪■□※◈↓↑→⇒⬇⬆]|(?![©®™])\p{Extended_Pictographic}[\uFE0F\u200D\u{1F3FB}-\u{1F3FF}]*)`
/** Matches the mark that begins an item of a Chinese list: ●, ①, 1., （一）. */
export const listMark = String.raw`[^\S\n]*(?:${ornament}|[①-⒇㈠-㈩❶-❿]|\d{1,2}[.．、)）](?!\d)|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]|[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十]+[季月、])|(?:TOP|No\.?|NO\.?) ?\d{1,2}[.．、：: ]*)`

const terminal = /[.!?。！？：:;；…][)\]"'”’」』）]*\s*$/
const open =
  /(?:[,，、；;\-–—(（“‘/+]|(?:^|[^A-Za-z])(?:of|and|or|the|a|an|to|in|by|with|for|from|at|on|than|as|CNY|RMB|USD|EUR|US\$|\$|€|£|¥|total|its|their|was|were|is|reached|up|down|about|over|nearly))\s*$/i
const goesOn =
  /^\s*(?:[a-z%),，、。；;％）亿万元]|percent|per cent|trillion|billion|million|yuan|\d[\d.,]*\s*(?:%|percent|per cent|trillion|billion|million|万|亿))/

/** Decides for each line break whether it ends a heading or paragraph or stands inside a sentence. */
export function linesOf(text: string, language: Language): ReadonlyMap<number, 'break' | 'join'> {
  const found = new Map<number, 'break' | 'join'>()
  let from = 0
  let isBlockStart: boolean = true
  // A text with long lines is not divided at a width: its line breaks end paragraphs and headings.
  const isFlowing = language === 'EN' && longLine.test(text)
  for (let at = 0; at <= text.length; at++) {
    const sign = text[at]
    if (at < text.length && sign !== '\n' && sign !== '\r' && sign !== '\u2028' && sign !== '\u2029') continue
    if (sign === '\r' && text[at + 1] === '\n') {
      found.set(at, 'join')
      continue
    }
    const line = text.slice(from, at)
    const next = text.slice(at + 1, at + 121)
    const ends = line.trim() === '' || next.trim() === '' || /^[^\S\n]*\r?\n/.test(next) || terminal.test(line)
    const isBreak: boolean =
      ends ||
      (isBlockStart && isHeading(line, next, language, from === 0)) ||
      (isFlowing && /^\s*\p{Lu}/u.test(next) && !open.test(line) && !goesOn.test(next)) ||
      /^\s*(?:[•▪●■·*]|[-–—]\s)/.test(next) ||
      (language === 'ZH' && endsItem(line, next))
    if (at < text.length) found.set(at, isBreak ? 'break' : 'join')
    isBlockStart = isBreak
    from = at + 1
  }
  return found
}

const longLine = /[^\n\r\u2028\u2029]{180}/u

const dateLine = /^\s*\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}\s*$/

function isHeading(line: string, next: string, language: Language, isFirst: boolean): boolean {
  if (language === 'EN' && dateLine.test(line)) return true
  // A title ends with a direction, "Exports to Arab countries up", where no number follows.
  const isTold = language === 'EN' && /\b(?:up|down)\s*$/i.test(line) && /^\s*\p{Lu}\p{L}/u.test(next)
  if ((open.test(line) && !isTold) || goesOn.test(next) || line.length > 250) return false
  if (language === 'EN') return !/[.!?]\s/.test(line) || line.length < 60
  if (/[。！？]/.test(line) || (/[，；]/.test(line) && !isFirst)) return false
  if (/\d\s*$/.test(line) && /^\s*(?:[万亿元%.\d]|个百分点)/.test(next)) return false
  const isNumbered = /^\s*(?:[（(]?[一二三四五六七八九十\d]+[）)、.．]|#)/.test(line)
  const shown = line.replace(ornaments, '').trim()
  return isFirst || isNumbered || (shown.length <= 30 && /\p{Script=Han}$/u.test(shown))
}

const ornaments = new RegExp(ornament, 'gu')
const marked = new RegExp(`^${listMark}`, 'u')
const label = /^\s*(?:进出口|出口|进口|贸易[顺逆]差|[顺逆]差)(?:总值|总额|值|额)?[：:]/u
const named = /^\s*[\p{Script=Han}“”]{2,12}[：:]/u
const row = /^\s*\p{Script=Han}[^，。；：、]{0,30}?\s+[-+]?\d[\d,.]*%?(?:\s+[-+]?\d[\d,.]*%?)*\s*$/u

const header = /^[^，。；：]{4,100}[（(](?:[%％]|[万亿]+(?:元|美元)(?:人民币)?)[）)]\s*$/u

function endsItem(line: string, next: string): boolean {
  const [following = ''] = next.split('\n', 1)
  if (header.test(following)) return true
  if (header.test(line) || row.test(line) || row.test(following)) return !goesOn.test(following)
  if (open.test(line)) return false
  if (marked.test(following) || label.test(following)) return true
  if (named.test(line) && named.test(following)) return true
  return (marked.test(line) || label.test(line)) && /^\s*(?:同期|此外|其中|\d{1,2}月|前\d)/u.test(following)
}
