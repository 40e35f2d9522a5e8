import { cookies } from 'next/headers'
import { keyedHash } from '@/lib/comments/swatch-of'
import { hashWriter, makeWriterSecret } from '@/lib/comments/writer'
import { env } from '@/lib/env'
import { ownCookie } from '@/lib/http/own-cookie'

/** It shows a browser its own comments. With https no neighbouring host can plant one. */
const cookie = ownCookie('writer', env.SITE_URL)
const aYear = 365 * 24 * 60 * 60

/** The hash that stands beside what the browser asking now has written; null when it keeps no secret. */
export async function findWriterHash(): Promise<string | null> {
  return hashWriter((await cookies()).get(cookie.name)?.value)
}

/**
 * The secret of the browser that posts; a new one when it has none. That one follows from the comment's `key`,
 * which its browser alone knows: when the answer to a first comment is lost, and the cookie with it, a second try
 * is given the same. `serverKey` keeps those who come to know a key from working it out.
 */
export async function findOrMakeWriterSecret(serverKey: string, key: string | null): Promise<string> {
  const kept = (await cookies()).get(cookie.name)?.value
  if (kept !== undefined && hashWriter(kept) !== null) return kept
  return key === null ? makeWriterSecret() : keyedHash(serverKey, `writer:${key}`)
}

/** Has the browser keep its secret for a year from now. In actions alone: pages may not set cookies. */
export async function keepWriterSecret(secret: string): Promise<void> {
  const jar = await cookies()
  jar.set({ ...cookie, value: secret, maxAge: aYear })
}
