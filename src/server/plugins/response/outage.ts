// Of Node's sockets, which may also lack files to open; of PostgreSQL: class 08, shutting down, starting up, too many connections; of Prisma.
const codes = [
  /^(ECONN(REFUSED|RESET|ABORTED)|E(MFILE|NFILE|PIPE|TIMEDOUT|NOTFOUND|HOSTUNREACH|NETUNREACH)|EAI_AGAIN)$/,
  /^(08...|57P0[1-3]|53300)$/,
  /^(P1001|P1002|P1008|P1017|P2024|P2037)$/,
]
// Messages of node-postgres, which have no code.
const messages = [
  /^Connection terminated/,
  /^timeout exceeded when trying to connect/,
  /^Client (has encountered a connection error|was closed)/,
  /^Cannot use a pool after calling end/,
]
// How Prisma's driver adapters call the same.
const kinds = [/^(DatabaseNotReachable|ConnectionClosed|SocketTimeout|TooManyConnections)$/]

// Of PostgreSQL: the disk, or what may be had of it.
const full = [/^53100$/, /(No space left on device|Disk quota exceeded|File too large)$/]

/** Whether an error, or what it came from, says that the database cannot be reached, or has no room to store anything. */
export const isOutage = (error: unknown): boolean => some(error, isLoss) || isFull(error)

/** Whether it says that there is no room. */
export const isFull = (error: unknown): boolean =>
  some(error, ({ code, message }) => says(full, code) || says(full, message))

type Told = Readonly<Record<string, unknown>>

const isLoss = ({ code, message, kind }: Told): boolean =>
  says(codes, code) || says(messages, message) || says(kinds, kind)

const says = (patterns: readonly RegExp[], value: unknown): boolean =>
  typeof value === 'string' && patterns.some((pattern) => pattern.test(value))

function some(error: unknown, is: (told: Told) => boolean): boolean {
  if (typeof error !== 'object' || error === null) return false
  const told = error as Told
  if (is(told)) return true
  const { errors, cause, originalError, meta, driverAdapterError } = told
  // Of a raw query, Prisma tells in `meta` what its adapter said.
  return [cause, originalError, meta, driverAdapterError, ...(Array.isArray(errors) ? errors : [])].some((each) =>
    some(each, is),
  )
}
