import type { ReactNode } from 'react'
import { Avatar } from '@/components/avatar'
import { CommentText } from '@/components/comment-text'
import type { Case } from '@/db/case-columns'
import { binDays, type LatestPost } from '@/lib/comments/comment'
import { firstWords } from '@/lib/comments/first-words'
import { parseText } from '@/lib/comments/parse-text'
import { ruleBehind, sayReasons } from '@/lib/comments/say-reasons'
import { formatDate } from '@/lib/posts/dates'
import { findPostById } from '@/lib/posts/find-post'
import { inboxPath } from '@/lib/studio/inbox-query'
import { personPath } from '@/lib/studio/people-query'
import { ageOf } from '@/lib/words/age'
import { count } from '@/lib/words/count'
import { AnswerView } from './answer-view'
import { caseFormId } from './row'

type CaseViewProps = {
  comment: Case /** Whether its form (`caseFormId`) is on the page. */
  hasForm: boolean
}

/** A comment as the author reads it: who, when, where, why it waits, and every word of it. */
export async function CaseView({ comment, hasForm }: CaseViewProps) {
  const { name, swatch, byAuthor, personKey, createdAt, reasons, status, body } = comment
  const iso = createdAt.toISOString()
  return (
    <>
      <Avatar swatch={swatch} byAuthor={byAuthor} />
      <header>
        <b>
          {personKey === null ? (
            <bdi>{name}</bdi>
          ) : (
            <a href={personPath(personKey)}>
              <bdi>{name}</bdi>
            </a>
          )}
        </b>
        <span>
          <time dateTime={iso} title={iso}>
            {ageOf(createdAt)}
          </time>
          , on <PostLink comment={comment} />
        </span>
      </header>
      <div className="rest">
        <p className="meta about">
          {comment.forAuthor && <span className="only-you">Just for you</span>}
          {comment.isTakenBack && <TakenBack comment={comment} />}
          {status !== 'published' && reasons.length > 0 && (
            <span className="reason">{sayReasons(reasons)}</span>
          )}
          <Known comment={comment} />
          {comment.editedAt && <span>edited {ageOf(comment.editedAt)}</span>}
        </p>
        <Contacts comment={comment} />
        {comment.isUnasked && <p className="meta">{sayUnasked(status)}</p>}
        <Context comment={comment} />
        <CommentText blocks={parseText(body)} />
        {comment.answers.map((answer) => (
          <AnswerView key={answer.id} answer={answer} />
        ))}
        {comment.latestPost && <Lately comment={comment} latestPost={comment.latestPost} hasForm={hasForm} />}
      </div>
    </>
  )
}

/** What the page about privacy tells them, too: the words are the author's alone, for so long. */
function TakenBack({ comment: { removedAt } }: { comment: Case }) {
  const end = new Date((removedAt ?? new Date()).getTime() + binDays * 86_400_000).toISOString()
  return (
    <span>
      deleted by its writer, for good; here its words are kept until{' '}
      <time dateTime={end}>{formatDate(end, 'day')}</time>
    </span>
  )
}

async function PostLink({ comment: { postId, number, status } }: { comment: Case }) {
  const post = await findPostById(postId)
  if (!post) return <span>{postId}, which readers do not have</span>
  const place = status === 'published' && number !== null ? `/c/${number}` : ''
  return <a href={`/posts/${post.slug}${place}`}>{post.title}</a>
}

function Known({ comment }: { comment: Case }) {
  const said = comment.byAuthor ? ['you'] : [sayKnown(comment), comment.standing].filter(Boolean)
  return said.length > 0 && <span>{said.join(', ')}</span>
}

/** What waits as a first comment was one when it came, whatever was published since. Null where its reason says it all. */
function sayKnown({ publishedBefore, status, reasons }: Case): string | null {
  const isFirst = status !== 'published' && reasons.some((reason) => ruleBehind(reason) === 'first-comment')
  if (publishedBefore === 0) return isFirst ? null : 'first-time'
  const published = `${count(publishedBefore, 'comment')} published`
  return isFirst ? `${published} by now` : `returning, ${published}`
}

/** Not asked: too many were, within the hour, or the comment was taken for spam. */
function sayUnasked(status: Case['status']): string {
  const why = 'They want letters, but were not asked yet whether the address is theirs.'
  return status === 'held'
    ? `${why} They are asked when you approve this.`
    : `${why} They are asked when they next ask for letters.`
}

/** Where else they can be found, as plain text: what a stranger sent is not to be followed by a slip of the hand. */
function Contacts({ comment: { email, website } }: { comment: Case }) {
  const all = [email, website].filter((each) => each !== null)
  return all.length === 0 ? null : <p className="meta url">{all.join(' · ')}</p>
}

function Context({ comment: { anchor, parent } }: { comment: Case }): ReactNode {
  return (
    <>
      {parent && (
        <p className="meta">
          In reply to <bdi>{parent.name}</bdi>: <q>{firstWords(parent.excerpt) || parent.excerpt}</q>
        </p>
      )}
      {anchor && (
        <p className="passage">
          <q>{anchor.exact}</q>
        </p>
      )}
    </>
  )
}

function Lately({ comment, latestPost, hasForm }: CaseViewProps & { latestPost: LatestPost }) {
  const { title, url, nowCalled } = latestPost
  const was = (
    <>
      <bdi>{title}</bdi> {url !== null && <span className="url">({url})</span>}
    </>
  )
  if (nowCalled !== undefined)
    return <HeldLatest comment={comment} hasForm={hasForm} was={was} nowCalled={nowCalled} />
  return (
    <p className="lately">
      Latest post: {was}
      {url === null && 'Its page is gone, or leads to another site: readers see no link.'}
    </p>
  )
}

type HeldLatestProps = CaseViewProps & { was: ReactNode; nowCalled: string }

/** Its buttons belong to the form of the comment, which stands further down in the inbox; elsewhere a link leads there. */
function HeldLatest({ comment, hasForm, was, nowCalled }: HeldLatestProps) {
  const form = caseFormId(comment.id)
  return (
    <div className="lately held-latest">
      <p>
        Latest post, held: readers do not see it any more. It was {was}. Its page is something else now:{' '}
        <q>
          <bdi>{nowCalled}</bdi>
        </q>
      </p>
      {!hasForm && (
        <p>
          <a href={inboxPath({ comment: comment.id })}>Decide about it</a>
        </p>
      )}
      {hasForm && (
        <p className="do-row">
          <button className="btn" type="submit" form={form} name="verb" value="show-latest">
            Show it again
          </button>
          <button className="btn" type="submit" form={form} name="verb" value="drop-latest">
            Leave it out
          </button>
        </p>
      )}
    </div>
  )
}
