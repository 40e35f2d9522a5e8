import { askAboutRequest, hasAkismet } from '@/app/_comments/ask-about-request'
import { isAuthor } from '@/app/_comments/is-author'
import { sendLetters } from '@/app/_comments/send-letters'
import { site } from '@/content/site'
import { type Changed, editOwn } from '@/db/change-own'
import { logFault } from '@/db/log-fault'
import { findOwn, findOwnForRules, type OwnForRules, type OwnKey } from '@/db/own-comments'
import { bucketOfEdits, countAgainst } from '@/db/rate-limits'
import { findRules } from '@/db/settings'
import { isSeenToSettle, settleComment } from '@/db/settle-comment'
import { judge } from '@/jobs/judge'
import { afterAnswer } from '@/lib/comments/after-answer'
import { afterEdit } from '@/lib/comments/after-edit'
import type { Verdict } from '@/lib/comments/decide'
import { rulesAsTheyCome } from '@/lib/comments/site-rules'
import { env } from '@/lib/env'
import { offersLetters } from '@/lib/mail/offers-letters'
import type { Post } from '@/lib/posts/post'

export type EditResult = Changed | { ok: false; reason: 'limited' }

type Edit = { body: string; trapFilled: boolean }
type Own = NonNullable<Awaited<ReturnType<typeof findOwn>>> & OwnForRules

/**
 * Has the rules look at a writer's new text as they did at the first one, and stores it. Never throws: without a
 * database it is `unavailable`.
 */
export async function storeEdit(post: Post, key: OwnKey, edit: Edit): Promise<EditResult> {
  try {
    // Before anything is counted: a stranger's ids must fill no buckets.
    const [own, forRules] = await Promise.all([findOwn(key), findOwnForRules(key)])
    if (!own || !forRules) return { ok: false, reason: 'not-yours' }
    if (!(await isWithinLimit(key.id))) return { ok: false, reason: 'limited' }
    // The author's mark comes from being signed in, and so does the right to write under it.
    if (own.byAuthor && !(await isAuthor())) return { ok: false, reason: 'not-yours' }
    const { verdict, isAnswered } = await judgeEdit(post, key, { ...own, ...forRules }, edit)
    const { body } = edit
    const edited = await editOwn(key, { body, tellsAuthor: offersLetters }, (before) =>
      afterEdit(before, verdict),
    )
    if (edited.ok && edited.seen && edited.status === 'held') sendLetters()
    if (!edited.ok || edited.status !== 'held' || !isAnswered) return edited
    // It may have waited for Akismet alone, which has spoken now.
    const asked = { id: key.id, body, isNoted: true }
    const settled = await settleComment(asked, (reasons) => afterAnswer(reasons, verdict))
    if (settled?.status === 'published') sendLetters()
    return settled ? { ...edited, ...settled, seen: edited.seen || isSeenToSettle(settled) } : edited
  } catch (error) {
    const fault = logFault(`A comment on ${key.postId} was not changed`, error)
    return { ok: false, reason: 'unavailable', fault }
  }
}

/** What the rules say of the new text, and Akismet where they leave it to that. The old one stands meanwhile. */
async function judgeEdit(
  post: Post,
  key: OwnKey,
  own: Own,
  { body, trapFilled }: Edit,
): Promise<{ verdict: Verdict; isAnswered: boolean }> {
  const { name, website, email, emailHash, writerHash, byAuthor, forAuthor, status, reasons } = own
  const who = { emailHash, writerHash, addressHash: null, byAuthor, except: key.id }
  const { verdict, isForAkismet, verdictWith } = await judge(
    { name, website, body, trapFilled, elapsed: null, ...who },
    await findRules(rulesAsTheyCome),
  )
  const isAsked =
    hasAkismet &&
    !forAuthor &&
    status !== 'removed' &&
    own.secondsLeft > 0 &&
    body !== own.body &&
    isForAkismet(afterEdit({ status, reasons }, verdict))
  if (!isAsked) return { verdict, isAnswered: false }
  const isReply = own.parentNumber !== null
  const answer = await askAboutRequest(post, { name, email, website, body, isReply }, true)
  return { verdict: verdictWith(answer), isAnswered: answer !== 'unknown' }
}

/** A comment is changed as often as one reader may post: each change makes a page again. */
async function isWithinLimit(id: string): Promise<boolean> {
  return env.COMMENT_LIMITS === 'off' || countAgainst(bucketOfEdits(id), site.comments.limits.address)
}
