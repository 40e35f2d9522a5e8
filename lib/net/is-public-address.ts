import { BlockList, isIP } from 'node:net'

/** What RFC 6890 and its registry set aside, and what clouds answer their own machines from. */
const reservedV4 = listOf('ipv4', [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  // Azure's own address for its machines: looks like anybody's.
  ['168.63.129.16', 32],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
])

/**
 * Global unicast: everything else is refused without a list, and with it the disguises of IPv4 addresses that
 * `BlockList` does not see through (`64:ff9b::7f00:1`).
 */
const globalV6 = listOf('ipv6', [['2000::', 3]])

/** What is set aside in it: tunnels to IPv4 (2001::/32 lies in 2001::/23; 2002::/16) and what stands in books. */
const reservedV6 = listOf('ipv6', [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
])

function listOf(family: 'ipv4' | 'ipv6', subnets: [address: string, bits: number][]): BlockList {
  const list = new BlockList()
  for (const [address, bits] of subnets) list.addSubnet(address, bits, family)
  return list
}

const loopback = listOf('ipv4', [['127.0.0.0', 8]])

/** True for an IP address, as `node:net` writes it, that anybody on the internet may be asked at; false for all else. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !reservedV4.check(address, 'ipv4')
  if (family === 6) return globalV6.check(address, 'ipv6') && !reservedV6.check(address, 'ipv6')
  return false
}

/** True for 127.0.0.0/8 and `::1`. */
export function isLoopbackAddress(address: string): boolean {
  return address === '::1' || (isIP(address) === 4 && loopback.check(address, 'ipv4'))
}
