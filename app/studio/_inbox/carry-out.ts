import { lookAfterLatestPosts } from '@/app/_comments/look-after-latest-posts'
import { remakePosts } from '@/app/_comments/remake-posts'
import { sendLetters } from '@/app/_comments/send-letters'
import { site } from '@/content/site'
import { withdrawAnswer } from '@/db/answers'
import { type Decided, decideComments, publishAsRead } from '@/db/decide-comments'
import { describeError } from '@/db/describe-error'
import { editComment } from '@/db/edit-comment'
import { findCase } from '@/db/find-comments'
import { type AnswerRefusal, insertAnswer } from '@/db/insert-answer'
import { setStanding } from '@/db/people'
import { undoDecisions } from '@/db/undo-decisions'
import { checkBody } from '@/lib/comments/fields'
import type { Done } from '@/lib/studio/done'
import { words } from './act-words'
import { answerComment } from './answer-comment'
import type { ActForm } from './read-act'

/** What became of a verb in the database, and which posts' pages are to be made again. */
export type Carried = { posts: string[] } & (
  | { ok: true; ids: string[]; notes: number[]; reply: string | null }
  | { ok: false; why: AnswerRefusal | 'changed' | 'noReply' }
)

type Outcome = { ok: true; done: Done } | { ok: false; problem: string }

/** Does what the author asked for, and makes the pages again that readers see it on. Never throws. */
export async function carryOut(form: ActForm): Promise<Outcome> {
  try {
    const says = ['reply', 'answer', 'edit'].includes(form.verb)
    // Whatever else is decided takes its row away, and what is typed there with it.
    if (!says && form.reply.trim() !== '') return { ok: false, problem: words.unsent }
    if (form.verb === 'answer' && form.reply.trim() === '') return { ok: false, problem: words.emptyLetter }
    const body = checkBody(form.verb === 'edit' ? form.body : form.reply, site.comments.lengths)
    if (says && !body.ok) return { ok: false, problem: body.message }
    const carried = await carryOutVerb(form, body.ok ? body.value : '')
    await remakePosts(carried.posts)
    // What comes out of the spam has waited for its writer's latest post.
    if (form.verb === 'publish' || form.verb === 'hold') lookAfterLatestPosts()
    sendLetters()
    if (!carried.ok) return { ok: false, problem: words[carried.why] }
    const { ids, notes, reply } = carried
    if (notes.length === 0 && reply === null) return { ok: false, problem: words.unchanged }
    const [id] = ids
    const trust = form.trust && id ? await trustWriterOf(id) : null
    return { ok: true, done: { verb: form.verb, ids, notes, reply, trust } }
  } catch (error) {
    console.error(`The inbox could not do as asked: ${describeError(error)}`)
    return { ok: false, problem: words.unavailable }
  }
}

async function carryOutVerb({ verb, ids, read }: ActForm, body: string): Promise<Carried> {
  const [first = ''] = ids
  const asRead = new Map(ids.map((id) => [id, read.get(id) ?? null]))
  if (verb === 'reply') return answerComment(first, body, asRead)
  if (verb === 'publish') return toCarried(await publishAsRead(asRead))
  if (verb === 'answer') return toCarried(await insertAnswer(first, body))
  return toCarried(verb === 'edit' ? await editComment(first, body) : await decideComments(ids, verb))
}

function toCarried({ changed, decisions, posts, refused }: Decided<AnswerRefusal | 'changed'>): Carried {
  const [first] = refused
  if (first && changed.length === 0) return { ok: false, why: first.why, posts }
  return { ok: true, ids: changed, notes: decisions, reply: null, posts }
}

async function trustWriterOf(id: string): Promise<Done['trust']> {
  const found = await findCase(id)
  if (!found?.personKey || found.standing === 'trusted') return null
  await setStanding(found.personKey, 'trusted')
  return { id, before: found.standing }
}

/** Takes back what was done, all of it. Never throws: a problem is said. */
export async function takeBack(done: Done): Promise<{ ok: true } | { ok: false; problem: string }> {
  try {
    if (done.verb === 'answer') return await takeLetterBack(done.notes)
    // A reply that came with a decision goes with it.
    const undone =
      done.reply && done.notes.length === 0
        ? await decideComments([done.reply], 'remove')
        : await undoDecisions(done.notes)
    if (done.trust) {
      const found = await findCase(done.trust.id)
      if (found?.personKey) await setStanding(found.personKey, done.trust.before)
    }
    await remakePosts(undone.posts)
    const [refused] = undone.refused
    return refused ? { ok: false, problem: words[refused.why] } : { ok: true }
  } catch (error) {
    console.error(`The inbox could not take it back: ${describeError(error)}`)
    return { ok: false, problem: words.unavailable }
  }
}

async function takeLetterBack(notes: number[]): Promise<{ ok: true } | { ok: false; problem: string }> {
  const taken = await Promise.all(notes.map((note) => withdrawAnswer(note)))
  return taken.every(Boolean) ? { ok: true } : { ok: false, problem: words.sent }
}
