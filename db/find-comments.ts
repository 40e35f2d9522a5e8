import { and, asc, eq, gte, inArray, isNull, lte, ne, notExists, or, sql } from 'drizzle-orm'
import { type Case, selectCases, toCases } from './case-columns'
import { getDb } from './client'
import { comments, decisions } from './schema'

/** One comment as the author reads it, whatever its status; null when there is none. `id` is a UUID. Throws when the database does not answer. */
export async function findCase(id: string, db = getDb()): Promise<Case | null> {
  const [found] = await toCases(db, await selectCases(db).where(eq(comments.id, id)))
  return found ?? null
}

/** These comments in this order; what is not there any more is left out. `ids` are UUIDs. Throws when the database does not answer. */
export async function listCases(ids: string[], db = getDb()): Promise<Case[]> {
  const rows = await selectCases(db).where(inArray(comments.id, ids))
  return toCases(
    db,
    rows.toSorted((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id)),
  )
}

/**
 * Of these comments, those the author has not decided about, in the order they were written: not what is spam, in the
 * bin, or gone. What was approved and then changed by its writer so that it waits again is undecided. `ids` are UUIDs. Throws when the database does not answer.
 */
export async function listUndecided(ids: string[], db = getDb()): Promise<Case[]> {
  const decided = db
    .select({ id: decisions.id })
    .from(decisions)
    .where(
      and(
        eq(decisions.commentId, comments.id),
        eq(decisions.by, 'author'),
        isNull(decisions.undoneAt),
        sql`not exists (select from ${decisions} later where later.comment_id = ${decisions.commentId}
          and later.id > ${decisions.id} and later.by = 'rules' and later.verb = 'hold' and later.undone_at is null)`,
      ),
    )
  const rows = await selectCases(db)
    .where(
      and(
        inArray(comments.id, ids),
        inArray(comments.status, ['held', 'published']),
        ne(comments.body, ''),
        notExists(decided),
      ),
    )
    .orderBy(asc(comments.createdAt), asc(comments.id))
  return toCases(db, rows)
}

/**
 * The comments whose ids begin with these letters, which are hex digits and hyphens as in a UUID; none for a prefix
 * that nobody's id begins with. Throws when the database does not answer.
 */
export async function listByPrefix(prefixes: string[], db = getDb()): Promise<Case[]> {
  if (prefixes.length === 0) return []
  const ranges = prefixes.map((prefix) =>
    and(gte(comments.id, fillUp(prefix, '0')), lte(comments.id, fillUp(prefix, 'f'))),
  )
  return toCases(db, await selectCases(db).where(and(or(...ranges), ne(comments.body, ''))))
}

/** The first or last of all ids that begin so: found in the index, which text could not be. */
function fillUp(prefix: string, digit: '0' | 'f'): string {
  const digits = prefix.replaceAll('-', '').slice(0, 32).padEnd(32, digit)
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
