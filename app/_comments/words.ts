import { site } from '@/content/site'
import type { CommentStatus } from '@/lib/comments/comment'

/** What the server tells readers about a comment of theirs. What is said where it cannot: `sending-words.ts`. */
export const words = {
  posted: 'Posted. Thank you for taking the time.',
  notSaved: 'Not posted yet. Your text is safe, but it could not be saved. Please try again in a minute.',
  limited: 'That was quick. Please wait a minute, then post again. Your text is still here.',
  tooLong: 'Your comment is far too long. Please shorten it, then post again.',
  malformed: 'That did not come through whole. Please load the page again, then post.',
  postGone: 'This post is not here any more.',
  removed: 'You have posted these words here before, and they were removed.',
  parentGone:
    'The comment you answered is not here any more. Your text still is: post it as a comment of its own, if you like.',
  noPreview: 'There are too many marks in your comment for a preview. It can be posted all the same.',
  letters:
    'Replies come by e-mail. If I do not know your address yet, a letter asks first whether it is yours.',
  waitsUnseen: 'Waiting for a read-through. Until then only its writer can see it.',
  editMayWait: 'It may have to wait for a read-through again, for instance if you add links.',
  editWaits: 'Once you change it, it waits for a read-through again, and until then only you can see it.',
  closed: 'Comments are closed on this post. You can still write to me.',
  paused:
    'Comments are having a rest just now, on every post. What was said stays here. Please come back in a while.',
  empty: 'No one has threaded this needle yet. Be first?',
} as const

/** What its writer is told about a comment. What is held as probable spam waits like any other. */
export function sayWhatBecame(status: CommentStatus, forAuthor: boolean): string {
  if (status === 'published') return words.posted
  if (status === 'removed') return 'This comment was removed.'
  if (forAuthor) return `Sent. Only ${site.author} will read this.`
  return `Waiting for a read-through. Only you can see this until ${site.author} has read it.`
}
