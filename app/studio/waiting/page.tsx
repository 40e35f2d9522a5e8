import type { Metadata } from 'next'
import { DeskPage, deskTitle } from '@/app/studio/desk-page'
import { readForDesk } from '@/app/studio/read-for-desk'
import { requireAuthor } from '@/app/studio/session'
import { CommentText } from '@/components/comment-text'
import { site } from '@/content/site'
import { listStillWaiting, type StillWaiting } from '@/db/still-waiting'
import { parseText } from '@/lib/comments/parse-text'
import { findPostById } from '@/lib/posts/find-post'
import { inboxPath } from '@/lib/studio/inbox-query'
import { parseWaitingQuery, waitingPath } from '@/lib/studio/waiting-query'
import { ageOf } from '@/lib/words/age'

export const metadata: Metadata = deskTitle('Still waiting for an answer', site.name)

const perPage = 50

export default async function WaitingPage({ searchParams }: PageProps<'/studio/waiting'>) {
  const { after } = parseWaitingQuery(await searchParams)
  await requireAuthor(waitingPath({ after }))
  const found = await readForDesk(listStillWaiting({ limit: perPage + 1, after }))
  const waiting = found.slice(0, perPage)
  const last = found.length > perPage ? waiting.at(-1) : undefined
  return (
    <DeskPage
      title="Still waiting for an answer"
      intro={
        <>
          On the page, and without an answer of yours: questions, and first comments, of the last year. The
          longest wait comes first. What waits to be read and approved is in <a href="/studio">the inbox</a>.
        </>
      }
      skipTo="the list"
      current="/studio/waiting"
    >
      {waiting.length === 0 ? (
        <p className="desk-note">Nobody {after && 'else '}is waiting for an answer.</p>
      ) : (
        <ul className="desk">
          {waiting.map((comment) => (
            <Unanswered key={comment.id} comment={comment} />
          ))}
        </ul>
      )}
      {last && (
        <a className="btn" href={waitingPath({ after: { at: last.publishedAt, id: last.id } })}>
          Newer
        </a>
      )}
    </DeskPage>
  )
}

async function Unanswered({ comment }: { comment: StillWaiting }) {
  const { id, name, postId, number, body, publishedAt, why } = comment
  const post = await findPostById(postId)
  return (
    <li>
      <b>
        <bdi>{name}</bdi> {why === 'question' ? 'asked' : 'wrote for the first time'}
      </b>
      <p>
        <time dateTime={publishedAt.toISOString()}>{ageOf(publishedAt)}</time>, on{' '}
        {post ? <a href={`/posts/${post.slug}/c/${number}`}>{post.title}</a> : postId}
      </p>
      <CommentText blocks={parseText(body)} />
      {post && (
        <a className="quiet" href={`${inboxPath({ comment: id })}#reply-${id}`}>
          Answer<span className="vh"> {name}</span>
        </a>
      )}
    </li>
  )
}
