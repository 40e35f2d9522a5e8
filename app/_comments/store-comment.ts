import { site } from '@/content/site'
import { describeError } from '@/db/describe-error'
import { findRepeated, type InsertResult, insertComment, type NewComment } from '@/db/insert-comment'
import { countAgainst } from '@/db/rate-limits'
import { findOrMakeSecret } from '@/db/secrets'
import { honeypotField } from '@/lib/comments/honeypot'
import type { CommentInput } from '@/lib/comments/schema'
import { keyedHash, swatchOf } from '@/lib/comments/swatch-of'
import { hashWriter } from '@/lib/comments/writer'
import { env } from '@/lib/env'
import { hashAddress } from './hash-address'
import { isAuthor } from './is-author'
import { judge } from './judge'
import { findOrMakeWriterSecret, keepWriterSecret } from './own/writer-cookie'

type StoreResult = InsertResult | { ok: false; reason: 'limited' }

/** Decides about a comment and stores it, once, within the limits. Never throws: without a database it is `unavailable`. */
export async function storeComment(postId: string, input: CommentInput): Promise<StoreResult> {
  try {
    const { comment, secret } = await toNewComment(postId, input)
    const result = await storeOnce(comment)
    if (result.ok) await keepWriterSecret(secret)
    return result
  } catch (error) {
    console.error(`A comment on ${postId} was not stored: ${describeError(error)}`)
    return { ok: false, reason: 'unavailable' }
  }
}

async function storeOnce(comment: NewComment): Promise<StoreResult> {
  if (env.COMMENT_LIMITS === 'on') {
    // A retry of what is already stored costs its writer nothing.
    const first = await findRepeated(comment)
    if (first) return { ok: true, comment: first, repeated: true }
    if (!(await isWithinLimits(comment))) return { ok: false, reason: 'limited' }
  }
  return insertComment(comment)
}

/** `secret` is what shows the comment to the browser that wrote it. */
async function toNewComment(
  postId: string,
  input: CommentInput,
): Promise<{ comment: NewComment; secret: string }> {
  const { parent, body, name, website, email, key, elapsed, forAuthor } = input
  const [personKey, addressHash, byAuthor] = await Promise.all([
    findOrMakeSecret('people'),
    hashAddress(),
    isAuthor(),
  ])
  const secret = await findOrMakeWriterSecret(personKey, key)
  const identity = {
    emailHash: email === null ? null : keyedHash(personKey, email.toLowerCase()),
    addressHash,
    writerHash: hashWriter(secret),
    byAuthor,
  }
  const trapFilled = input[honeypotField] !== ''
  const verdict = await judge({ name, website, body, trapFilled, elapsed, ...identity })
  const comment = {
    postId,
    parentNumber: parent,
    body,
    name,
    website,
    email,
    ...identity,
    swatch: swatchOf(personKey, name),
    forAuthor,
    key,
    // What is just for the author waits for nobody's leave and is never published.
    status: forAuthor && verdict.status === 'published' ? ('held' as const) : verdict.status,
    reasons: verdict.reasons,
  }
  return { comment, secret }
}

/**
 * The narrowest limit first: one reader in a hurry does not use up what the post and the site can take. What is
 * held is counted apart: scripts that fill in the trap must not shut the conversation for people.
 */
async function isWithinLimits({ addressHash, postId, status }: NewComment): Promise<boolean> {
  const { limits } = site.comments
  if (addressHash !== null && !(await countAgainst(`address ${addressHash}`, limits.address))) return false
  return (
    (await countAgainst(`${status} on ${postId}`, limits.post)) &&
    (await countAgainst(`${status} on the site`, limits.site))
  )
}
