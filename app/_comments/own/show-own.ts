import type { OwnComment } from '@/db/own-comments'
import { parseText } from '@/lib/comments/parse-text'
import { formatDate } from '@/lib/posts/dates'
import type { ShownOwn } from './own-schema'

/** A comment as its writer sees it. What is held as probable spam waits like any other, as far as they know. */
export function showOwn(comment: OwnComment): ShownOwn {
  const { id, number, parentNumber, status, forAuthor, name, swatch, body, editedAt, secondsLeft } = comment
  const at = comment.shownAt.toISOString()
  return {
    id,
    number,
    parentNumber,
    isHeld: status !== 'published',
    forAuthor,
    name,
    swatch,
    body,
    text: parseText(body),
    at: `${at.slice(0, 16)}Z`,
    date: formatDate(at, 'minute'),
    isEdited: editedAt !== null,
    beforeEdit: null,
    secondsLeft,
  }
}
