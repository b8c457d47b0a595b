import { BlockList, isIP } from 'node:net'

// The special-purpose registries of IANA, and multicast: addresses that are not those of a host on the public internet.
const reserved4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16', // also the metadata of cloud providers
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
]

/** The addresses of hosts, and those that stand for IPv4 addresses: mapped ones, and those of NAT64 (RFC 6052). */
const global6 = ['2000::/3', '::ffff:0:0/96', '64:ff9b::/96']

// Within these: protocol assignments with Teredo, documentation, and 6to4, whose addresses contain others.
const reserved6 = [
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '3fff::/20',
  ...reserved4.flatMap((range) => {
    const [address, length] = range.split('/')
    return ['::ffff:', '64:ff9b::'].map((prefix) => `${prefix}${address}/${96 + Number(length)}`)
  }),
]

const global = blockList(global6)
const reserved = blockList([...reserved4, ...reserved6])

export function blockList(ranges: readonly string[]): BlockList {
  const list = new BlockList()
  for (const range of ranges) {
    const [address = '', length] = range.split('/')
    const family = familyOf(address)
    if (length === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(length), family)
  }
  return list
}

export function isPublic(address: string): boolean {
  const family = familyOf(address)
  return (family === 'ipv4' || global.check(address, family)) && !reserved.check(address, family)
}

export const isIn = (list: BlockList, address: string): boolean => list.check(address, familyOf(address))

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 4 ? 'ipv4' : 'ipv6'
}
