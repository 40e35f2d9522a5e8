import { findPasswordHash, replaceInvitation, replacePassword } from '../../db/studio-keys'
import { env } from '../../lib/env'
import { hashPassword, isPassword } from '../../lib/studio/password'
import { hashToken, makeToken } from '../../lib/studio/token'

/** How long the one-time address opens. */
const minutes = 60

/**
 * How the author gets into the studio, in words for the terminal: where it is, and while there is no password the
 * one-time address for setting it, which takes the place of the one from the start before. Throws when the database
 * does not answer.
 */
export async function openStudio(): Promise<string> {
  await keepGivenPassword()
  const studio = `${env.SITE_URL}/studio`
  if ((await findPasswordHash()) !== null) return `Your desk: ${studio}`
  const token = makeToken()
  await replaceInvitation(hashToken(token), minutes)
  return `Your desk has no password yet. Set it here, once, within the hour:\n${studio}/set-password?token=${token}`
}

/** Makes `STUDIO_PASSWORD` the author's password. One that was there before goes, and every session with it. */
export async function keepGivenPassword(): Promise<void> {
  const given = env.STUDIO_PASSWORD
  if (given === undefined || (await isPassword(given, await findPasswordHash()))) return
  await replacePassword(await hashPassword(given))
}
