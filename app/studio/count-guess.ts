import { hashAddress } from '@/app/_comments/hash-address'
import { countAgainst } from '@/db/rate-limits'
import { findKnownDevice } from './start-session'

const minutes = 15
/** Of all strangers together, and of one network among them, so that one alone does not use up everybody's. */
const strangers = { count: 10, minutes }
const network = { count: 5, minutes }
/** Of one browser that the author has signed in with before. */
const known = { count: 10, minutes }

/**
 * Counts one guess at the password and tells whether it may be looked at. A browser that was signed in before has
 * its own count: strangers who never stop guessing keep out strangers, and not the author (OWASP, "Slow down online
 * guessing attacks with device cookies"). Throws when the database does not answer.
 */
export async function countGuess(): Promise<boolean> {
  const device = await findKnownDevice()
  if (device !== null) return countAgainst(`sign-in by device ${device}`, known)
  const address = await hashAddress()
  if (address !== null && !(await countAgainst(`sign-in by address ${address}`, network))) return false
  return countAgainst('sign-in by strangers', strangers)
}
