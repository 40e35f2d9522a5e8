import { site } from '../../content/site'
import { findGuestAddress } from '../../db/ask-for-own'
import { insertLetterKey } from '../../db/letter-keys'
import { env } from '../../lib/env'
import type { Letter } from '../../lib/mail/letter'
import type { LetterWorks } from '../../lib/mail/letter-work'
import { hashToken, makeToken } from '../../lib/studio/token'

/**
 * To whoever asked for the way to their own comments: a link, of a token made for this letter. Nothing in it is by
 * somebody else, as anybody may have asked. Null when the guest was forgotten meanwhile. Throws when the database
 * does not answer.
 */
export async function writeOwnLetter({ guest }: LetterWorks['own']): Promise<Letter | null> {
  const to = await findGuestAddress(guest)
  if (to === null) return null
  const token = makeToken()
  await insertLetterKey(hashToken(token), { purpose: 'own', guestKey: guest })
  return {
    to,
    subject: `[${site.name}] The way to your comments`,
    parts: [
      { part: 'heading', text: 'The way to your comments' },
      {
        part: 'words',
        text: `Somebody, you I hope, asked ${site.name} for the way to the comments that were written with this address. Here it is, for a day:`,
      },
      { part: 'links', links: [{ label: 'Open my comments', href: `${env.SITE_URL}/my-comments/${token}` }] },
      {
        part: 'note',
        text: 'There you can read, edit, delete or take along what you wrote, stop letters, or be forgotten. If it was not you, nothing has happened and nothing will: nobody sees anything without this letter. Keep it to yourself.',
      },
    ],
    about: [],
    stopHref: null,
  }
}
