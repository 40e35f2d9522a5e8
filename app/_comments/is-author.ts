import { headers } from 'next/headers'
import { findSession } from '@/db/studio-sessions'
import { env } from '@/lib/env'
import { isOwnRequest } from '@/lib/http/own-request'
import { readSessionHash } from './session-hash'

/**
 * Whether the author, signed in, sent what this action was called with. Asks the database only of a browser that
 * has the author's cookie. For actions alone: a page that asked would no longer be static. Throws when the
 * database does not answer.
 */
export async function isAuthor(): Promise<boolean> {
  const hash = await readSessionHash()
  if (hash === null || !isOwnRequest(await headers(), env.SITE_URL)) return false
  return (await findSession(hash)) !== null
}
