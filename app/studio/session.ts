import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { readSessionHash } from '@/app/_comments/session-hash'
import { findActiveSession, findSession, type StudioSession } from '@/db/studio-sessions'
import { env } from '@/lib/env'
import { isOwnRequest } from '@/lib/http/own-request'
import { readForDesk } from './read-for-desk'
import { signInPath, signInPathTo } from './sign-in-path'

/** The session of whoever asks for a page; null for a stranger. Asked once for all parts of the page. */
export const findAuthor = cache(async (): Promise<StudioSession | null> => {
  const hash = await readSessionHash()
  return hash === null ? null : readForDesk(findSession(hash))
})

/**
 * For every page and route of the studio, first of all: the author's session. A stranger is sent to sign in, and
 * from there back to `path`. A layout that asks is not enough, as a page is rendered beside it.
 */
export async function requireAuthor(path = '/studio'): Promise<StudioSession> {
  const session = await findAuthor()
  if (!session) redirect(signInPathTo(path))
  return session
}

/**
 * For every action of the studio, before anything is read or written: the author's session, if the request comes
 * from a page of ours. `proxy.ts` has asked that before, but an action can be called by way of any address.
 */
export async function requireActingAuthor(): Promise<StudioSession> {
  const session = await findActingAuthor()
  if (!session) redirect(signInPath)
  return session
}

/** The same for an action that has something to say to whoever is signed out: null for them. */
export async function findActingAuthor(): Promise<StudioSession | null> {
  const hash = isOwnRequest(await headers(), env.SITE_URL) ? await readSessionHash() : null
  return hash === null ? null : findActiveSession(hash)
}
