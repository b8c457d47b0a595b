/** A fenced block of a document, and what stands before it that says how it is meant. */
export interface Block {
  /** Of the line that opens it. */
  readonly line: number
  /** The title of its chapter; empty before the first. */
  readonly chapter: string
  /** Whether it is the first of its chapter. */
  readonly first: boolean
  /** `sh`, `graphql`, …; empty where the fence names none. */
  readonly language: string
  readonly text: string
  /** The name that the line before gives it: "`may.csv`:". */
  readonly file: string | null
  /** The comment right before it, as `goes on`; a reader does not see it. */
  readonly note: string | null
}

/** The fenced blocks of a document, in order. */
export function readBlocks(markdown: string): Block[] {
  const lines = markdown.split('\n')
  const blocks: Block[] = []
  let chapter = ''
  let first = true
  for (let at = 0; at < lines.length; at++) {
    if (lines[at]?.startsWith('## ')) {
      chapter = lines[at]?.slice(3) ?? ''
      first = true
    }
    const opening = /^(`{3,})(\w*)\s*$/.exec(lines[at] ?? '')
    if (opening === null) continue
    const end = lines.indexOf(opening[1] ?? '', at + 1)
    if (end < 0) throw new Error(`line ${at + 1}: the block is not closed`)
    const before = lines.slice(0, at).findLast((line) => line !== '') ?? ''
    blocks.push({
      line: at + 1,
      chapter,
      first,
      language: opening[2] ?? '',
      text: lines
        .slice(at + 1, end)
        .map((line) => `${line}\n`)
        .join(''),
      file: /`([\w./-]+)`:$/.exec(before)?.[1] ?? null,
      note: /^<!-- (.*) -->$/.exec(before)?.[1] ?? null,
    })
    first = false
    at = end
  }
  return blocks
}

/** The queries that stand within the text of a document, as `{ store { version } }`, with the lines where they do. */
export function inlineQueries(markdown: string): { line: number; text: string }[] {
  const found: { line: number; text: string }[] = []
  let fenced = false
  for (const [at, line] of markdown.split('\n').entries()) {
    if (line.startsWith('```')) fenced = !fenced
    if (fenced) continue
    for (const [, text = ''] of line.matchAll(/`((?:(?:query|subscription) )?\{ [a-z][^`]*\})`/g))
      found.push({ line: at + 1, text })
  }
  return found
}
