import { like, sql } from 'drizzle-orm'
import { closeDb, openDb } from '../../db/client'
import { comments } from '../../db/schema'
import type { Site } from './site'

/** How often each text that is like `pattern` (SQL) is stored. */
export async function countBodies(site: Site, pattern: string): Promise<Map<string, number>> {
  const db = openDb(site.target, { max: 1 })
  try {
    const rows = await db
      .select({ body: comments.body, count: sql<number>`count(*)::int` })
      .from(comments)
      .where(like(comments.body, pattern))
      .groupBy(comments.body)
    return new Map(rows.map(({ body, count }) => [body, count]))
  } finally {
    await closeDb(db)
  }
}
