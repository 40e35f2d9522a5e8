import { cookies } from 'next/headers'
import { hashWriter, makeWriterSecret } from '@/lib/comments/writer'
import { env } from '@/lib/env'
import { keyedHash } from '@/lib/http/keyed-hash'
import { ownCookie } from '@/lib/http/own-cookie'

/** It shows a browser its own comments. With https no neighbouring host can plant one. */
const cookie = ownCookie('writer', env.SITE_URL)
const aYear = 365 * 24 * 60 * 60

/** The hash that stands beside what the browser asking now has written; null when it keeps no secret. */
export async function findWriterHash(): Promise<string | null> {
  return hashWriter((await cookies()).get(cookie.name)?.value)
}

/** What a first comment's secret follows from: only a second try of the same is given the same. */
type FirstTry = { key: string | null; postId: string; body: string }

/**
 * The secret of the browser that posts; a new one when it has none. That one follows from the comment's `key` and
 * words, which its browser alone knows as they are sent: when the answer to a first comment is lost, and the cookie
 * with it, a second try is given the same. Whoever has come by the key alone is answered that the comment is stored,
 * and their secret opens nothing. `serverKey` keeps those who know all of it from working it out.
 */
export async function findOrMakeWriterSecret(
  serverKey: string,
  { key, postId, body }: FirstTry,
): Promise<string> {
  const kept = (await cookies()).get(cookie.name)?.value
  if (kept !== undefined && hashWriter(kept) !== null) return kept
  return key === null
    ? makeWriterSecret()
    : keyedHash(serverKey, JSON.stringify(['writer', key, postId, body]))
}

/** Has the browser keep its secret for a year from now. In actions alone: pages may not set cookies. */
export async function keepWriterSecret(secret: string): Promise<void> {
  const jar = await cookies()
  jar.set({ ...cookie, value: secret, maxAge: aYear })
}
