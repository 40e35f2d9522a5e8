import type { CommentPage } from '@/db/comments'
import type { View } from './read-conversation'

type PagesOfCommentsProps = { page: CommentPage; postPath: string; view: Exclude<View, { kind: 'first' }> }

/** The way from a further page of comments to the others. Under the post itself the list goes on in place. */
export function PagesOfComments({ page, postPath, view }: PagesOfCommentsProps) {
  if (page.pages === 1) return null
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

function addressOf(postPath: string, view: PagesOfCommentsProps['view'], page: number): string {
  if (view.kind === 'thread') return `${postPath}/comments/thread/${view.number}/${page}`
  if (view.kind === 'newest') return `${postPath}/comments/newest/${page}`
  return page === 1 ? `${postPath}#comments-h` : `${postPath}/comments/${page}`
}
