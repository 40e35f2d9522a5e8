import { keyedHash } from '../comments/swatch-of'
import { isSameSecret } from '../http/same-secret'
import { makeToken } from './token'

/** What a browser is given when the author signs in with it, as `ID.SEAL`: nobody makes one without the key. */
export function makeTicket(key: string): string {
  const id = makeToken()
  return `${id}.${keyedHash(key, id)}`
}

/** The id in a ticket that was made with this key; null for anything else. */
export function readTicket(key: string, ticket: string): string | null {
  const [id = '', seal = '', ...rest] = ticket.split('.')
  return rest.length === 0 && isSameSecret(seal, keyedHash(key, id)) ? id : null
}
