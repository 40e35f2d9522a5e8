'use server'

import { redirect } from 'next/navigation'
import { site } from '@/content/site'
import { findPageOf } from '@/db/comments'
import { describeError } from '@/db/describe-error'
import type { StoredComment } from '@/db/insert-comment'
import { parseText } from '@/lib/comments/parse-text'
import { type ParsedForm, parseForm } from '@/lib/comments/schema'
import { offersLetters } from '@/lib/mail/offers-letters'
import { findPost } from '@/lib/posts/find-post'
import type { Post } from '@/lib/posts/post'
import { nameFault } from '@/lib/words/name-fault'
import type { CommentState } from './comment-state'
import { lookAfterLatestPosts } from './look-after-latest-posts'
import { remakeForWriter } from './remake-post'
import { sendLetters } from './send-letters'
import { storeComment } from './store-comment'
import { sayWhatBecame, words } from './words'

/**
 * Posts a comment, or shows it beforehand when that is what was asked (`intent`). A form with a `key` (made by script) is answered with where the comment stands, a plain one
 * is sent there (303), so that a reload posts nothing. Never throws for what a visitor can cause.
 */
export async function postComment(_previous: CommentState, form: FormData): Promise<CommentState> {
  const parsed = parseForm(form, site.comments.lengths)
  if (parsed.status === 'preview') return answerPreview(parsed)
  if (parsed.status !== 'ok') return answerMistakes(parsed)

  const { input, typed } = parsed
  const post = await findPost(input.slug)
  if (!post) return { status: 'refused', message: words.postGone, typed }

  const stored = await storeComment(post, input)
  if (!stored.ok) {
    if (stored.reason === 'closed') return { status: 'refused', message: stored.message, typed }
    if (stored.reason !== 'unavailable') return { ...refusals[stored.reason], typed }
    return { status: 'failed', message: nameFault(words.notSaved, stored.fault), typed }
  }

  const { comment, repeated } = stored
  if (comment.status === 'removed') return { status: 'refused', message: words.removed, typed }
  if (input.addLatest && input.website !== null) lookAfterLatestPosts()
  if (stored.mayHaveLetters) sendLetters()
  const page = comment.number === null ? null : await remakeForWriter(post, comment.number, repeated)
  const told = sayWhatBecame(comment.status, comment.forAuthor)
  const hasLetters = offersLetters && input.letters && !comment.forAuthor
  const answer = await answerStored(post, comment, page, hasLetters ? `${told} ${words.letters}` : told)
  if (input.key === null) redirect(answer.status === 'published' ? pastCaches(answer) : answer.href)
  return answer
}

const refusals = {
  limited: { status: 'limited', message: words.limited },
  'no-parent': { status: 'no-parent', message: words.parentGone },
} as const

/**
 * Bytes of a preview, as JSON. Without JavaScript React sends it back beside what is typed next, as it does with what
 * was typed before (`heaviestEcho`), and all of it must stay under `bodySizeLimit`. A text of the longest kind is
 * heavier only when nearly every one of its characters is a mark or a line of its own.
 */
const heaviestPreview = 110_000

function answerPreview({ body, typed }: Extract<ParsedForm, { status: 'preview' }>): CommentState {
  const text = parseText(body)
  if (new TextEncoder().encode(JSON.stringify(text)).length > heaviestPreview)
    return { status: 'refused', message: words.noPreview, typed }
  return { status: 'preview', text, typed }
}

function answerMistakes(parsed: Exclude<ParsedForm, { status: 'ok' | 'preview' }>): CommentState {
  const { typed } = parsed
  if (parsed.status === 'invalid') return { status: 'invalid', errors: parsed.errors, typed }
  return { status: 'refused', message: parsed.tooLong ? words.tooLong : words.malformed, typed }
}

async function answerStored(
  post: Post,
  comment: StoredComment,
  page: string | null,
  told: string,
): Promise<Extract<CommentState, { status: 'published' | 'held' }>> {
  const path = `/posts/${post.slug}`
  const { id, number, status } = comment
  if (number === null || status !== 'published') {
    return { status: 'held', id, href: `${path}/receipt/${id}`, told }
  }
  return { status: 'published', number, href: await findPlace(post, number, page), told }
}

/** A cache in front may have kept the page a moment before the comment; under another address it has not. */
function pastCaches({ href, number }: { href: string; number: number }): string {
  return href.replace('#', `?posted=${number}#`)
}

/**
 * `page` is the end of its page's address where that is known. The comment is stored by now: when its page cannot be found,
 * the address that looks it up will do.
 */
async function findPlace(post: Post, number: number, page: string | null): Promise<string> {
  const path = `/posts/${post.slug}`
  try {
    const suffix = page ?? (await findPageOf(post.id, number))
    if (suffix !== null) return `${path}${suffix}#c-${number}`
  } catch (error) {
    console.error(`The page of comment ${number} was not found: ${describeError(error)}`)
  }
  return `${path}/c/${number}`
}
