import type { LetterPart } from './letter'

/** For the foot of letters to guests: where everything of theirs is, and every letter can be stopped. */
export function ownCommentsNote(siteUrl: string): LetterPart {
  return {
    part: 'note',
    text: 'Everything you wrote, and every letter you asked for:',
    link: { label: 'My comments', href: `${siteUrl}/my-comments` },
  }
}
