/**
 * What an address in a letter is good for: to say that an e-mail address is one's own, to stop the letters about one
 * conversation, to read one's own comments, to decide about a comment. Two stand in no letter: a `visit` is what reading
 * one's own comments opens, its token kept in a cookie; and a `feed`, of the replies to them, is made there.
 */
export type LetterPurpose = 'confirm' | 'stop' | 'own' | 'visit' | 'feed' | 'decide'
