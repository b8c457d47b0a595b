// Of Node's sockets; of PostgreSQL: class 08, shutting down, starting up, too many connections; of Prisma.
const codes = [
  /^(ECONN(REFUSED|RESET|ABORTED)|E(PIPE|TIMEDOUT|NOTFOUND|HOSTUNREACH|NETUNREACH)|EAI_AGAIN)$/,
  /^(08...|57P0[1-3]|53300)$/,
  /^(P1001|P1002|P1008|P1017|P2024|P2037)$/,
]
// What node-postgres and the embedded store say without a code.
const messages = [
  /^Connection terminated/,
  /^timeout exceeded when trying to connect/,
  /^Client (has encountered a connection error|was closed)/,
  /^Cannot use a pool after calling end/,
  /^the embedded store/,
]
// How Prisma's driver adapters call the same.
const kinds = [/^(DatabaseNotReachable|ConnectionClosed|SocketTimeout|TooManyConnections)$/]

/** Whether an error, or what it came from, says that the database cannot be reached. */
export function isOutage(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  const { code, message, kind, errors, cause, originalError, meta, driverAdapterError } = error as Record<
    string,
    unknown
  >
  const says = (patterns: readonly RegExp[], value: unknown): boolean =>
    typeof value === 'string' && patterns.some((pattern) => pattern.test(value))
  if (says(codes, code) || says(messages, message) || says(kinds, kind)) return true
  // Of a raw query, Prisma tells in `meta` what its adapter said.
  return [cause, originalError, meta, driverAdapterError, ...(Array.isArray(errors) ? errors : [])].some(isOutage)
}
