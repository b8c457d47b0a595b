import pg from 'pg'
import { type Address, type Host, hostText, type Role } from './address.js'
import { ConnectionLost } from './connection-lost.js'

const found = new WeakMap<Address, Host>()

/**
 * Finds a host of an address that has its role, as libpq does: the first in their order, and with `prefer-standby` the
 * first standby. Throws ConnectionLost with what each host answered if there is none, and at once if a host refuses the
 * user or the database.
 */
export async function findHost(address: Address, config: pg.ClientConfig): Promise<Host> {
  const last = found.get(address)
  const hosts = last === undefined ? address.hosts : [last, ...address.hosts.filter((host) => host !== last)]
  const faults: string[] = []
  let second: Host | undefined
  for (const host of hosts) {
    try {
      const isStandby = await asksIfStandby(host, config)
      if (fits(address.role, isStandby)) {
        found.set(address, host)
        return host
      }
      if (address.role === 'prefer-standby') second ??= host
      faults.push(`${hostText(host)} is ${isStandby ? 'a standby' : 'the primary'}`)
    } catch (error) {
      const { code = '', message } = error as Error & { code?: string }
      if (/^(28|3D)/.test(code)) throw error
      faults.push(`${hostText(host)}: ${message || code}`)
    }
  }
  if (second !== undefined) return second
  const wanted = address.role === 'any' ? 'can be reached' : `is the ${address.role}`
  throw new ConnectionLost(`none of its hosts ${wanted} (${faults.join('; ')})`)
}

const fits = (role: Role, isStandby: boolean): boolean => role === 'any' || (role === 'primary') !== isStandby

async function asksIfStandby(host: Host, config: pg.ClientConfig): Promise<boolean> {
  const timeout = config.connectionTimeoutMillis
  const client = new pg.Client({ ...config, ...(timeout !== undefined && { query_timeout: timeout }) })
  client.on('error', () => {}) // the query gets the error
  Object.assign(client, host)
  try {
    await client.connect()
    const { rows } = await client.query<{ standby: boolean }>('SELECT pg_is_in_recovery() AS standby')
    return rows[0]?.standby ?? false
  } finally {
    client.end().catch(() => {})
  }
}
