import { isIP } from 'node:net'
import { env } from '../env'
import { isLoopbackAddress, isPublicAddress } from './is-public-address'
import { type ResolveHost, resolveHost } from './resolve-host'

/** Tells whether a connection to this address and port may be opened. */
export type MayReach = (address: string, port: number) => boolean

/** The web's own ports on public addresses. For tests and the bench, with `FETCH_LOOPBACK=on`, any port of this machine too. */
export const mayReachPublic: MayReach = (address, port) =>
  isPublicAddress(address)
    ? port === 80 || port === 443
    : env.FETCH_LOOPBACK === 'on' && isLoopbackAddress(address)

/** Of this machine or its network by their names. A name of one label is one of these, or a whole top-level domain. */
const ownNames = /(?:^[^.]*|\.(?:local|internal|localhost|home\.arpa))$/

/**
 * The addresses at which `url` may be asked: all that its host has, or null when a single one of them, the port or
 * the address itself is not for us. The host is read by the WHATWG parser alone, which writes `0x7f.1` as
 * `127.0.0.1`; a dot at its end would make it another name for the same host.
 */
export async function findAddresses(
  url: URL,
  signal: AbortSignal,
  mayReach: MayReach = mayReachPublic,
  resolve: ResolveHost = resolveHost,
): Promise<string[] | null> {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null
  if (url.username !== '' || url.password !== '') return null
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const isLiteral = isIP(host) !== 0
  if (!isLiteral && (host.endsWith('.') || ownNames.test(host))) return null
  const port = url.port === '' ? (url.protocol === 'http:' ? 80 : 443) : Number(url.port)
  const addresses = isLiteral ? [host] : await resolve(host, signal)
  return addresses.length > 0 && addresses.every((address) => mayReach(address, port)) ? addresses : null
}
