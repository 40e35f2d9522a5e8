import { OwnComment } from '@/app/_comments/own/own-comment'
import { stateWords, whyWords } from '@/app/_comments/own/own-words'
import { showOwn } from '@/app/_comments/own/show-own'
import { site } from '@/content/site'
import type { MyPage } from '@/db/my-comments'
import { myPagePath } from '@/lib/comments/my-query'
import { sayTimeLeft } from '@/lib/comments/say-time-left'
import type { Post } from '@/lib/posts/post'
import { myWords } from './my-words'

type MyListProps = MyPage & {
  posts: ReadonlyMap<string, Post>
  /** False on the pages that follow the first. */
  isFirst: boolean
}

/** A page of a guest's comments, newest first, each with where it stands. */
export function MyList({ comments, posts, next, isFirst }: MyListProps) {
  return (
    <>
      {comments.length === 0 && (
        <p className="c-none">{isFirst ? 'Nothing of yours is left here.' : 'There is nothing older.'}</p>
      )}
      <ol className="c-list mine">
        {comments.map((comment) => (
          <li key={comment.id}>
            <MyComment comment={comment} post={posts.get(comment.postId) ?? null} />
          </li>
        ))}
      </ol>
      {(next || !isFirst) && (
        <p className="do-row">
          {next && (
            <a className="btn" href={myPagePath(next)}>
              Older
            </a>
          )}
          {!isFirst && (
            <a className="btn" href="/my-comments">
              Back to the newest
            </a>
          )}
        </p>
      )}
    </>
  )
}

function MyComment({ comment, post }: { comment: MyPage['comments'][number]; post: Post | null }) {
  const { id, number, status, forAuthor, secondsLeft } = comment
  const isPublished = status === 'published'
  const canEdit = post !== null && secondsLeft > 0
  // What stands under a post that is gone answers nothing any more.
  const own = { ...showOwn(comment), ...(post ? {} : { parentNumber: null }) }
  return (
    <OwnComment
      own={own}
      state={isPublished ? null : stateWords(forAuthor)}
      slug={post?.slug ?? ''}
      isApart
      isListed
    >
      <p className="why">
        On {post ? <a href={`/posts/${post.slug}`}>{post.title}</a> : myWords.gone}.{' '}
        {isPublished ? post && <SeeIt slug={post.slug} number={number} /> : whyWords(site.author, forAuthor)}
        {canEdit && ` You can edit it for another ${sayTimeLeft(secondsLeft)}.`}
      </p>
      <p className="acts">
        <a className="quiet" href={`/my-comments/comments/${id}`}>
          {canEdit ? 'Edit or delete' : 'Delete'}
          <span className="vh">
            {' '}
            {number === null ? 'this comment' : `comment ${number}`}
            {post && ` on ${post.title}`}
          </span>
        </a>
      </p>
    </OwnComment>
  )
}

function SeeIt({ slug, number }: { slug: string; number: number | null }) {
  return (
    <>
      <a href={`/posts/${slug}/c/${number}`}>See it in its place</a>.
    </>
  )
}
