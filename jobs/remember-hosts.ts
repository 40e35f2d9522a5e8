import { countAgainst } from '../db/rate-limits'
import { findOrMakeSecret } from '../db/secrets'
import { keyedHash } from '../lib/http/keyed-hash'

/**
 * No host is visited more than once an hour, whoever names it and however often, by itself or as where another one
 * sends us. Within one visit, which is what this is for, it may be asked again. `hasRefused` tells whether a host was
 * not asked for that reason.
 */
export async function rememberHosts(): Promise<{
  mayAsk: (host: string) => Promise<boolean>
  hasRefused: () => boolean
}> {
  const key = await findOrMakeSecret('people')
  const asked = new Map<string, Promise<boolean>>()
  let refused = false
  return {
    async mayAsk(host) {
      const may =
        asked.get(host) ?? countAgainst(`visits to ${keyedHash(key, host)}`, { count: 1, minutes: 60 })
      asked.set(host, may)
      refused ||= !(await may)
      return may
    },
    hasRefused: () => refused,
  }
}
