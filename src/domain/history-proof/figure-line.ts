/** The cells of the line of a figure, in order. Cells without content are empty. */
export const figureCells = [
  'series',
  'period',
  'value',
  'unit',
  'decimals',
  'qualifier',
  'status',
  'yoy',
  'share',
  'shareOf',
  'shareChange',
  'more',
] as const

export type FigureLine = Readonly<Record<(typeof figureCells)[number], string>>

/** The number of lines of a block, the last one of a release excepted. */
export const blockLines = 64

/** Reads the line of a figure; null for another number of cells. */
export function readFigureLine(line: string): FigureLine | null {
  const cells = line.split('\t')
  if (cells.length !== figureCells.length) return null
  return Object.fromEntries(figureCells.map((name, at) => [name, cells[at] ?? ''])) as FigureLine
}
