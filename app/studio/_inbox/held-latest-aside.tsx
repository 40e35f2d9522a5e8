import { readForDesk } from '@/app/studio/read-for-desk'
import { listHeldLatestPosts } from '@/db/decide-latest-posts'
import { inboxPath } from '@/lib/studio/inbox-query'

/** Beside the inbox, when there are any: latest posts that wait for the author. Those after them come as these are decided. */
export async function HeldLatestAside() {
  const held = await readForDesk(listHeldLatestPosts(5))
  if (held.length === 0) return null
  return (
    <aside aria-labelledby="held-latest-h">
      <h2 id="held-latest-h">Latest posts, held</h2>
      <p className="meta">Their pages are something else now. No reader sees them unless you say so.</p>
      <ul>
        {held.map(({ commentId, name, title, nowCalled }) => (
          <li key={commentId}>
            <a href={inboxPath({ comment: commentId })}>
              <bdi>{name}</bdi>’s latest post
            </a>
            <p>
              “<bdi>{title}</bdi>” is “<bdi>{nowCalled}</bdi>” now.
            </p>
          </li>
        ))}
      </ul>
    </aside>
  )
}
