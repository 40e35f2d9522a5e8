import { findTold, type Told } from '../../db/find-told'
import { insertLetterKey } from '../../db/letter-keys'
import { env } from '../../lib/env'
import type { Letter, LetterPart } from '../../lib/mail/letter'
import type { LetterWorks } from '../../lib/mail/letter-work'
import { ownCommentsNote } from '../../lib/mail/own-comments-note'
import { findPostById } from '../../lib/posts/find-post'
import { hashToken, makeToken } from '../../lib/studio/token'

type Kind = 'published' | 'reply' | 'followed'

/**
 * To a guest about a comment: that theirs is up, that it was answered, or what was said in a conversation they follow.
 * Null when that is not so any more, or they do not want to know. Throws when the database does not answer.
 */
export async function writeToldLetter(work: LetterWorks[Kind]): Promise<Letter | null> {
  const told = await findTold(work)
  const post = told && (await findPostById(told.postId))
  if (!post) return null
  const { subject, heading, quoted, why, about } = say[work.letter](told, post.title, work.comment)
  const token = makeToken()
  await insertLetterKey(hashToken(token), { purpose: 'stop', followId: told.followId })
  const stop = `${env.SITE_URL}/letters/stop/${token}`
  const place = `${env.SITE_URL}/posts/${post.slug}/c/${told.number}`
  return {
    to: told.email,
    subject,
    parts: [
      { part: 'heading', text: heading },
      ...quoted,
      { part: 'links', links: [{ label: 'See it in its place', href: place }] },
      { part: 'note', text: why, link: { label: 'Stop e-mails for this conversation', href: stop } },
      ownCommentsNote(env.SITE_URL),
    ],
    about: [`conversation ${told.postId}`, ...about.map((id) => `comment ${id}`)],
    stopHref: `${stop}/now`,
  }
}

type Said = {
  subject: string
  heading: string
  quoted: LetterPart[]
  why: string
  /** The comment, if it is about one, that letters belong together by. */
  about: string[]
}

const say: Record<Kind, (told: Told, title: string, commentId: string) => Said> = {
  published: ({ body }, title, id) => ({
    subject: `Your comment on "${title}" is up`,
    heading: `Your comment on “${title}” is up`,
    quoted: [{ part: 'quoted', by: 'You wrote', text: body }],
    why: 'You asked for letters about this comment. The next one comes when somebody answers you.',
    about: [id],
  }),
  reply: ({ name, body, parent }, title) => ({
    subject: `${name} replied to your comment on "${title}"`,
    heading: `${name} replied to your comment on “${title}”`,
    quoted: [
      { part: 'quoted', by: name, text: body },
      ...(parent ? [{ part: 'quoted' as const, by: 'You wrote', text: parent.body }] : []),
    ],
    why: 'You asked for letters when somebody answers this comment of yours.',
    about: parent ? [parent.id] : [],
  }),
  followed: ({ name, body, parent }, title) => ({
    subject: `${name} ${parent ? `answered ${parent.name}` : 'commented'} on "${title}"`,
    heading: `${name} ${parent ? `answered ${parent.name}` : 'commented'} on “${title}”`,
    quoted: [{ part: 'quoted', by: name, text: body }],
    why: 'You asked for letters about this conversation.',
    about: [],
  }),
}
