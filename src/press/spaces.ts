export const invisible = /[\p{Cc}\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFFD]/u
export const space = /[ \t\f\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/

/** Tells a visible ASCII character, as most are, without a pattern. */
export const isPrintable = (sign: string): boolean => sign > ' ' && sign <= '~'

const chinese = /[\p{Script=Han}，。；：、！？（）《》【】“”‘’]/u
const percent = /[%％﹪]/u
export const lineEnd = /[\n\r\u2028\u2029]/u

/** A text without some of its signs: `kept` has the places of its signs in the original, `gaps` where in it spaces were. */
export interface Closed {
  readonly text: string
  readonly kept: readonly number[]
  readonly gaps: ReadonlySet<number>
}

/**
 * Removes the spaces next to Chinese characters, which have no meaning: 出口增 长 10.4%. Tabs divide columns, and a space
 * between two numbers divides them.
 */
export function withoutSpaces(text: string): Closed {
  const kept: number[] = []
  const gaps = new Set<number>()
  let [before, isMark] = ['', false]
  let skipped: number[] = []
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? ''
    const isVisible = lineEnd.test(sign) || sign === '\t' || !(space.test(sign) || invisible.test(sign))
    if (!isVisible) {
      skipped.push(at)
      continue
    }
    const isInside = chinese.test(before) || chinese.test(sign) || percent.test(sign)
    if (!isInside || isMark) kept.push(...skipped)
    else if (before !== '' && !lineEnd.test(before) && skipped.some((each) => space.test(text[each] ?? '')))
      gaps.add(kept.length)
    skipped = []
    // The space behind the dash that begins an item of a list makes it one.
    isMark = /[-–—]/u.test(sign) && (before === '' || lineEnd.test(before))
    before = sign
    kept.push(at)
  }
  return { text: kept.map((at) => text[at]).join(''), kept, gaps }
}

const shortestPart = 4

/** Matches the office that a heading quotes: 商务部：7月出口回落 进口下降6%. */
export const whoSpeaks = /^(?:海关总署|商务部|国新办|(?:国家)?统计局|\p{Script=Han}{2,4}海关)[：:]/u

/** Returns the gaps of a line that divide a heading: 外贸进出口1970.2亿元 同比增长6.5%. */
export function partsOfHeading(line: string, from: number, gaps: ReadonlySet<number>): readonly number[] {
  if (gaps.size === 0 || /[，。；：,;:]/u.test(line.replace(whoSpeaks, ''))) return []
  const inside: number[] = []
  for (let at = from; at < from + line.length; at++) if (gaps.has(at)) inside.push(at)
  const ends = [from, ...inside, from + line.length]
  return ends.every((end, at) => at === 0 || end - (ends[at - 1] ?? end) >= shortestPart) ? inside : []
}
