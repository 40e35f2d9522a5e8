import { headers } from 'next/headers'
import { type AkismetAnswer, type AkismetQuestion, askAkismet } from '@/lib/comments/ask-akismet'
import { clientAddress } from '@/lib/comments/client-address'
import { env } from '@/lib/env'
import type { Post } from '@/lib/posts/post'

/** Akismet is the author's choice: without a key nobody is asked, and nothing leaves the site. */
export const hasAkismet = env.AKISMET_KEY !== undefined

type Asked = Pick<AkismetQuestion, 'name' | 'email' | 'website' | 'body' | 'isReply'>

/**
 * What Akismet says of a text that was just sent under a post; `unknown` without a key. The address and the browser of
 * this request are told to it and kept nowhere. For actions alone. Never throws.
 */
export async function askAboutRequest(
  post: Pick<Post, 'slug'>,
  { name, email, website, body, isReply }: Asked,
  isEdited = false,
): Promise<AkismetAnswer> {
  if (env.AKISMET_KEY === undefined) return 'unknown'
  const sent = await headers()
  const question = {
    name,
    email,
    website,
    body,
    isReply,
    permalink: `${env.SITE_URL}/posts/${post.slug}`,
    writtenAt: new Date(),
    network: clientAddress(sent.get('x-forwarded-for'), env.TRUSTED_PROXIES),
    userAgent: sent.get('user-agent'),
    isEdited,
  }
  return askAkismet(question, { key: env.AKISMET_KEY })
}
