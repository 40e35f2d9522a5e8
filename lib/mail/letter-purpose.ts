/**
 * What an address in a letter is good for: to say that an e-mail address is one's own, to stop the letters about one
 * conversation, to read one's own comments, to decide about a comment.
 */
export type LetterPurpose = 'confirm' | 'stop' | 'own' | 'decide'
