import { site } from '@/content/site'
import { decideAsRead, decideComments, type ReadTexts } from '@/db/decide-comments'
import { findCase } from '@/db/find-comments'
import { insertComment, type NewComment } from '@/db/insert-comment'
import { noteReply } from '@/db/note-reply'
import { findOrMakeSecret } from '@/db/secrets'
import { undoDecisions } from '@/db/undo-decisions'
import { swatchOf } from '@/lib/comments/swatch-of'
import { listLeft } from '@/lib/studio/done'
import { findInLog } from '@/lib/words/name-fault'
import { words } from './act-words'
import type { Carried } from './carry-out'
import { sayRefusal } from './say-refusal'

/**
 * Publishes a comment, if it is not, and stores the author's reply below it. When the reply cannot be stored, the
 * comment waits as before: either both are done or none. `body` is as `checkBody` gives it, `read` is of this comment alone.
 */
export async function answerComment(id: string, body: string, read: ReadTexts): Promise<Carried> {
  const decided = await decideAsRead('publish', read)
  const [refused] = decided.refused
  if (refused) {
    const { posts } = decided
    return { ok: false, problem: sayRefusal(refused), left: listLeft(decided.refused), posts }
  }
  const answered = await findCase(id)
  const { reply, fault } = answered?.number
    ? await storeReply(answered.postId, answered.number, body)
    : notStored
  if (!answered || reply === null) {
    const undone = decided.decisions.length > 0 ? await undoDecisions(decided.decisions) : null
    const problem = fault === null ? words.noReply : findInLog(words.noReply, fault)
    return { ok: false, problem, left: [], posts: [...decided.posts, ...(undone?.posts ?? [])] }
  }
  await noteReply(reply, decided.decisions)
  const posts = [...decided.posts, answered.postId]
  return { ok: true, ids: [id], notes: decided.decisions, reply, left: [], posts }
}

type StoredReply = { reply: string | null; fault: string | null }

const notStored: StoredReply = { reply: null, fault: null }

/**
 * The id of the reply; null when it was not stored, with the name of why in the log where the database did not answer. The
 * same words twice are one reply.
 */
async function storeReply(postId: string, parentNumber: number, body: string): Promise<StoredReply> {
  const result = await insertComment(await toReply(postId, parentNumber, body))
  if (!result.ok) return result.reason === 'unavailable' ? { reply: null, fault: result.fault } : notStored
  const { id, status } = result.comment
  // It was said before, and then put into the bin.
  if (status !== 'published') {
    const { changed, refused } = await decideComments([id], 'publish')
    const [left] = refused
    if (!changed.includes(id)) return { reply: null, fault: left?.why === 'unavailable' ? left.fault : null }
  }
  return { reply: id, fault: null }
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
