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
  for (let row = 0; row < rows.length; row++) {
    const cells = rows[row] as readonly T[]
    const line: R[] = []
    for (let column = 0; column < cells.length; column++) {
      line.push(of(cells[column] as T, row, column))
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
