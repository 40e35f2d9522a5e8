import { site } from '../../content/site'
import { findAnswer } from '../../db/answers'
import { env } from '../../lib/env'
import type { Letter } from '../../lib/mail/letter'
import type { LetterWorks } from '../../lib/mail/letter-work'
import { ownCommentsNote } from '../../lib/mail/own-comments-note'
import { findPostById } from '../../lib/posts/find-post'

/**
 * To a guest who wrote to the author alone: what the author answered. Null when that is not to go any more. Throws when the
 * database does not answer.
 */
export async function writeAnswerLetter(work: LetterWorks['answer']): Promise<Letter | null> {
  const answer = await findAnswer(work)
  if (!answer) return null
  const { email, postId, commentId, question, body } = answer
  const post = await findPostById(postId)
  const title = post?.title ?? postId
  return {
    to: email,
    subject: `${site.author} answered what you wrote on "${title}"`,
    parts: [
      { part: 'heading', text: `${site.author} answered what you wrote on “${title}”` },
      { part: 'quoted', by: site.author, text: body },
      { part: 'quoted', by: `You wrote, just for ${site.author}`, text: question },
      ...(post
        ? [
            {
              part: 'links' as const,
              links: [{ label: 'Read the post again', href: `${env.SITE_URL}/posts/${post.slug}` }],
            },
          ]
        : []),
      {
        part: 'note',
        text: `Answer this letter as any other: that goes to ${site.author} and to nobody else. Neither what you wrote nor this answer is ever published.`,
      },
      ownCommentsNote(env.SITE_URL),
    ],
    about: [`conversation ${postId}`, `comment ${commentId}`],
    stopHref: null,
  }
}
