'use server'

import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { readField } from '@/app/_comments/read-field'
import { removeSession, removeSessions } from '@/db/studio-sessions'
import { env } from '@/lib/env'
import { ownCookie } from '@/lib/http/own-cookie'
import { actAsAuthor } from './act-as-author'
import { rememberDevice } from './start-session'

/** Signs out the browser that asks. */
export async function signOut(): Promise<string> {
  return actAsAuthor(async ({ id }) => {
    await removeSession(id)
    return leave()
  })
}

/** Signs out the browser whose session the form names; the one that asks, too, if it is that. */
export async function signOutBrowser(_previous: unknown, form: unknown): Promise<string> {
  return actAsAuthor(async (own) => {
    const id = z.uuid().safeParse(readField(form, 'id'))
    if (id.success) await removeSession(id.data)
    if (id.data === own.id) return leave()
    redirect('/studio/sessions')
  })
}

/** Signs out every browser, the one that asks among them; that one alone is known to be the author's from now on. */
export async function signOutEverywhere(): Promise<string> {
  return actAsAuthor(async () => {
    await removeSessions()
    await rememberDevice()
    return leave()
  })
}

async function leave(): Promise<never> {
  const jar = await cookies()
  jar.set({ ...ownCookie('studio', env.SITE_URL), value: '', maxAge: 0 })
  // There the browser forgets what was typed in it: not at the press, which may come to nothing.
  redirect('/studio/sign-in?left=1')
}
