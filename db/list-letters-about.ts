import { and, eq, inArray, or, sql } from 'drizzle-orm'
import { letterKind } from './add-letter'
import { isBy } from './case-columns'
import { getDb } from './client'
import { commentContacts, comments, outbox } from './schema'

/**
 * The ids of all letters to a person, about what they wrote, or about an answer to it, which names and quotes them: sent or
 * not, as far as they are still noted. Throws when the database does not answer.
 */
export async function listLettersAbout(key: string, db = getDb()): Promise<number[]> {
  const theirs = db
    .select({ id: commentContacts.commentId })
    .from(commentContacts)
    .where(isBy([key]))
  const written = db
    .select({ id: sql<string>`${comments.id}::text` })
    .from(comments)
    .where(or(inArray(comments.id, theirs), inArray(comments.parentId, theirs)))
  const comment = sql`${outbox.payload} ->> 'comment'`
  const ofMany = sql`exists (select 1 from jsonb_array_elements_text(${outbox.payload} -> 'comments') as about(id) where about.id in ${written})`
  const rows = await db
    .select({ id: outbox.id })
    .from(outbox)
    .where(
      and(
        eq(outbox.kind, letterKind),
        or(eq(sql`${outbox.payload} ->> 'guest'`, key), inArray(comment, written), ofMany),
      ),
    )
  return rows.map(({ id }) => id)
}
