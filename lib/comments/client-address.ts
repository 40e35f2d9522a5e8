import { networkOf } from '../net/network-of'

/**
 * The network a request came from, as far as it may be believed: an IPv4 address, or the /64 of an IPv6 one.
 * `hops` of `X-Forwarded-For` are believed, counted from the right; null at 0, and when the header is shorter or not an address.
 */
export function clientAddress(forwardedFor: string | null, hops: number): string | null {
  if (hops < 1 || forwardedFor === null) return null
  return networkOf(withoutPort(forwardedFor.split(',').at(-hops)?.trim() ?? ''))
}

/** Some proxies write `192.0.2.1:4711` and `[2001:db8::1]:4711`. */
function withoutPort(entry: string): string {
  const bracketed = /^\[([^\]]*)\](?::\d+)?$/.exec(entry)
  if (bracketed) return bracketed[1] ?? ''
  return /^\d+\.\d+\.\d+\.\d+:\d+$/.test(entry) ? entry.slice(0, entry.indexOf(':')) : entry
}
