/** Why something in the inbox was not done. */
export const words = {
  malformed: 'That was not understood. Load the page again, then try once more.',
  nothing: 'Select a comment first.',
  gone: 'This comment is not there any more, or its writer has deleted it.',
  'for-author': 'This was written for you alone, and is never published.',
  changed: 'Its writer has changed the text since. Load the page again to read it as it stands now.',
  unavailable: 'The database does not answer just now, so nothing was changed. Please try again in a minute.',
  some: 'Not everything could be changed. Load the page again to see what is left.',
  unchanged: 'That was so already. Load the page again to see how it stands.',
  unsent: 'What you typed to answer was not sent. Send it, or empty its field, and try again.',
  emptyLetter: 'Write your letter before sending it.',
  unreachable: 'No letter can go to its writer.',
  sent: 'The letter may be on its way by now.',
  noReply: 'Your reply could not be stored, so nothing was changed. Your text is still here.',
  overtaken: 'Something else was decided about it since. It can be taken back in the log.',
  final: 'What it was before is not known any more.',
  unreached: 'We could not reach the server, so nothing was changed. Please try again.',
} as const
