import { site } from '@/content/site'
import { decideComments, publishAsRead, type ReadTexts } from '@/db/decide-comments'
import { findCase } from '@/db/find-comments'
import { insertComment, type NewComment } from '@/db/insert-comment'
import { noteReply } from '@/db/note-reply'
import { findOrMakeSecret } from '@/db/secrets'
import { undoDecisions } from '@/db/undo-decisions'
import { swatchOf } from '@/lib/comments/swatch-of'
import { listLeft } from '@/lib/studio/done'
import type { Carried } from './carry-out'

/**
 * Publishes a comment, if it is not, and stores the author's reply below it. When the reply cannot be stored, the
 * comment waits as before: either both are done or none. `body` is as `checkBody` gives it, `read` is of this comment alone.
 */
export async function answerComment(id: string, body: string, read: ReadTexts): Promise<Carried> {
  const decided = await publishAsRead(read)
  const [refused] = decided.refused
  if (refused) return { ok: false, why: refused.why, left: listLeft(decided.refused), posts: decided.posts }
  const answered = await findCase(id)
  const reply = answered?.number ? await storeReply(answered.postId, answered.number, body) : null
  if (!answered || !reply) {
    const undone = decided.decisions.length > 0 ? await undoDecisions(decided.decisions) : null
    return { ok: false, why: 'noReply', left: [], posts: [...decided.posts, ...(undone?.posts ?? [])] }
  }
  await noteReply(reply, decided.decisions)
  const posts = [...decided.posts, answered.postId]
  return { ok: true, ids: [id], notes: decided.decisions, reply, left: [], posts }
}

/** The id of the reply; null when it was not stored. The same words twice are one reply. */
async function storeReply(postId: string, parentNumber: number, body: string): Promise<string | null> {
  const result = await insertComment(await toReply(postId, parentNumber, body))
  if (!result.ok) return null
  const { id, status } = result.comment
  // It was said before, and then put into the bin.
  if (status !== 'published') {
    const { changed } = await decideComments([id], 'publish')
    return changed.includes(id) ? id : null
  }
  return id
}

async function toReply(postId: string, parentNumber: number, body: string): Promise<NewComment> {
  return {
    postId,
    parentNumber,
    body,
    name: site.author,
    website: null,
    email: null,
    emailHash: null,
    addressHash: null,
    writerHash: null,
    swatch: swatchOf(await findOrMakeSecret('people'), site.author),
    byAuthor: true,
    forAuthor: false,
    key: null,
    status: 'published',
    reasons: [],
  }
}
