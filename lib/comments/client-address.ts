import { isIPv4, isIPv6 } from 'node:net'

/**
 * The network a request came from, as far as it may be believed: an IPv4 address, or the /64 of an IPv6 one.
 * `hops` of `X-Forwarded-For` are believed, counted from the right; null at 0, and when the header is shorter or not an address.
 */
export function clientAddress(forwardedFor: string | null, hops: number): string | null {
  if (hops < 1 || forwardedFor === null) return null
  const entry = forwardedFor.split(',').at(-hops)?.trim() ?? ''
  const address = withoutPort(entry)
  if (isIPv4(address)) return address
  return isIPv6(address) ? networkOf(address) : null
}

/** Some proxies write `192.0.2.1:4711` and `[2001:db8::1]:4711`. */
function withoutPort(entry: string): string {
  const bracketed = /^\[([^\]]*)\](?::\d+)?$/.exec(entry)
  if (bracketed) return bracketed[1] ?? ''
  return /^\d+\.\d+\.\d+\.\d+:\d+$/.test(entry) ? entry.slice(0, entry.indexOf(':')) : entry
}

function networkOf(address: string): string {
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
