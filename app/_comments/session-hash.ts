import { cookies } from 'next/headers'
import { env } from '@/lib/env'
import { ownCookie } from '@/lib/http/own-cookie'
import { hashToken } from '@/lib/studio/token'

/** The hash of the token that this request's browser got when the author signed in with it; null without one. */
export async function readSessionHash(): Promise<string | null> {
  const token = (await cookies()).get(ownCookie('studio', env.SITE_URL).name)?.value
  return token ? hashToken(token) : null
}
