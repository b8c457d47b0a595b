// Codes of Node, of PostgreSQL (class 08, shutdown, start-up, too many connections) and of Prisma.
const lossCodes = [
  /^(ECONN(REFUSED|RESET|ABORTED)|E(MFILE|NFILE|PIPE|TIMEDOUT|NOTFOUND|HOSTUNREACH|NETUNREACH)|EAI_AGAIN)$/,
  /^(08...|57P0[1-3]|53300)$/,
  /^(P1001|P1002|P1008|P1017|P2024|P2037)$/,
]
// Messages of node-postgres, which have no code.
const lossMessages = [
  /^Connection terminated/,
  /^timeout exceeded when trying to connect/,
  /^Client (has encountered a connection error|was closed)/,
  /^Cannot use a pool after calling end/,
]
// Prisma's driver adapters.
const lossKinds = [/^(DatabaseNotReachable|ConnectionClosed|SocketTimeout|TooManyConnections)$/]

// PostgreSQL's disk_full, and messages of the operating system.
const fullPatterns = [/^53100$/, /(No space left on device|Disk quota exceeded|File too large)$/]

type ErrorFields = Readonly<Record<string, unknown>>

export const isOutage = (error: unknown): boolean => hasCause(error, isLoss) || isFull(error)

export const isFull = (error: unknown): boolean =>
  hasCause(error, ({ code, message }) => matches(fullPatterns, code) || matches(fullPatterns, message))

// The process that shared an embedded store has ended, and removed its socket.
const isSocketGone = ({ code, syscall }: ErrorFields): boolean => code === 'ENOENT' && syscall === 'connect'

const isLoss = (error: ErrorFields): boolean => {
  const { code, message, kind } = error
  return isSocketGone(error) || matches(lossCodes, code) || matches(lossMessages, message) || matches(lossKinds, kind)
}

const matches = (patterns: readonly RegExp[], value: unknown): boolean =>
  typeof value === 'string' && patterns.some((pattern) => pattern.test(value))

function hasCause(error: unknown, is: (error: ErrorFields) => boolean): boolean {
  if (typeof error !== 'object' || error === null) return false
  const fields = error as ErrorFields
  if (is(fields)) return true
  const { errors, cause, originalError, meta, driverAdapterError } = fields
  // For a raw query, Prisma keeps the error of its adapter in `meta`.
  return [cause, originalError, meta, driverAdapterError, ...(Array.isArray(errors) ? errors : [])].some((each) =>
    hasCause(each, is),
  )
}
