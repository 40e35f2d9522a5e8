import type { ReactNode } from 'react'
import { Avatar } from '@/components/avatar'
import { CommentText } from '@/components/comment-text'
import type { Case } from '@/db/case-columns'
import { firstWords } from '@/lib/comments/first-words'
import { parseText } from '@/lib/comments/parse-text'
import { sayReasons } from '@/lib/comments/say-reasons'
import { findPostById } from '@/lib/posts/find-post'
import { ageOf } from '@/lib/words/age'

/** A comment as a letter told of it, without what only the studio may show: whoever has the address sees this. */
export async function AskedComment({ comment, children }: { comment: Case; children: ReactNode }) {
  const { postId, number, status, name, swatch, createdAt, editedAt, parent, anchor, body } = comment
  const post = await findPostById(postId)
  return (
    <article className="c" aria-label={`Comment by ${name}`}>
      <Avatar swatch={swatch} byAuthor={false} />
      <header>
        <bdi className="who">{name}</bdi>
        <time dateTime={createdAt.toISOString()}>{ageOf(createdAt)}</time>
        {editedAt && <span>edited {ageOf(editedAt)}</span>}
        <span>on {post ? <a href={`/posts/${post.slug}`}>{post.title}</a> : postId}</span>
      </header>
      {parent && (
        <p className="why">
          In answer to <bdi>{parent.name}</bdi>: <q>{firstWords(parent.excerpt) || parent.excerpt}</q>
        </p>
      )}
      {anchor && (
        <p className="why">
          About <q>{anchor.exact}</q>
        </p>
      )}
      <CommentText blocks={parseText(body)} />
      <WhereItLeads comment={comment} />
      <p className="why">
        {sayHowItStands(comment)}{' '}
        {post && status === 'published' && (
          <a href={`/posts/${post.slug}/c/${number}`}>See it in its place</a>
        )}
      </p>
      {children}
    </article>
  )
}

/** What readers get to follow with it, also what was read of their blog since the letter; as plain text, as in the inbox. */
function WhereItLeads({ comment: { forAuthor, website, latestPost } }: { comment: Case }) {
  if (forAuthor) return null
  const lately = latestPost?.nowCalled === undefined ? latestPost : null
  return (
    <>
      {website && (
        <p className="why">
          The name leads to <span className="url">{website}</span>
        </p>
      )}
      {lately && (
        <p className="why">
          Lately on <bdi>{lately.blog}</bdi>: <bdi>{lately.title}</bdi>
          {lately.url && <span className="url"> ({lately.url})</span>}
        </p>
      )}
    </>
  )
}

function sayHowItStands({ status, forAuthor, reasons }: Case): string {
  if (status === 'published') return 'It is on the page.'
  if (status === 'spam') return 'It is in Spam, and nobody sees it.'
  if (status === 'removed') return 'It is in the bin, and nobody sees it.'
  if (forAuthor) return 'Just for you: nobody else sees it, and it is never published.'
  const why = sayReasons(reasons)
  return why === '' ? 'It waits for you.' : `It waits for you. ${why}.`
}
