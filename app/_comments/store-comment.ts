import { site } from '@/content/site'
import type { FoundFacts } from '@/db/find-facts'
import { type InsertResult, insertComment, type NewComment, type StoredComment } from '@/db/insert-comment'
import { logFault } from '@/db/log-fault'
import type { Seen } from '@/db/look-at-conversation'
import { lookBeforeJudging } from '@/db/look-before-judging'
import { bucketsOfAddress, countAgainst } from '@/db/rate-limits'
import { findOrMakeSecret } from '@/db/secrets'
import { settleComment } from '@/db/settle-comment'
import { type Judgement, judgeByFacts } from '@/jobs/judge'
import { takeChoice } from '@/jobs/offer-latest-posts'
import { afterAnswer } from '@/lib/comments/after-answer'
import type { CommentStatus } from '@/lib/comments/comment'
import { honeypotField } from '@/lib/comments/honeypot'
import type { CommentInput } from '@/lib/comments/schema'
import { type KeptRules, rulesAsTheyCome } from '@/lib/comments/site-rules'
import { swatchOf } from '@/lib/comments/swatch-of'
import { hashWriter } from '@/lib/comments/writer'
import { env } from '@/lib/env'
import { keyedHash } from '@/lib/http/keyed-hash'
import { offersLetters } from '@/lib/mail/offers-letters'
import type { Post } from '@/lib/posts/post'
import { askAboutRequest, hasAkismet } from './ask-about-request'
import { sayClosed } from './find-closed'
import { hashAddress } from './hash-address'
import { isAuthor } from './is-author'
import { findOrMakeWriterSecret, keepWriterSecret } from './own/writer-cookie'

type StoreResult =
  | InsertResult
  | { ok: false; reason: 'limited' }
  /** `message` says why the post takes no comments. */
  | { ok: false; reason: 'closed'; message: string }

/**
 * Decides about a comment and stores it, once, within the limits, where the post takes any. One that Akismet is asked
 * about waits meanwhile, and is stored by then: whatever ends this process, it is there. Never throws: without a database
 * it is `unavailable`.
 */
export async function storeComment(post: Post, input: CommentInput): Promise<StoreResult> {
  try {
    // What the post says by itself needs no database.
    const closed = sayClosed(post, false)
    if (closed !== null) return { ok: false, reason: 'closed', message: closed }
    const writer = await identify(post.id, input)
    const { isPaused, rules, facts, seen } = await lookBeforeJudging(writer.said, rulesAsTheyCome)
    const paused = sayClosed(post, isPaused)
    if (paused !== null) return { ok: false, reason: 'closed', message: paused }
    const { comment, judgement, isAsked } = await toNewComment(input, writer, facts, rules)
    const result = await storeOnce(comment, seen, isAsked ? judgement.verdict.status : comment.status)
    if (!result.ok) return result
    await keepWriterSecret(writer.secret)
    if (result.repeated || !isAsked) return result
    return { ...result, comment: await settle(post, comment, judgement, result.comment) }
  } catch (error) {
    const fault = logFault(`A comment on ${post.id} was not stored`, error)
    return { ok: false, reason: 'unavailable', fault }
  }
}

/** `hoped` is where it would stand if nobody else were asked. */
async function storeOnce(comment: NewComment, seen: Seen, hoped: CommentStatus): Promise<StoreResult> {
  // A retry of what is already stored costs its writer nothing.
  if (env.COMMENT_LIMITS === 'on' && !seen.first && !(await isWithinLimits(comment, hoped)))
    return { ok: false, reason: 'limited' }
  return insertComment(comment, undefined, seen)
}

/** Asks Akismet about a comment that is stored and waits for it, and gives where it stands then. */
async function settle(
  post: Post,
  comment: NewComment,
  { verdictWith }: Judgement,
  stored: StoredComment,
): Promise<StoredComment> {
  const { body } = comment
  const answer = await askAboutRequest(post, { ...comment, isReply: comment.parentNumber !== null })
  if (answer === 'unknown') return stored
  const settled = await settleComment({ id: stored.id, body, isNoted: false }, (reasons) =>
    afterAnswer(reasons, verdictWith(answer)),
  )
  return settled ?? stored
}

type Writer = Awaited<ReturnType<typeof identify>>

/** What is said, with what tells who says it; `secret` is what shows the comment to the browser that wrote it. */
async function identify(postId: string, { parent, body, name, email, key, forAuthor }: CommentInput) {
  const [personKey, addressHash, byAuthor] = await Promise.all([
    findOrMakeSecret('people'),
    hashAddress(),
    isAuthor(),
  ])
  const secret = await findOrMakeWriterSecret(personKey, { key, postId, body })
  const said = {
    postId,
    parentNumber: parent,
    key,
    body,
    name,
    forAuthor,
    emailHash: email === null ? null : keyedHash(personKey, email.toLowerCase()),
    addressHash,
    writerHash: hashWriter(secret),
  }
  return { said, swatch: swatchOf(personKey, name), byAuthor, secret }
}

/** `isAsked` tells that Akismet is asked about it as soon as it is stored. */
async function toNewComment(
  input: CommentInput,
  { said, swatch, byAuthor }: Writer,
  facts: FoundFacts,
  rules: KeptRules,
): Promise<{ comment: NewComment; judgement: Judgement; isAsked: boolean }> {
  const { website, email, elapsed, forAuthor, addLatest, latestChoice, letters } = input
  const mayHaveLatest = addLatest && website !== null && !forAuthor
  const latestPost = mayHaveLatest ? await takeChoice(latestChoice, website) : null
  const trapFilled = input[honeypotField] !== ''
  const judgement = await judgeByFacts({ ...said, website, trapFilled, elapsed, byAuthor }, facts, rules)
  // What is just for the author is told to nobody else.
  const isAsked = hasAkismet && !forAuthor && judgement.isForAkismet(judgement.verdict)
  const verdict = isAsked ? judgement.verdictWith('unknown') : judgement.verdict
  const comment = {
    ...said,
    website,
    email,
    byAuthor,
    swatch,
    // What is just for the author waits for nobody's leave and is never published.
    status: forAuthor && verdict.status === 'published' ? ('held' as const) : verdict.status,
    reasons: verdict.reasons,
    wantsLatestPost: addLatest,
    latestPost,
    tellsAuthor: offersLetters,
    wantsLetters: offersLetters && letters,
    isUntrusted: facts.writer !== 'trusted',
  }
  return { comment, judgement, isAsked }
}

/**
 * The narrowest limit first: one reader in a hurry does not use up what the post and the site can take. What is
 * held is counted apart: scripts that fill in the trap must not shut the conversation for people.
 */
async function isWithinLimits({ addressHash, postId }: NewComment, hoped: CommentStatus): Promise<boolean> {
  const { limits } = site.comments
  if (addressHash !== null && !(await countAgainst(bucketsOfAddress(addressHash).comments, limits.address)))
    return false
  return (
    (await countAgainst(`${hoped} on ${postId}`, limits.post)) &&
    (await countAgainst(`${hoped} on the site`, limits.site))
  )
}
