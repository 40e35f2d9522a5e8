'use server'

import { redirect } from 'next/navigation'
import { findClosedNow } from '@/app/_comments/find-closed'
import { remakeRegulars } from '@/app/_comments/regulars'
import { remakeWithHome } from '@/app/_comments/remake-post'
import { words } from '@/app/_comments/words'
import { site } from '@/content/site'
import { removeOwn } from '@/db/change-own'
import { describeError } from '@/db/describe-error'
import type { OwnKey } from '@/db/own-comments'
import { honeypotField } from '@/lib/comments/honeypot'
import { parseDelete, parseEdit } from '@/lib/comments/own-form'
import { findPost } from '@/lib/posts/find-post'
import { nameFault } from '@/lib/words/name-fault'
import type { OwnState } from './own-state'
import { ownWords } from './own-words'
import { findShown } from './show-with-warning'
import { storeEdit } from './store-edit'
import { findWriterHash } from './writer-cookie'

/**
 * Gives a comment of this browser another text. A form that was sent by script is answered with the comment as it
 * stands then, a plain one is sent to its receipt (303). Never throws for what a visitor can cause.
 */
export async function editComment(_previous: OwnState, form: FormData): Promise<OwnState> {
  const parsed = parseEdit(form, site.comments.lengths)
  const { body } = parsed
  const refused = (message: string): OwnState => ({ status: 'refused', message, body })
  if (parsed.status === 'malformed') return refused(parsed.tooLong ? words.tooLong : words.malformed)
  if (parsed.status === 'invalid') return { status: 'invalid', message: parsed.error, body }

  const { slug, id, scripted } = parsed.input
  const post = await findPost(slug)
  if (!post) return refused(words.postGone)
  const writerHash = await findWriterHash()
  if (writerHash === null) return refused(ownWords.notYours)
  const closed = await findClosedNow(post)
  if (closed !== null) return refused(closed)

  const key = { postId: post.id, id, writerHash }
  const edit = { body: parsed.input.body, trapFilled: parsed.input[honeypotField] }
  const result = await storeEdit(post, key, edit)
  if (!result.ok) {
    if (result.reason !== 'unavailable') return refused(refusals[result.reason])
    return { status: 'failed', message: nameFault(ownWords.notSaved, result.fault), body }
  }
  if (result.seen) await remakeWithHome(post)
  if (!scripted) redirect(`/posts/${slug}/receipt/${id}#own-${id}`)
  return { status: 'saved', own: await readAgain(key) }
}

/** Deletes a comment of this browser; answered as `editComment` is. Deleting what is gone is no mistake. */
export async function deleteComment(_previous: OwnState, form: FormData): Promise<OwnState> {
  const refused = (message: string): OwnState => ({ status: 'refused', message, body: '' })
  const input = parseDelete(form)
  if (!input) return refused(words.malformed)
  const { slug, id, scripted } = input
  const post = await findPost(slug)
  if (!post) return refused(words.postGone)
  const writerHash = await findWriterHash()
  if (writerHash === null) return refused(ownWords.notYours)

  const result = await removeOwn({ postId: post.id, id, writerHash })
  if (!result.ok && result.reason !== 'removed') {
    if (result.reason !== 'unavailable') return refused(refusals[result.reason])
    return { status: 'failed', message: nameFault(ownWords.notDeleted, result.fault), body: '' }
  }
  if (result.ok && result.seen) {
    await remakeWithHome(post)
    await remakeRegulars()
  }
  if (!scripted) redirect(`/posts/${slug}/receipt/${id}#own-${id}`)
  return { status: 'deleted' }
}

const refusals = {
  'not-yours': ownWords.notYours,
  'too-late': ownWords.tooLate,
  removed: ownWords.removed,
  limited: ownWords.limited,
} as const

/** The change is stored by now: that it cannot be read again is no failure. */
async function readAgain(key: OwnKey) {
  try {
    return await findShown(key)
  } catch (error) {
    console.error(`A changed comment was not read again: ${describeError(error)}`)
    return null
  }
}
