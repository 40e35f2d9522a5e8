/** What readers are told about a comment of theirs, in one place. */
export const words = {
  posting: 'Posting…',
  posted: 'Posted. Thank you for taking the time.',
  notReached: 'Not posted yet. Your text is safe. We could not reach the server.',
  offline: 'Not posted yet. You are offline. Your draft is saved.',
  notSaved: 'Not posted yet. Your text is safe, but it could not be saved. Please try again in a minute.',
  oldPage:
    'Not posted yet. This page is older than the site. Your text is safe: load the page again, then post.',
  limited: 'That was quick. Please wait a minute, then post again. Your text is still here.',
  tooLong: 'Your comment is far too long. Please shorten it, then post again.',
  malformed: 'That did not come through whole. Please load the page again, then post.',
  postGone: 'This post is not here any more.',
  removed: 'You have posted these words here before, and they were removed.',
  parentGone:
    'The comment you answered is not here any more. Your text still is: post it as a comment of its own, if you like.',
  noPreview: 'There are too many marks in your comment for a preview. It can be posted all the same.',
  letters:
    'Replies come by e-mail. If we do not know your address yet, a letter asks first whether it is yours.',
  closed: 'Comments are closed on this post. You can still write to me.',
  paused:
    'Comments are having a rest just now, on every post. What was said stays here. Please come back in a while.',
  empty: 'No one has threaded this needle yet. Be first?',
} as const

/** The words for a comment that waits for the author. */
export function heldWords(author: string): string {
  return `Waiting for a read-through. Only you can see this until ${author} has read it.`
}

/** The words for a comment that is just for the author. */
export function forAuthorWords(author: string): string {
  return `Sent. Only ${author} will read this.`
}
