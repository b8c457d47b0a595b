import type pg from 'pg'
import { listBounds } from '../../domain/input-bounds.js'
import { attempt, refuse } from '../../errors.js'
import { percentDecoded } from '../../lib/percent-decoded.js'

export interface Host {
  readonly host: string
  readonly port: number
}

/** The servers that an address may lead to; `prefer-standby` is a primary only if there is no standby. */
export type Role = 'primary' | 'standby' | 'prefer-standby' | 'any'

export interface Address {
  readonly config: pg.ClientConfig
  readonly hosts: readonly Host[]
  readonly role: Role
  readonly schema: string | null
  readonly name: string
}

const roles: Readonly<Record<string, Role>> = {
  any: 'any',
  primary: 'primary',
  'read-write': 'primary',
  standby: 'standby',
  'read-only': 'standby',
  'prefer-standby': 'prefer-standby',
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
  target_session_attrs: {
    expected: `one of ${Object.keys(roles).join(', ')}`,
    parse: (text) => {
      const role = Object.hasOwn(roles, text) ? roles[text] : undefined
      return role === undefined ? null : { role }
    },
  },
}

/**
 * Reads a PostgreSQL connection URI, which may name several hosts as for libpq: the address of a primary that is written,
 * or of a replica. Throws BAD_USER_INPUT for a parameter that would be ignored, or that has an invalid value.
 */
export function readAddress(text: string, use: 'written' | 'replica' = 'written'): Address {
  const { url, hosts } = splitHosts(text)
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
  const { schema = null, role: wanted = 'any', ...config } = read
  if (use === 'written' && !['any', 'primary'].includes(wanted))
    refuse('Its parameter target_session_attrs asks for a standby, which cannot be written. Ask for the primary.')
  return {
    config: { ...config, connectionString: url.href },
    hosts,
    role: use === 'written' ? 'primary' : wanted,
    schema,
    name: `${hosts.length > 1 ? hosts.map(hostText).join() : url.host}${url.pathname}`,
  }
}

export const hostText = ({ host, port }: Host): string => `${host.includes(':') ? `[${host}]` : host}:${port}`

export function isAddress(text: string): boolean {
  return /^postgres(ql)?:\/\//.test(text) && URL.canParse(withFirstHost(text).text)
}

function withFirstHost(text: string): { readonly text: string; readonly others: readonly string[] } {
  const [, scheme = '', authority = '', rest = ''] = /^([a-z]+:\/\/)([^/?#]*)(.*)$/s.exec(text) ?? []
  const at = authority.lastIndexOf('@') + 1
  const [first = '', ...others] = authority.slice(at).split(',')
  return { text: `${scheme}${authority.slice(0, at)}${first}${rest}`, others }
}

function splitHosts(text: string): { readonly url: URL; readonly hosts: readonly Host[] } {
  const { text: withFirst, others } = withFirstHost(text)
  const url = new URL(withFirst)
  const names = url.searchParams.get('host')?.split(',')
  const ports = url.searchParams.get('port')?.split(',') ?? []
  const hosts =
    names === undefined
      ? [url, ...others.map(hostUrl)].map(({ hostname, port }) => hostOf(hostname, ports[0] ?? port))
      : names.map((name, index) => hostOf(name, ports[ports.length === 1 ? 0 : index] ?? url.port))
  if (ports.length > 1 && ports.length !== hosts.length)
    refuse(`It has ${hosts.length} hosts and ${ports.length} ports. Name one port, or one for each host.`)
  if (hosts.length > listBounds.addresses) refuse(`It has ${hosts.length} hosts. The limit is ${listBounds.addresses}.`)
  const [first] = hosts
  if (names !== undefined && first !== undefined) url.searchParams.set('host', first.host)
  if (ports.length > 1 && first !== undefined) url.searchParams.set('port', `${first.port}`)
  return { url, hosts }
}

const hostUrl = (text: string): URL =>
  text !== '' && URL.canParse(`postgresql://${text}`)
    ? new URL(`postgresql://${text}`)
    : refuse('Its hosts must be written as HOST or HOST:PORT, separated by commas.')

function hostOf(name: string, port: string): Host {
  if (!/^\d{0,5}$/.test(port) || Number(port) > 65_535) refuse('Its ports must be whole numbers up to 65535.')
  const host = percentDecoded(name) ?? refuse('The name of a host is not encoded as in a URL.')
  return { host: host.replace(/^\[(.+)\]$/, '$1'), port: Number(port || 5432) }
}

export function addressFaults(url: string | null, replicas: readonly string[] = []): string[] {
  const faults: string[] = []
  const read = (setting: string, ...given: Parameters<typeof readAddress>): void =>
    attempt(
      () => void readAddress(...given),
      (message) => faults.push(`${setting}: ${message}`),
    )
  if (url !== null) read('DATABASE_URL', url)
  for (const replica of replicas) read('DATABASE_REPLICA_URLS', replica, 'replica')
  return faults
}

// PostgreSQL truncates longer names, and Prisma does not escape quotation marks.
export const isSchemaName = (name: string): boolean => /^[^"\0]+$/.test(name) && Buffer.byteLength(name) <= 63

function seconds<T>(text: string, as: (milliseconds: number) => T): T | null {
  return /^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= 3600 ? as(Number(text) * 1000) : null
}
