import type { CommentPage } from '@/db/comments'
import { count } from '@/lib/words/count'
import type { View } from './read-conversation'

type PagesOfCommentsProps = { page: CommentPage; postPath: string; view: View }

/** The way from one page of comments to the others: "Show 8 more comments" under the post, earlier and later pages elsewhere. */
export function PagesOfComments({ page, postPath, view }: PagesOfCommentsProps) {
  if (page.pages === 1) return null
  if (view.kind === 'first') {
    const shown = page.comments.filter((comment) => !comment.removed).length
    return (
      <p className="more">
        <a className="btn" href={`${postPath}/comments/2`}>
          Show {count(page.total - shown - page.elsewhere, 'more comment')}
        </a>
        <span className="meta">
          {shown} of {page.total} shown
        </span>
      </p>
    )
  }
  return (
    <nav className="more" aria-label="Pages of comments">
      {view.page > 1 && (
        <a className="btn" href={addressOf(postPath, view, view.page - 1)} rel="prev">
          Page {view.page - 1}
        </a>
      )}
      {view.page < page.pages && (
        <a className="btn" href={addressOf(postPath, view, view.page + 1)} rel="next">
          Page {view.page + 1}
        </a>
      )}
      <span className="meta">
        Page {view.page} of {page.pages}
      </span>
    </nav>
  )
}

function addressOf(postPath: string, view: Exclude<View, { kind: 'first' }>, page: number): string {
  if (view.kind === 'thread') return `${postPath}/comments/thread/${view.number}/${page}`
  if (view.kind === 'newest') return `${postPath}/comments/newest/${page}`
  return page === 1 ? `${postPath}#comments-h` : `${postPath}/comments/${page}`
}
