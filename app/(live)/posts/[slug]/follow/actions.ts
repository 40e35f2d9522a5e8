'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { findClosedNow } from '@/app/_comments/find-closed'
import { hashAddress } from '@/app/_comments/hash-address'
import { readFields } from '@/app/_comments/read-field'
import { sendLetters } from '@/app/_comments/send-letters'
import { site } from '@/content/site'
import { followPost } from '@/db/guests'
import { logFault } from '@/db/log-fault'
import { bucketsOfAddress, countAgainst } from '@/db/rate-limits'
import { findOrMakeSecret } from '@/db/secrets'
import { checkEmail } from '@/lib/comments/fields'
import { honeypotField } from '@/lib/comments/honeypot'
import { env } from '@/lib/env'
import { keyedHash } from '@/lib/http/keyed-hash'
import { offersLetters } from '@/lib/mail/offers-letters'
import { findPost } from '@/lib/posts/find-post'
import type { Post } from '@/lib/posts/post'
import { nameFault } from '@/lib/words/name-fault'
import type { FollowProblem } from './follow-state'

const malformed = 'That did not come through whole. Please load the page again, then try again.'
const longest = 1_000
const schema = z.object({
  slug: z.string().max(longest),
  email: z.string().max(longest),
  [honeypotField]: z.string().max(longest).optional(),
})

/**
 * Has somebody hear of a conversation. Whatever the address, and whoever has it, what is answered is the same: it leads
 * to the page that thanks them. Never throws for what a visitor can cause.
 */
export async function follow(_previous: FollowProblem | null, form: FormData): Promise<FollowProblem> {
  const parsed = schema.safeParse(readFields(form)).data
  const post = parsed && offersLetters ? await findPost(parsed.slug) : null
  const typed = parsed?.email ?? ''
  // Whoever fills in the trap by mistake is told: nothing is taken in silence and then dropped.
  if (!parsed || !post || parsed[honeypotField]) return { message: malformed, isOfField: false, typed }
  const email = checkEmail(typed, site.comments.lengths)
  if (!email.ok) return { message: email.message, isOfField: true, typed }
  if (email.value === null) return { message: 'Enter your email to get letters', isOfField: true, typed }
  const trouble = (await findClosedNow(post)) ?? (await store(post, email.value))
  if (trouble !== null) return { message: trouble, isOfField: false, typed }
  sendLetters()
  redirect(`/posts/${post.slug}/follow?asked=1`)
}

/** Null when it is done. */
async function store(post: Post, email: string): Promise<string | null> {
  try {
    if (!(await isWithinLimits())) return 'That was quick. Please wait a minute, then try again.'
    const key = keyedHash(await findOrMakeSecret('people'), email.toLowerCase())
    await followPost({ key, email }, post.id)
    return null
  } catch (error) {
    const fault = logFault(`Somebody who wants to follow ${post.id} was not noted`, error)
    return nameFault('That could not be saved. Please try again in a minute.', fault)
  }
}

/** Counted with the comments from the same place: both may have a letter written. */
async function isWithinLimits(): Promise<boolean> {
  if (env.COMMENT_LIMITS === 'off') return true
  const { limits } = site.comments
  const addressHash = await hashAddress()
  if (addressHash !== null && !(await countAgainst(bucketsOfAddress(addressHash).comments, limits.address)))
    return false
  return countAgainst('followed on the site', limits.site)
}
