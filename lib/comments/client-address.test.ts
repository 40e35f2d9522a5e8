import { describe, expect, test } from 'vitest'
import { clientAddress } from './client-address'

describe('clientAddress', () => {
  test('believes nothing without a proxy', () => {
    expect(clientAddress('192.0.2.1', 0)).toBeNull()
  })

  test.each<[string, number, string]>([
    ['192.0.2.1', 1, '192.0.2.1'],
    ['203.0.113.9, 192.0.2.1', 1, '192.0.2.1'],
    ['203.0.113.9,192.0.2.1,198.51.100.2', 2, '192.0.2.1'],
    ['192.0.2.1:4711', 1, '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', 1, '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::ffff', 1, '2001:db8:1:2::/64'],
    ['[2001:db8::1]:4711', 1, '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 1, 'fe80:0:0:0::/64'],
    ['::1', 1, '0:0:0:0::/64'],
    ['::ffff:192.0.2.1', 1, '192.0.2.1'],
    ['::ffff:c000:0201', 1, '192.0.2.1'],
  ])('%s with %i hops is %s', (header, hops, network) => {
    expect(clientAddress(header, hops)).toBe(network)
  })

  test.each<[string | null, number]>([
    [null, 1],
    ['', 1],
    ['unknown', 1],
    ['192.0.2.1', 2],
    ['192.0.2.1, ', 1],
    ['999.1.1.1', 1],
    ['[not-an-address]', 1],
  ])('%j with %i hops is not believed', (header, hops) => {
    expect(clientAddress(header, hops)).toBeNull()
  })

  test('puts a thousand forged headers behind one proxy into one bucket', () => {
    const seen = new Set(
      Array.from({ length: 1000 }, (_, index) => clientAddress(`10.0.${index % 256}.${index}, 192.0.2.1`, 1)),
    )
    expect([...seen]).toEqual(['192.0.2.1'])
  })
})
