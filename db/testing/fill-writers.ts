import { eq, sql } from 'drizzle-orm'
import type { Queries } from '../client'
import { commentContacts, comments, decisions, people } from '../schema'

/**
 * Gives each comment of a post one of `count` writers with a site, an address and a browser, and the author's approval by
 * hand. Every other writer is trusted, and every tenth comment was changed by the author: all that a page asks of them.
 */
export async function fillWriters(queries: Queries, postId: string, count: number): Promise<void> {
  const ofPost = eq(comments.postId, postId)
  const writer = sql`(${comments.number} % ${count}::int)`
  await queries
    .update(comments)
    .set({
      website: sql`'https://writer-' || ${writer} || '.example/'`,
      editedAt: sql`case when ${comments.number} % 10 = 0 then ${comments.publishedAt} end`,
    })
    .where(ofPost)
  await queries.insert(commentContacts).select(
    queries
      .select({
        commentId: sql`${comments.id}`.as('comment_id'),
        email: sql`'writer-' || ${writer} || '@post.example'`.as('email'),
        emailHash: sql`'address ' || ${writer}`.as('email_hash'),
        addressHash: sql`null`.as('address_hash'),
        writerHash: sql`'browser ' || ${writer}`.as('writer_hash'),
      })
      .from(comments)
      .where(ofPost),
  )
  const trusted = Array.from({ length: Math.ceil(count / 2) }, (_, index) => `address ${2 * index}`)
  await queries.insert(people).values(trusted.map((key) => ({ key, standing: 'trusted' as const })))
  for (const verb of ['publish', 'edit'] as const) {
    const rows = await queries
      .select({ commentId: comments.id, at: comments.publishedAt })
      .from(comments)
      .where(verb === 'edit' ? sql`${ofPost} and ${comments.editedAt} is not null` : ofPost)
    for (let from = 0; from < rows.length; from += 1000) {
      const some = rows.slice(from, from + 1000)
      await queries
        .insert(decisions)
        .values(
          some.map(({ commentId, at }) => ({ commentId, verb, by: 'author' as const, at: at ?? undefined })),
        )
    }
  }
  await queries.execute(sql`analyze comments, comment_contacts, people, decisions`)
}
