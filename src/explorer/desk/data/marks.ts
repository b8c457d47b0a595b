import type { Draft } from './draft.js'

/** A piece of the text: plain, or a number with the figure that it belongs to. */
export interface Piece {
  readonly start: number
  readonly text: string
  readonly draft: Draft | null
}

/** Cuts a text into pieces at the numbers of its figures. A number of several figures belongs to the first. */
export function piecesOf(text: string, drafts: readonly Draft[]): readonly Piece[] {
  const marks = drafts
    .flatMap((draft) => draft.spans.map((span) => ({ ...span, draft })))
    .sort((one, other) => one.start - other.start)
  const pieces: Piece[] = []
  let at = 0
  for (const { start, end, draft } of marks) {
    if (start < at) continue
    if (start > at) pieces.push({ start: at, text: text.slice(at, start), draft: null })
    pieces.push({ start, text: text.slice(start, end), draft })
    at = end
  }
  if (at < text.length) pieces.push({ start: at, text: text.slice(at), draft: null })
  return pieces
}
