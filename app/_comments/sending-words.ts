/** What is said of a comment on its way, by the page alone: every byte of it comes with every post. */
export const sendingWords = {
  posting: 'Posting…',
  notReached: 'Not posted yet. Your text is safe. We could not reach the server.',
  offline: 'Not posted yet. You are offline. Your draft is saved.',
  oldPage:
    'Not posted yet. This page is older than the site. Your text is safe: load the page again, then post.',
} as const
