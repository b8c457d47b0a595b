/** Calls a function with a value, at once unless that is a promise: each promise costs a turn of the queue. */
export const settled = <T, R>(value: T | Promise<T>, use: (value: T) => R): R | Promise<Awaited<R>> =>
  value instanceof Promise ? (value.then(use) as Promise<Awaited<R>>) : use(value)
