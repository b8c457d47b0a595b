/** Computation in steps: at each `yield` whoever drives it may let others work, or give it up. */
export type Steps<T> = Generator<undefined, T, undefined>

/** How many small items are worked on between two steps. */
const few = 64

/** The results of a function of each item, a step after every few items. */
export function* mapSteps<T, R>(items: Iterable<T>, of: (item: T, index: number) => R, every = few): Steps<R[]> {
  const made: R[] = []
  for (const item of items) {
    made.push(of(item, made.length))
    if (made.length % every === 0) yield
  }
  return made
}

/** The same rows of what a function makes of their cells. */
export function* mapCells<T, R>(
  rows: readonly (readonly T[])[],
  of: (cell: T, row: number, column: number) => R,
): Steps<R[][]> {
  const made: R[][] = []
  let count = 0
  for (const [row, cells] of rows.entries()) {
    const line: R[] = []
    for (const [column, cell] of cells.entries()) {
      line.push(of(cell, row, column))
      count += 1
      if (count % few === 0) yield
    }
    made.push(line)
  }
  return made
}

/** Runs a computation to its end at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}
