import { Resolver } from 'node:dns/promises'

/** Gives every address of a name, and rejects when it has none. Gives up when the signal is aborted. */
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
    if (addresses.length === 0) throw new Error(`${host} has no address.`)
    return addresses
  } finally {
    signal.removeEventListener('abort', cancel)
  }
}
