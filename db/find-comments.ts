import { and, eq, gte, lte, ne, or } from 'drizzle-orm'
import { type Case, selectCases, toCases } from './case-columns'
import { getDb } from './client'
import { comments } from './schema'

/** One comment as the author reads it, whatever its status; null when there is none. `id` is a UUID. Throws when the database does not answer. */
export async function findCase(id: string, db = getDb()): Promise<Case | null> {
  const [found] = await toCases(db, await selectCases(db).where(eq(comments.id, id)))
  return found ?? null
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
