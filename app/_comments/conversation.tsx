import { Stitch } from '@/components/stitch'
import { site } from '@/content/site'
import type { CommentPage } from '@/db/comments'
import { isUnread, type Unread } from '@/db/read-or-log'
import { env } from '@/lib/env'
import { offersLetters } from '@/lib/mail/offers-letters'
import type { Post } from '@/lib/posts/post'
import { count } from '@/lib/words/count'
import { nameFault } from '@/lib/words/name-fault'
import { ClosedForm } from './closed-form'
import { CommentForm } from './comment-form'
import { findClosed } from './find-closed'
import { FormNote } from './form-note'
import { nextPage } from './more'
import { CommentsWithMine } from './own/comments-with-mine'
import { PagesOfComments } from './pages-of-comments'
import type { View } from './read-conversation'
import { showThreads } from './show-threads'
import { SortLinks } from './sort-links'
import { words } from './words'

type ConversationProps = {
  post: Post
  page: CommentPage | Unread
  /** The title of the whole page, as it stands without mistakes in the form. */
  title: string
  view?: View
}

/** The comments of a post, one page of them, and the form. */
export async function Conversation({ post, page, title, view = { kind: 'first' } }: ConversationProps) {
  const closed = await findClosed(post)
  const postPath = `/posts/${post.slug}`
  return (
    <>
      <section className="grid" aria-labelledby="comments-h">
        <div className="comments">
          <div className="c-head">
            <h2 id="comments-h" tabIndex={-1}>
              {headingOf(page, view)}
            </h2>
            {!isUnread(page) && page.total > 1 && (
              <SortLinks
                postPath={postPath}
                isNewest={view.kind === 'newest'}
                isOldest={view.kind === 'first' || view.kind === 'oldest'}
              />
            )}
          </div>
          <Stitch className="mt-2" />
          {isUnread(page) ? (
            <NoComments postPath={postPath} fault={page.fault} />
          ) : (
            <Comments page={page} post={post} view={view} isOpen={closed === null} />
          )}
          {offersLetters && closed === null && (
            <p className="more meta">
              <a href={`${postPath}/follow`} rel="nofollow">
                Follow this conversation by e-mail
              </a>
            </p>
          )}
        </div>
      </section>
      <section className="grid" aria-labelledby={closed === null ? 'form-h' : undefined}>
        {closed === null ? (
          <CommentForm
            slug={post.slug}
            title={title}
            author={site.author}
            lengths={site.comments.lengths}
            offersLetters={offersLetters}
            total={isUnread(page) ? 0 : page.total}
          >
            <FormNote slug={post.slug} />
          </CommentForm>
        ) : (
          <ClosedForm slug={post.slug} title={title} closed={closed} />
        )}
      </section>
    </>
  )
}

/** Without a number where there is none: whoever sees their own comment wait under it would be told that it is not there. */
function headingOf(page: CommentPage | Unread, view: View): string {
  if (isUnread(page) || page.total === 0) return 'Comments'
  if (view.kind === 'thread') return `The conversation under comment ${view.number}`
  return count(page.total, 'comment')
}

type CommentsProps = { page: CommentPage; post: Post; view: View; isOpen: boolean }

function Comments({ page, post, view, isOpen }: CommentsProps) {
  const postPath = `/posts/${post.slug}`
  const isFirst = view.kind === 'first'
  return (
    <>
      <CommentsWithMine
        threads={showThreads(page, postPath)}
        talk={{ slug: post.slug, url: env.SITE_URL + postPath, isOpen }}
        next={isFirst ? nextPage(postPath, page, 1) : null}
        empty={isOpen ? words.empty : null}
      />
      {!isFirst && page.comments.length > 0 && (
        <PagesOfComments page={page} postPath={postPath} view={view} />
      )}
    </>
  )
}

function NoComments({ postPath, fault }: { postPath: string; fault: string }) {
  return (
    <p className="c-none">
      The comments cannot be shown just now. They are kept, and stand under <a href={postPath}>the post</a>{' '}
      {nameFault('again in a little while.', fault)}
    </p>
  )
}
