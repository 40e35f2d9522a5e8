/** What writers are told about changing a comment of their own: readers who wrote nothing never load it. */
export const ownWords = {
  saving: 'Saving…',
  confirm: 'Delete this comment? It cannot be brought back.',
  deleted: 'You have deleted your comment.',
  notYours: 'This browser did not write that comment, so it cannot change it.',
  tooLate: 'The fifteen minutes in which you could change it are over. You can still write to me about it.',
  removed: 'This comment was removed meanwhile.',
  limited: 'That was quick. Please wait a few minutes, then save again. Your text is still here.',
  notSaved: 'Not saved yet. Your text is safe here, but it could not be saved. Please try again in a minute.',
  notReached: 'Not saved yet. Your text is safe here. We could not reach the server.',
  offline: 'Not saved yet. You are offline. Your text is safe here.',
  oldPage: 'Not saved yet. This page is older than the site. Copy your text, load the page again, then save.',
  notDeleted: 'Not deleted yet. Please try again in a minute.',
} as const

/** The words that stand beside the name over a comment only its writer can see. */
export function stateWords(forAuthor: boolean): string {
  return forAuthor ? 'Just for the author' : 'Waiting for a read-through'
}

/** The words that stand under a comment only its writer can see. */
export function whyWords(author: string, forAuthor: boolean): string {
  return forAuthor ? `Only ${author} will read this.` : `Only you can see this until ${author} has read it.`
}
