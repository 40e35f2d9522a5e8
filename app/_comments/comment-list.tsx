import { CommentItem } from '@/components/comment-item'
import { CommentText } from '@/components/comment-text'
import type { CommentPage } from '@/db/comments'
import { arrangeThreads, type ThreadNode } from '@/lib/comments/arrange-threads'
import { parseText } from '@/lib/comments/parse-text'

type CommentListProps = {
  page: Pick<CommentPage, 'comments' | 'cut'>
  /** `/posts/SLUG` */
  postPath: string
}

/** One page of comments, replies within the list of what they answer. */
export function CommentList({ page, postPath }: CommentListProps) {
  const cut = new Map(page.cut.map((thread) => [thread.rootNumber, thread.total - thread.shown]))
  return (
    <ol className="c-list">
      {arrangeThreads(page.comments).map((node) => (
        <li key={node.comment.number}>
          <Thread node={node} postPath={postPath} />
          <RestOfThread
            number={node.comment.number}
            left={cut.get(node.comment.number)}
            postPath={postPath}
          />
        </li>
      ))}
    </ol>
  )
}

function Thread({ node, postPath }: { node: ThreadNode; postPath: string }) {
  const { comment, replyTo, children } = node
  return (
    <>
      <CommentItem comment={comment} replyTo={replyTo} postPath={postPath}>
        <CommentText blocks={parseText(comment.body)} />
      </CommentItem>
      {children.length > 0 && (
        <ol className="kids">
          {children.map((child) => (
            <li key={child.comment.number}>
              <Thread node={child} postPath={postPath} />
            </li>
          ))}
        </ol>
      )}
    </>
  )
}

function RestOfThread({
  number,
  left,
  postPath,
}: {
  number: number
  left: number | undefined
  postPath: string
}) {
  if (left === undefined) return null
  return (
    <p className="more">
      <a className="btn" href={`${postPath}/comments/thread/${number}/1`}>
        Read the whole conversation
      </a>
      <span className="meta">{left} more replies</span>
    </p>
  )
}
