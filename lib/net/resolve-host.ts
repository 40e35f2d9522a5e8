import { NOTFOUND } from 'node:dns'
import { Resolver } from 'node:dns/promises'

/** The name servers say that there is no such name. */
export class NoSuchHost extends Error {}

/**
 * Gives every address of a name. Rejects when it has none, with `NoSuchHost` where that is sure. Gives up when the
 * signal is aborted.
 */
export type ResolveHost = (host: string, signal: AbortSignal) => Promise<string[]>

/**
 * Asks the name servers of this machine. Not through `dns.lookup`: that would hold one of the four threads that
 * files are read with for as long as a hostile name server likes, and believe the machine's own list of hosts.
 * `servers` are others than this machine's, for tests: `127.0.0.1:5353`.
 */
export async function resolveHost(host: string, signal: AbortSignal, servers?: string[]): Promise<string[]> {
  signal.throwIfAborted()
  const resolver = new Resolver({ timeout: 1000, tries: 2 })
  if (servers) resolver.setServers(servers)
  const cancel = () => resolver.cancel()
  signal.addEventListener('abort', cancel, { once: true })
  try {
    const answers = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)])
    const addresses = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []))
    if (answers.every(isNotFound)) throw new NoSuchHost(`${host} has no address.`)
    if (addresses.length === 0) throw new Error(`${host} has no address.`)
    return addresses
  } finally {
    signal.removeEventListener('abort', cancel)
  }
}

function isNotFound(answer: PromiseSettledResult<string[]>): boolean {
  return answer.status === 'rejected' && answer.reason instanceof Error && 'code' in answer.reason
    ? answer.reason.code === NOTFOUND
    : false
}
