import { isIPv4, isIPv6 } from 'node:net'

/** What one machine or household has: an IPv4 address, or the /64 of an IPv6 one, however they are spelled. Null for what is no address. */
export function networkOf(address: string): string | null {
  if (isIPv4(address)) return address
  return isIPv6(address) ? networkOfV6(address) : null
}

function networkOfV6(address: string): string {
  // The URL parser writes every spelling of one address the same way (RFC 5952).
  const plain = new URL(`http://[${address.replace(/%.*$/, '')}]`).hostname.slice(1, -1)
  const mapped = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(plain)
  if (mapped) return toIPv4(Number.parseInt(mapped[1] ?? '', 16), Number.parseInt(mapped[2] ?? '', 16))
  const [head = '', tail] = plain.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail ? tail.split(':') : []
  const missing = tail === undefined ? 0 : 8 - left.length - right.length
  const groups = [...left, ...Array<string>(missing).fill('0'), ...right]
  return `${groups.slice(0, 4).join(':')}::/64`
}

function toIPv4(high: number, low: number): string {
  return [high >> 8, high & 255, low >> 8, low & 255].join('.')
}
