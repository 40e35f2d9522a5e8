/**
 * What an address in a letter is good for: to say that an e-mail address is one's own, to stop the letters about one
 * conversation, to read one's own comments, to decide about a comment. A `visit` stands in no letter: it is what reading
 * one's own comments opens, and its token is kept in a cookie.
 */
export type LetterPurpose = 'confirm' | 'stop' | 'own' | 'visit' | 'decide'
