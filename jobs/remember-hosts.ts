import { countAgainst } from '../db/rate-limits'
import { findOrMakeSecret } from '../db/secrets'
import { keyedHash } from '../lib/comments/swatch-of'
import { networkOf } from '../lib/net/network-of'

/** Of the networks: many blogs live at one address (Blogger, WordPress.com), and none is to wait long for the others. */
const visitsAnHour = { host: 1, network: 10 }

/**
 * No host is visited more than once an hour, whoever names it and however often, by itself or as where another one
 * sends us; and no network more than ten times, as its victim may be given as many names as one likes. Within one
 * visit, which is what this is for, it may be asked again. `hasRefused` tells whether a host was not asked for that reason.
 */
export async function rememberHosts(): Promise<{
  mayAsk: (host: string, addresses: string[]) => Promise<boolean>
  hasRefused: () => boolean
}> {
  const key = await findOrMakeSecret('people')
  const counted = new Map<string, Promise<boolean>>()
  let refused = false

  function count(what: string, visits: number): Promise<boolean> {
    const may =
      counted.get(what) ?? countAgainst(`visits to ${keyedHash(key, what)}`, { count: visits, minutes: 60 })
    counted.set(what, may)
    return may
  }

  /** The host first: what is not visited for that reason uses up nothing of others. */
  async function isWithinLimits(host: string, addresses: string[]): Promise<boolean> {
    if (!(await count(host, visitsAnHour.host))) return false
    for (const address of addresses) {
      if (!(await count(`network ${networkOf(address)}`, visitsAnHour.network))) return false
    }
    return true
  }
  return {
    async mayAsk(host, addresses) {
      const may = await isWithinLimits(host, addresses)
      refused ||= !may
      return may
    },
    hasRefused: () => refused,
  }
}
