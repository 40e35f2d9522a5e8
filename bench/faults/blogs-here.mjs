// Preloaded (NODE_OPTIONS) into every process of a site whose blogs are to be on this machine: every name leads here, and
// to an address of its own, as those of many blogs would. No form takes an address without a name.
import { createHash } from 'node:crypto'
import { Resolver } from 'node:dns/promises'

Resolver.prototype.resolve4 = async (name) => {
  const [a, b, c] = createHash('sha256').update(name).digest()
  return [`127.${a}.${b}.${c}`]
}
Resolver.prototype.resolve6 = async () => []
