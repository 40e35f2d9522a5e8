'use server'

import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { removeSession, removeSessions } from '@/db/studio-sessions'
import { env } from '@/lib/env'
import { ownCookie } from '@/lib/http/own-cookie'
import { readField } from './read-field'
import { requireActingAuthor } from './session'
import { rememberDevice } from './start-session'

/** Signs out the browser that asks. */
export async function signOut(): Promise<void> {
  const { id } = await requireActingAuthor()
  await removeSession(id)
  await leave()
}

/** Signs out the browser whose session the form names; the one that asks, too, if it is that. */
export async function signOutBrowser(form: unknown): Promise<void> {
  const own = await requireActingAuthor()
  const id = z.uuid().safeParse(readField(form, 'id'))
  if (id.success) await removeSession(id.data)
  if (id.data === own.id) await leave()
  redirect('/studio/sessions')
}

/** Signs out every browser, the one that asks among them; that one alone is known to be the author's from now on. */
export async function signOutEverywhere(): Promise<void> {
  await requireActingAuthor()
  await removeSessions()
  await rememberDevice()
  await leave()
}

async function leave(): Promise<never> {
  const jar = await cookies()
  jar.set({ ...ownCookie('studio', env.SITE_URL), value: '', maxAge: 0 })
  redirect('/studio/sign-in')
}
