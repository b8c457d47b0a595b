import type pg from 'pg'
import { attempt, refuse } from '../../errors.js'

export interface Address {
  readonly config: pg.ClientConfig
  readonly schema: string | null
  readonly name: string
}

// Parameters that node-postgres interprets as libpq does.
const passedThrough = ['user', 'password', 'host', 'port', 'ssl', 'sslmode', 'sslcert', 'sslkey', 'sslrootcert']
  .concat(['sslnegotiation', 'uselibpqcompat', 'fallback_application_name', 'options'])
  .concat(['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout'])

// Parameters that node-postgres ignores or interprets differently from libpq.
const interpreted: Readonly<
  Record<string, { expected: string; parse: (text: string) => Partial<Address & pg.ClientConfig> | null }>
> = {
  schema: {
    expected: 'a name of 1 to 63 bytes without "',
    parse: (schema) => (isSchemaName(schema) ? { schema } : null),
  },
  application_name: { expected: 'a name', parse: (name) => ({ application_name: name }) },
  client_encoding: { expected: 'UTF8', parse: (text) => (/^(utf-?8|auto|unicode)$/i.test(text) ? {} : null) },
  connect_timeout: {
    expected: 'whole seconds, 1 to 3600',
    parse: (text) => seconds(text, (milliseconds) => ({ connectionTimeoutMillis: milliseconds })),
  },
  keepalives: { expected: '0 or 1', parse: (text) => (/^[01]$/.test(text) ? { keepAlive: text === '1' } : null) },
  keepalives_idle: {
    expected: 'whole seconds, 1 to 3600',
    parse: (text) => seconds(text, (milliseconds) => ({ keepAliveInitialDelayMillis: milliseconds })),
  },
  channel_binding: {
    expected: 'prefer or disable; requiring it is not supported',
    parse: (text) => (/^(prefer|disable)$/.test(text) ? { enableChannelBinding: text === 'prefer' } : null),
  },
  gssencmode: { expected: 'prefer or disable', parse: (text) => (/^(prefer|disable)$/.test(text) ? {} : null) },
  target_session_attrs: { expected: 'any', parse: (text) => (text === 'any' ? {} : null) },
}

/**
 * Reads a PostgreSQL connection URI. Throws BAD_USER_INPUT for a parameter that would be ignored, or that has an invalid
 * value.
 */
export function readAddress(text: string): Address {
  const url = new URL(text)
  if (url.hash !== '') refuse('It contains "#": write %23 if that belongs to a password or a name.')
  const parameters = [...url.searchParams]
  const read: Partial<Address & pg.ClientConfig> = {}
  for (const [name, value] of parameters) {
    if (parameters.filter(([other]) => other === name).length > 1) refuse(`The parameter ${name} is given twice.`)
    if (passedThrough.includes(name)) continue
    const parameter = Object.hasOwn(interpreted, name) ? interpreted[name] : undefined
    if (parameter === undefined)
      refuse(
        `It has the parameter "${name.slice(0, 100)}", which would have no effect. Supported parameters: ${[...passedThrough, ...Object.keys(interpreted)].sort().join(', ')}.`,
      )
    const parsed = parameter.parse(value)
    if (parsed === null) refuse(`Its parameter ${name} must be ${parameter.expected}.`)
    Object.assign(read, parsed)
    url.searchParams.delete(name)
  }
  const { schema = null, ...config } = read
  return { config: { ...config, connectionString: url.href }, schema, name: `${url.host}${url.pathname}` }
}

export function addressFaults(settings: Readonly<Record<string, readonly string[] | undefined>>): string[] {
  const faults: string[] = []
  for (const [setting, urls = []] of Object.entries(settings))
    for (const url of urls)
      attempt(
        () => readAddress(url),
        (message) => faults.push(`${setting}: ${message}`),
      )
  return faults
}

// PostgreSQL truncates longer names, and Prisma does not escape quotation marks.
export const isSchemaName = (name: string): boolean => /^[^"\0]+$/.test(name) && Buffer.byteLength(name) <= 63

function seconds<T>(text: string, as: (milliseconds: number) => T): T | null {
  return /^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= 3600 ? as(Number(text) * 1000) : null
}
