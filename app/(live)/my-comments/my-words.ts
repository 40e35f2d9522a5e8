/** What a guest is told on the pages of their own comments. */
export const myWords = {
  unavailable: 'That could not be done just now, and nothing was changed. Please try again in a minute.',
  foreign: 'That did not come from a page of this site. Please load the page again.',
  noEmail: 'Enter the email you commented with',
  limited: 'That was often. Please wait a few minutes, then ask again.',
  asked:
    'If there are comments under that address, a letter is on its way. The link in it is good for a day. Nothing there? It may lie among the spam, it may have been another address, or the letter you asked for before is still good. If one asks whether the address is yours, say yes there first, then ask here again.',
  over: 'This link opens nothing any more: it is good for a day. Ask for another one.',
  visitOver:
    'Not saved: your visit is over, as it lasts an hour. Ask for another letter in a second tab, and leave this one open.',
  erased:
    'Done. You are forgotten here: nothing that is stored tells who you were. Pages that were being read a moment ago may show you until they are loaded again.',
  left: 'The database stopped answering on the way, and some of it is left. Press the button once more.',
  noLetters:
    'This blog sends no letters yet, and without one nobody can tell who you are. Until then, write to me: under What I store it says how.',
  noChoice: 'Choose what becomes of your words',
  gone: 'a post that is not here any more',
} as const
