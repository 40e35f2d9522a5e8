import { lookAfterLatestPosts } from '@/app/_comments/look-after-latest-posts'
import { remakePosts } from '@/app/_comments/remake-posts'
import { sendLetters } from '@/app/_comments/send-letters'
import { site } from '@/content/site'
import { withdrawAnswer } from '@/db/answers'
import { type Decided, decideAsRead, decideComments } from '@/db/decide-comments'
import { decideLatestPosts } from '@/db/decide-latest-posts'
import { editComment } from '@/db/edit-comment'
import { findCase } from '@/db/find-comments'
import { type AnswerRefusal, insertAnswer } from '@/db/insert-answer'
import { logFault } from '@/db/log-fault'
import { setStanding } from '@/db/people'
import { undoDecisions } from '@/db/undo-decisions'
import { checkBody } from '@/lib/comments/fields'
import { type Done, type Left, listLeft } from '@/lib/studio/done'
import { findInLog } from '@/lib/words/name-fault'
import { words } from './act-words'
import { answerComment } from './answer-comment'
import { findUnsent } from './find-unsent'
import type { ActForm } from './read-act'
import { sayRefusal } from './say-refusal'
import type { Mistake } from './typed-field'

/** What became of a verb in the database, and which posts' pages are to be made again. */
export type Carried = { posts: string[] } & (
  | { ok: true; ids: string[]; notes: number[]; reply: string | null; left: Left[] }
  | { ok: false; problem: string; left: Left[] }
)

type Outcome = { ok: true; done: Done } | Refused

/** `mistake` says in which field it was made, when it was one of what was typed. */
export type Refused = { ok: false; problem: string; mistake: Mistake | null; left: Left[] }

export function refuse(problem: string, field: Mistake['field'] | null = null): Refused {
  return { ok: false, problem, mistake: field && { field, problem }, left: [] }
}

/** Does what the author asked for, and makes the pages again that readers see it on. Never throws. */
export async function carryOut(form: ActForm): Promise<Outcome> {
  try {
    const unsent = findUnsent(form)
    if (unsent) return refuse(unsent.problem, unsent.field)
    if (form.verb === 'answer' && form.reply.trim() === '') return refuse(words.emptyLetter, 'reply')
    const says = isAnswer(form.verb) || form.verb === 'edit'
    const field = form.verb === 'edit' ? 'body' : 'reply'
    const body = checkBody(form[field], site.comments.lengths)
    if (says && !body.ok) return refuse(body.message, field)
    const carried = await carryOutVerb(form, body.ok ? body.value : '')
    // Before the pages are made: whom the author trusts is on them.
    const [id] = carried.ok ? carried.ids : []
    const trusted = form.trust && id ? await trustWriterOf(id) : null
    await remakePosts([...carried.posts, ...(trusted?.posts ?? [])])
    // What comes out of the spam has waited for its writer's latest post.
    if (form.verb === 'publish' || form.verb === 'hold') lookAfterLatestPosts()
    sendLetters()
    if (!carried.ok) return { ...refuse(carried.problem), left: carried.left }
    const { ids, notes, reply, left } = carried
    if (notes.length === 0 && reply === null) return refuse(words.unchanged)
    return { ok: true, done: { verb: form.verb, ids, notes, reply, trust: trusted?.trust ?? null, left } }
  } catch (error) {
    return refuse(findInLog(words.unavailable, logFault('The inbox could not do as asked', error)))
  }
}

function isAnswer(verb: ActForm['verb']): boolean {
  return verb === 'reply' || verb === 'answer'
}

async function carryOutVerb({ verb, ids, read }: ActForm, body: string): Promise<Carried> {
  const [first = ''] = ids
  const asRead = new Map(ids.map((id) => [id, read.get(id) ?? null]))
  if (verb === 'reply') return answerComment(first, body, asRead)
  if (verb === 'publish' || verb === 'read') return toCarried(await decideAsRead(verb, asRead))
  if (verb === 'answer') return toCarried(await insertAnswer(first, body, asRead.get(first) ?? null))
  if (verb === 'edit') return toCarried(await editComment(first, body, asRead.get(first) ?? null))
  if (verb === 'show-latest' || verb === 'drop-latest') return toCarried(await decideLatestPosts(ids, verb))
  return toCarried(await decideComments(ids, verb))
}

function toCarried({ changed, decisions, posts, refused }: Decided<AnswerRefusal>): Carried {
  const [first] = refused
  const left = listLeft(refused)
  if (first && changed.length === 0) return { ok: false, problem: sayRefusal(first), left, posts }
  return { ok: true, ids: changed, notes: decisions, reply: null, left, posts }
}

/** What is kept to take that back, and whose pages show it; null when there is nothing to do. */
async function trustWriterOf(id: string): Promise<{ trust: Done['trust']; posts: string[] } | null> {
  const found = await findCase(id)
  if (!found?.personKey || found.standing === 'trusted') return null
  const posts = await setStanding(found.personKey, 'trusted')
  return { trust: { id, before: found.standing }, posts }
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
    const posts = done.trust ? await takeTrustBack(done.trust) : []
    await remakePosts([...undone.posts, ...posts])
    const [refused] = undone.refused
    return refused ? { ok: false, problem: sayRefusal(refused) } : { ok: true }
  } catch (error) {
    const fault = logFault('The inbox could not take it back', error)
    return { ok: false, problem: findInLog(words.unavailable, fault) }
  }
}

/** Whoever was blocked since stays so. Gives whose pages show it. */
async function takeTrustBack({ id, before }: NonNullable<Done['trust']>): Promise<string[]> {
  const found = await findCase(id)
  return found?.personKey && found.standing === 'trusted' ? setStanding(found.personKey, before) : []
}

async function takeLetterBack(notes: number[]): Promise<{ ok: true } | { ok: false; problem: string }> {
  const taken = await Promise.all(notes.map((note) => withdrawAnswer(note)))
  return taken.every(Boolean) ? { ok: true } : { ok: false, problem: words.sent }
}
