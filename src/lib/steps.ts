/** The computation pauses at each `yield`, where the driver may let other work run, or abandon it. */
export type Steps<T> = Generator<undefined, T, undefined>

const few = 64

export function* mapSteps<T, R>(items: Iterable<T>, of: (item: T, index: number) => R, every = few): Steps<R[]> {
  const results: R[] = []
  for (const item of items) {
    results.push(of(item, results.length))
    if (results.length % every === 0) yield
  }
  return results
}

export function* mapCells<T, R>(
  rows: readonly (readonly T[])[],
  of: (cell: T, row: number, column: number) => R,
): Steps<R[][]> {
  const results: R[][] = []
  let count = 0
  for (const [row, cells] of rows.entries()) {
    const line: R[] = []
    for (const [column, cell] of cells.entries()) {
      line.push(of(cell, row, column))
      count += 1
      if (count % few === 0) yield
    }
    results.push(line)
  }
  return results
}

export function* someSteps<T>(items: Iterable<T>, test: (item: T) => boolean): Steps<boolean> {
  for (const item of items) {
    if (test(item)) return true
    yield
  }
  return false
}

export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}
