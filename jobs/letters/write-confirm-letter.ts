import { site } from '../../content/site'
import { listAnsweredPosts } from '../../db/answers'
import { listFollowedPosts } from '../../db/follows'
import { findAsked } from '../../db/guests'
import { insertLetterKey } from '../../db/letter-keys'
import { env } from '../../lib/env'
import type { Letter } from '../../lib/mail/letter'
import type { LetterWorks } from '../../lib/mail/letter-work'
import { findPostById } from '../../lib/posts/find-post'
import { hashToken, makeToken } from '../../lib/studio/token'

/** So many posts are named, and the others are said to be there. */
const mostNamed = 3

/**
 * To a guest: is this address yours? It says where that was asked for, in the titles of posts, and nothing that anybody
 * typed, as anybody can have it sent to anybody (trust.md T15). Null when that is known by now, or nothing is waited for
 * any more. Throws when the database does not answer.
 */
export async function writeConfirmLetter({ guest }: LetterWorks['confirm']): Promise<Letter | null> {
  const to = await findAsked(guest)
  if (to === null) return null
  const [answered, followed] = await Promise.all([listAnsweredPosts(guest), listFollowedPosts(guest)])
  if (answered.length === 0 && followed.length === 0) return null
  const token = makeToken()
  await insertLetterKey(hashToken(token), { purpose: 'confirm', guestKey: guest })
  return {
    to,
    subject: `Is this address yours? Letters from ${site.name}`,
    parts: [
      { part: 'heading', text: 'Is this address yours?' },
      { part: 'words', text: await sayWhy(answered, followed) },
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

async function sayWhy(answered: string[], followed: string[]): Promise<string> {
  if (answered.length === 0) {
    return `Somebody, most likely you, asked ${site.name} to write to this address when a comment is answered or a conversation goes on${await sayTitles(followed)}.`
  }
  const wrote = `Somebody, most likely you, wrote something just for ${site.author}${await sayTitles(answered)} and left this address.`
  const waits = 'There is an answer, and it comes here as soon as you say that the address is yours.'
  if (followed.length === 0) return `${wrote} ${waits}`
  return `${wrote} ${waits} So do the letters about comments${await sayTitles(followed)} that were asked for with this address; each of them can stop them.`
}

/** ` under “On waiting”, “Lists I lost” and others`; nothing when none of these posts is there any more. */
async function sayTitles(postIds: string[]): Promise<string> {
  const posts = await Promise.all(postIds.slice(0, mostNamed + 1).map((id) => findPostById(id)))
  const titles = posts.flatMap((post) => (post ? [`“${post.title}”`] : []))
  if (titles.length === 0) return ''
  const named = titles.slice(0, mostNamed)
  if (titles.length > mostNamed) return ` under ${named.join(', ')} and others`
  return ` under ${[named.slice(0, -1).join(', '), named.at(-1)].filter(Boolean).join(' and ')}`
}
