import { isAuthor } from '@/app/_comments/is-author'
import { judge } from '@/app/_comments/judge'
import { site } from '@/content/site'
import { type Changed, editOwn } from '@/db/change-own'
import { describeError } from '@/db/describe-error'
import { findOwn, findOwnEmailHash, type OwnKey } from '@/db/own-comments'
import { countAgainst } from '@/db/rate-limits'
import { afterEdit } from '@/lib/comments/after-edit'
import { env } from '@/lib/env'

export type EditResult = Changed | { ok: false; reason: 'limited' }

/**
 * Has the rules look at a writer's new text as they did at the first one, and stores it. Never throws: without a
 * database it is `unavailable`.
 */
export async function storeEdit(
  key: OwnKey,
  { body, trapFilled }: { body: string; trapFilled: boolean },
): Promise<EditResult> {
  try {
    // Before anything is counted: a stranger's ids must fill no buckets.
    const own = await findOwn(key)
    if (!own) return { ok: false, reason: 'not-yours' }
    if (!(await isWithinLimit(key.id))) return { ok: false, reason: 'limited' }
    const { name, website, byAuthor } = own
    // The author's mark comes from being signed in, and so does the right to write under it.
    if (byAuthor && !(await isAuthor())) return { ok: false, reason: 'not-yours' }
    const verdict = await judge({
      name,
      website,
      body,
      trapFilled,
      elapsed: null,
      emailHash: await findOwnEmailHash(key),
      writerHash: key.writerHash,
      addressHash: null,
      byAuthor,
      except: key.id,
    })
    return await editOwn(key, body, (before) => afterEdit(before, verdict))
  } catch (error) {
    console.error(`A comment on ${key.postId} was not changed: ${describeError(error)}`)
    return { ok: false, reason: 'unavailable' }
  }
}

/** A comment is changed as often as one reader may post: each change makes a page again. */
async function isWithinLimit(id: string): Promise<boolean> {
  return env.COMMENT_LIMITS === 'off' || countAgainst(`edits of ${id}`, site.comments.limits.address)
}
