import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { CommentStatus } from '../../lib/comments/comment'
import type { Queries } from '../client'
import { commentContacts, comments } from '../schema'

/** Words enough for a comment of some length. */
const words = 'My father used to say that a thing is only broken if you have stopped looking at it. '.repeat(
  7,
)

/** Stores `count` comments of `people` people at once, a minute apart, the first the newest: six hundred letters each, every hundredth held for links. */
export async function fillInbox(
  queries: Queries,
  count: number,
  { people, status }: { people: number; status: CommentStatus },
): Promise<void> {
  const now = Date.now()
  const rows = Array.from({ length: count }, (_, index) => {
    const id = randomUUID()
    const createdAt = new Date(now - index * 60_000)
    const published = status === 'published' ? { number: count - index, publishedAt: createdAt } : {}
    return {
      comment: {
        ...published,
        id,
        postId: 'full inbox',
        rootId: id,
        status,
        reasons: index % 100 === 0 ? ['links'] : ['first'],
        // With a stop, so that no text is the beginning of another.
        body: `${words}${index}.`,
        name: `Person ${index % people}`,
        swatch: '0123456789abcdef',
        createdAt,
      },
      contact: { commentId: id, emailHash: `person ${index % people}` },
    }
  })
  for (let from = 0; from < rows.length; from += 1000) {
    const some = rows.slice(from, from + 1000)
    await queries.insert(comments).values(some.map(({ comment }) => comment))
    await queries.insert(commentContacts).values(some.map(({ contact }) => contact))
  }
  await queries.execute(sql`analyze comments, comment_contacts`)
}
