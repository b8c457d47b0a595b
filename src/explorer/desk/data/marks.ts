export interface Span {
  readonly start: number
  readonly end: number
}

export interface Mark {
  readonly span: Span
  readonly key: string
  readonly kind: string
  readonly isStruck: boolean
}

export interface Piece {
  readonly start: number
  readonly text: string
  readonly mark: Mark | null
}

/** Cuts a text into pieces at its marks. Of marks that overlap, the first counts. */
export function piecesOf(text: string, marks: readonly Mark[]): readonly Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const mark of marks.toSorted((one, other) => one.span.start - other.span.start)) {
    const { start, end } = mark.span
    if (start < at) continue
    if (start > at) pieces.push({ start: at, text: text.slice(at, start), mark: null })
    pieces.push({ start, text: text.slice(start, end), mark })
    at = end
  }
  if (at < text.length) pieces.push({ start: at, text: text.slice(at), mark: null })
  return pieces
}
