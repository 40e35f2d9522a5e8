import { site } from '../../content/site'
import { hasWaitingAnswer } from '../../db/answers'
import { hasFollows } from '../../db/follows'
import { findAsked } from '../../db/guests'
import { insertLetterKey } from '../../db/letter-keys'
import { env } from '../../lib/env'
import type { Letter } from '../../lib/mail/letter'
import type { LetterWorks } from '../../lib/mail/letter-work'
import { hashToken, makeToken } from '../../lib/studio/token'

const theyWantLetters = `Somebody, most likely you, asked ${site.name} to write to this address when a comment is answered or a conversation goes on.`
const anAnswerWaits = `Somebody, most likely you, wrote something just for ${site.author} and left this address. There is an answer, and it comes here as soon as you say that the address is yours.`
const bothComeThen =
  'So do the letters about comments that were asked for under this address; each of them can stop them.'

/**
 * To a guest: is this address yours? It says nothing that anybody typed, as anybody can have it sent to anybody
 * (trust.md T15). Null when that is known by now. Throws when the database does not answer.
 */
export async function writeConfirmLetter({ guest }: LetterWorks['confirm']): Promise<Letter | null> {
  const to = await findAsked(guest)
  if (to === null) return null
  const [isAnswered, wantsLetters] = await Promise.all([hasWaitingAnswer(guest), hasFollows(guest)])
  const why = isAnswered
    ? wantsLetters
      ? `${anAnswerWaits} ${bothComeThen}`
      : anAnswerWaits
    : theyWantLetters
  const token = makeToken()
  await insertLetterKey(hashToken(token), { purpose: 'confirm', guestKey: guest })
  return {
    to,
    subject: `Is this address yours? Letters from ${site.name}`,
    parts: [
      { part: 'heading', text: 'Is this address yours?' },
      { part: 'words', text: why },
      {
        part: 'links',
        links: [{ label: 'Yes, write to me', href: `${env.SITE_URL}/letters/confirm/${token}` }],
      },
      {
        part: 'note',
        text: 'The link works for 7 days and opens a page with a button. If it was not you, there is nothing to do: without a yes there will be no letters about comments.',
      },
    ],
    about: [],
    stopHref: null,
  }
}
