import { cookies, headers } from 'next/headers'
import { redirect, unstable_rethrow } from 'next/navigation'
import { cache } from 'react'
import { logFault } from '@/db/log-fault'
import { readOrLog, type Unread } from '@/db/read-or-log'
import { findVisitor, type Guest } from '@/db/visits'
import { env } from '@/lib/env'
import { guestCookie } from '@/lib/http/own-cookie'
import { isOwnRequest } from '@/lib/http/own-request'
import { hashToken } from '@/lib/studio/token'
import { nameFault } from '@/lib/words/name-fault'
import { myWords } from './my-words'

const cookie = guestCookie('guest', env.SITE_URL)
const feedCookie = guestCookie('guest-feed', env.SITE_URL)
const anHour = 60 * 60
const fiveMinutes = 5 * 60

/** The hash of the token that this request's browser got for its visit; null without one. */
export async function readVisitHash(): Promise<string | null> {
  const token = (await cookies()).get(cookie.name)?.value
  return token ? hashToken(token) : null
}

/** Has the browser keep the token of a visit for as long as that lasts. In actions alone. */
export async function keepVisit(token: string): Promise<void> {
  const jar = await cookies()
  jar.set({ ...cookie, value: token, maxAge: anHour })
}

/** Has the browser forget its visit, and the feed that was made in it. In actions alone. */
export async function forgetVisit(): Promise<void> {
  const jar = await cookies()
  for (const each of [cookie, feedCookie]) jar.set({ ...each, value: '', maxAge: 0 })
}

/** The token of the feed that was made on this browser a few minutes ago; null when none was. */
export async function readFeedToken(): Promise<string | null> {
  return (await cookies()).get(feedCookie.name)?.value ?? null
}

/**
 * Has the browser keep the token of a new feed until it is copied: only its hash is stored, and a page that was led to
 * can be loaded again, as the answer to a POST cannot. In actions alone.
 */
export async function keepFeedToken(token: string): Promise<void> {
  const jar = await cookies()
  jar.set({ ...feedCookie, value: token, maxAge: fiveMinutes })
}

/** Who asks for a page; null for a stranger. Asked once for all parts of a page. */
export const findGuest = cache(async (): Promise<Guest | Unread | null> => {
  const hash = await readVisitHash()
  return hash === null ? null : readForGuest(() => findVisitor(hash))
})

/** What there is of a guest, on pages that they alone see. */
export function readForGuest<Found>(read: () => Promise<Found>): Promise<Found | Unread> {
  return readOrLog("A guest's comments could not be read", read)
}

/**
 * Does what a guest asks for, which ends by leading to another page or by saying what is wrong. Only for whoever is
 * here on a visit, and sent it from a page of ours; others are led to where the way in is asked for.
 */
export async function actAsGuest(act: (guest: Guest) => Promise<string>): Promise<string> {
  try {
    const guest = await findActingGuest()
    if (!guest) redirect(myPath)
    return await act(guest)
  } catch (error) {
    // Next leads to another page by throwing.
    unstable_rethrow(error)
    return nameFault(myWords.unavailable, logFault('What a guest asked for was not done', error))
  }
}

/**
 * Who may change something by this request: whoever is here on a visit, and sent it from a page of ours. Null for all
 * others. Throws when the database does not answer.
 */
export async function findActingGuest(): Promise<Guest | null> {
  const hash = isOwnRequest(await headers(), env.SITE_URL) ? await readVisitHash() : null
  return hash === null ? null : findVisitor(hash)
}

export const myPath = '/my-comments'
