/** One line of the table. Ratios are medians over the rounds of a run, with the lowest and the highest. */
export interface Line {
  readonly figure: string
  readonly what: string
  /** What was measured, and its unit. */
  readonly value: string
  readonly reference: string
  readonly ratio: number | null
  readonly spread: readonly [number, number] | null
  readonly budget: string
  readonly met: boolean | null
}

export const median = (all: readonly number[]): number => {
  const sorted = all.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

const two = (number: number | undefined): string => (number === undefined ? '' : number.toFixed(2))

/** A number of this size or that, to three digits. */
export const short = (number: number): string =>
  number >= 100 ? Math.round(number).toLocaleString('en') : number.toPrecision(3)

/** The page of results, in Markdown. */
export function page(lines: readonly Line[], about: Readonly<Record<string, string>>): string {
  const head = ['#', 'figure', 'measured', 'reference', 'ratio', 'spread', 'budget', '']
  const rows = lines.map(({ figure, what, value, reference, ratio, spread, budget, met }) => [
    figure,
    what,
    value,
    reference,
    ratio === null ? '' : two(ratio),
    spread === null ? '' : `${two(spread[0])} to ${two(spread[1])}`,
    budget,
    met === null ? '' : met ? 'met' : 'missed',
  ])
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [
    '# Results of the bench',
    '',
    'Written by `npm run bench`. Only ratios of one run can be compared: every reference was measured in turn with what it is the reference of.',
    '',
    ...Object.entries(about).map(([name, value]) => `- ${name}: ${value}`),
    '',
    row(head),
    row(head.map(() => '---')),
    ...rows.map(row),
    '',
  ].join('\n')
}
