import { fc, test as property } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { isPublic } from '../../src/webhooks/addresses.js'

describe('an address of the public internet', () => {
  test.each([
    '1.1.1.1',
    '8.8.8.8',
    '100.63.255.255',
    '172.32.0.1',
    '192.0.1.1',
    '223.255.255.255',
    '2606:4700::1111',
    '2a00:1450:4001::200e',
    '::ffff:8.8.8.8',
    '64:ff9b::808:808',
  ])('%s', (address) => {
    expect(isPublic(address)).toBe(true)
  })
})

describe('not an address of the public internet', () => {
  test.each([
    ['loopback', '127.0.0.1'],
    ['loopback', '127.255.255.254'],
    ['this host', '0.0.0.0'],
    ['private', '10.0.0.1'],
    ['private', '172.16.0.1'],
    ['private', '172.31.255.255'],
    ['private', '192.168.1.1'],
    ['shared by carriers (CGNAT)', '100.64.0.1'],
    ['link-local, and the metadata of clouds', '169.254.169.254'],
    ['protocol assignments', '192.0.0.192'],
    ['documentation', '203.0.113.1'],
    ['benchmarks', '198.19.0.1'],
    ['multicast', '224.0.0.1'],
    ['reserved', '240.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['unspecified', '::'],
    ['loopback', '::1'],
    ['unique local', 'fd00:ec2::254'],
    ['link-local', 'fe80::1'],
    ['link-local with a zone', 'fe80::1%lo'],
    ['multicast', 'ff02::1'],
    ['documentation', '2001:db8::1'],
    ['documentation', '3fff::1'],
    ['Teredo', '2001:0:7f00:1::1'],
    ['6to4 of a private address', '2002:a00:1::1'],
    ['mapped loopback', '::ffff:127.0.0.1'],
    ['mapped loopback, in hexadecimal', '::ffff:7f00:1'],
    ['mapped metadata', '::ffff:a9fe:a9fe'],
    ['a private address by NAT64', '64:ff9b::10.0.0.1'],
    ['NAT64 of a local network', '64:ff9b:1::1'],
    ['compatible loopback', '::127.0.0.1'],
    ['not an address', 'example.org'],
  ])('%s: %s', (_, address) => {
    expect(isPublic(address)).toBe(false)
  })
})

property.prop([fc.ipV4()])('an IPv4 address is judged alike in IPv6', (address) => {
  const asIPv6 = [`::ffff:${address}`, `64:ff9b::${address}`]
  expect(asIPv6.map(isPublic)).toEqual(asIPv6.map(() => isPublic(address)))
})
