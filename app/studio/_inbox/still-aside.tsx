import { readForDesk } from '@/app/studio/read-for-desk'
import { listStillWaiting } from '@/db/still-waiting'
import { findPostById } from '@/lib/posts/find-post'
import { ageOf } from '@/lib/words/age'

/** Beside the inbox: who has waited longest for an answer. */
export async function StillAside() {
  const waiting = await readForDesk(listStillWaiting({ limit: 3 }))
  const items = await Promise.all(
    waiting.map(async (each) => ({ ...each, post: await findPostById(each.postId) })),
  )
  const shown = items.flatMap(({ post, ...each }) => (post ? [{ ...each, post }] : []))
  return (
    <aside aria-labelledby="still-h">
      <h2 id="still-h">Still waiting for an answer</h2>
      <p className="meta">
        On the page, without an answer of yours. <a href="/studio/waiting">All of them</a>
      </p>
      {shown.length === 0 ? (
        <p className="meta">Nobody is waiting for an answer.</p>
      ) : (
        <ul>
          {shown.map(({ id, name, why, post, number, publishedAt }) => (
            <li key={id}>
              <a href={`/posts/${post.slug}/c/${number}`}>
                {why === 'question' ? `${name} asked on ${post.title}` : `${name}’s first comment`}
              </a>
              <p>
                {why === 'first'
                  ? `Under “${post.title}”, ${ageOf(publishedAt)}. You have not answered yet.`
                  : ageOf(publishedAt)}
              </p>
            </li>
          ))}
        </ul>
      )}
    </aside>
  )
}
