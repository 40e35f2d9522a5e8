import { and, eq, isNull, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Queries } from './client'
import { commentContacts, comments, decisions, people } from './schema'

const theirs = alias(commentContacts, 'their_contacts')
const approved = alias(comments, 'approved')

/**
 * Whether what the author said of a row of `people` counts in the browser with this hash. Anybody can type an address,
 * and nobody has proved theirs: trust in one counts where the author, by their own hand, has published a comment that came
 * with it. What the rules publish of somebody known may come from whoever typed that address. The comment `except` vouches
 * for nothing; null is none. For queries that `people` is a part of.
 */
export function countsFrom(queries: Queries, writerHash: SQL, except?: SQLWrapper): SQL {
  const byHand = queries
    .select({ found: sql`1` })
    .from(theirs)
    .innerJoin(approved, eq(approved.id, theirs.commentId))
    .innerJoin(decisions, eq(decisions.commentId, approved.id))
    .where(
      and(
        eq(theirs.emailHash, people.key),
        sql`${theirs.writerHash} = ${writerHash}`,
        except && sql`${approved.id} is distinct from ${except}::uuid`,
        eq(approved.status, 'published'),
        eq(decisions.verb, 'publish'),
        eq(decisions.by, 'author'),
        isNull(decisions.undoneAt),
      ),
    )
  return sql`(${people.key} = ${writerHash} or exists ${byHand})`
}
