/** The connection to the store was lost or could not be made; `code` is the SQLSTATE connection_failure. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost'
  readonly code = '08006'
}
