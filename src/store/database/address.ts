import type pg from 'pg'
import { Refusal } from '../../errors.js'

/** A PostgreSQL server as its address names it. */
export interface Address {
  readonly config: pg.ClientConfig
  /** The schema that holds the store; null takes the first of the search path. */
  readonly schema: string | null
  /** The server and its database, without a password. */
  readonly name: string
}

/** Parameters that node-postgres honours as libpq does. */
const passed = ['user', 'password', 'host', 'port', 'ssl', 'sslmode', 'sslcert', 'sslkey', 'sslrootcert']
  .concat(['sslnegotiation', 'uselibpqcompat', 'fallback_application_name', 'options'])
  .concat(['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout'])

/** Parameters that are honoured here, because node-postgres ignores them or reads them otherwise. */
const own: Readonly<
  Record<string, { right: string; take: (text: string) => Partial<Address & pg.ClientConfig> | null }>
> = {
  schema: {
    right: 'a name of 1 to 63 bytes without "',
    take: (schema) => (isSchema(schema) ? { schema } : null),
  },
  application_name: { right: 'a name', take: (name) => ({ application_name: name }) },
  client_encoding: { right: 'UTF8', take: (text) => (/^(utf-?8|auto|unicode)$/i.test(text) ? {} : null) },
  connect_timeout: {
    right: 'whole seconds, 1 to 3600',
    take: (text) => seconds(text, (milliseconds) => ({ connectionTimeoutMillis: milliseconds })),
  },
  keepalives: {
    right: '0 or 1',
    take: (text) => (/^[01]$/.test(text) ? { keepAlive: text === '1' } : null),
  },
  keepalives_idle: {
    right: 'whole seconds, 1 to 3600',
    take: (text) => seconds(text, (milliseconds) => ({ keepAliveInitialDelayMillis: milliseconds })),
  },
  channel_binding: {
    right: 'prefer or disable: that it is required cannot be ensured',
    take: (text) => (/^(prefer|disable)$/.test(text) ? { enableChannelBinding: text === 'prefer' } : null),
  },
  gssencmode: { right: 'prefer or disable', take: (text) => (/^(prefer|disable)$/.test(text) ? {} : null) },
  target_session_attrs: { right: 'any', take: (text) => (text === 'any' ? {} : null) },
}

/**
 * Reads the address of a PostgreSQL server. Every parameter is honoured or refused: BAD_USER_INPUT names the first that
 * would be ignored, or whose value cannot be taken.
 */
export function readAddress(text: string): Address {
  const url = new URL(text)
  if (url.hash !== '') refuse('It contains "#": write %23 where that belongs to a password or a name.')
  const parameters = [...url.searchParams]
  const taken: Partial<Address & pg.ClientConfig> = {}
  for (const [name, value] of parameters) {
    if (parameters.filter(([other]) => other === name).length > 1) refuse(`The parameter ${name} is given twice.`)
    if (passed.includes(name)) continue
    const one = Object.hasOwn(own, name) ? own[name] : undefined
    if (one === undefined)
      refuse(
        `It has the parameter "${name.slice(0, 100)}", which would have no effect. These have one: ${[...passed, ...Object.keys(own)].sort().join(', ')}.`,
      )
    const read = one.take(value)
    if (read === null) refuse(`Its parameter ${name} must be ${one.right}.`)
    Object.assign(taken, read)
    url.searchParams.delete(name)
  }
  const { schema = null, ...config } = taken
  return { config: { ...config, connectionString: url.href }, schema, name: `${url.host}${url.pathname}` }
}

/** What is wrong with the parameters of the addresses that settings name, each with the name of its setting. */
export function addressFaults(settings: Readonly<Record<string, readonly string[] | undefined>>): string[] {
  return Object.entries(settings).flatMap(([setting, urls = []]) =>
    urls.flatMap((url) => {
      try {
        readAddress(url)
        return []
      } catch (error) {
        if (error instanceof Refusal) return [`${setting}: ${error.message}`]
        throw error
      }
    }),
  )
}

/** Tells whether a schema can hold a store: PostgreSQL would cut a longer name, and Prisma does not escape quotes. */
export const isSchema = (name: string): boolean => /^[^"\0]+$/.test(name) && Buffer.byteLength(name) <= 63

function seconds<T>(text: string, as: (milliseconds: number) => T): T | null {
  return /^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= 3600 ? as(Number(text) * 1000) : null
}

function refuse(message: string): never {
  throw new Refusal('BAD_USER_INPUT', message)
}
