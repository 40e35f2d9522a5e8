import { cookies, headers } from 'next/headers'
import { readSessionHash } from '@/app/_comments/session-hash'
import { findOrMakeDeviceKey } from '@/db/device-key'
import { insertSession, longestDays } from '@/db/studio-sessions'
import { env } from '@/lib/env'
import { ownCookie } from '@/lib/http/own-cookie'
import { openSeal, seal } from '@/lib/http/seal'
import { nameDevice } from '@/lib/studio/device-name'
import { hashToken, makeToken } from '@/lib/studio/token'

const day = 86_400
const deviceCookie = ownCookie('studio-device', env.SITE_URL)

/**
 * Signs this request's browser in with a new token, whatever it had before. `passwordHash` is the stored password
 * that was found right; false when it was replaced meanwhile. Throws when the database does not answer.
 */
export async function startSession(passwordHash: string): Promise<boolean> {
  const jar = await cookies()
  const token = makeToken()
  const isIn = await insertSession({
    tokenHash: hashToken(token),
    device: nameDevice((await headers()).get('user-agent')),
    passwordHash,
    insteadOf: await readSessionHash(),
  })
  if (!isIn) return false
  jar.set({ ...ownCookie('studio', env.SITE_URL), value: token, maxAge: longestDays * day })
  await rememberDevice()
  return true
}

/** Gives this request's browser a ticket, unless the one it has still holds. Throws when the database does not answer. */
export async function rememberDevice(): Promise<void> {
  if ((await findKnownDevice()) !== null) return
  const value = seal(await findOrMakeDeviceKey(), makeToken())
  ;(await cookies()).set({ ...deviceCookie, value, maxAge: 365 * day })
}

/** Which browser this is, if the author has signed in with it before; null for all others. */
export async function findKnownDevice(): Promise<string | null> {
  const ticket = (await cookies()).get(deviceCookie.name)?.value
  return ticket ? openSeal(await findOrMakeDeviceKey(), ticket) : null
}
