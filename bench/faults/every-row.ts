import { createHash } from 'node:crypto'
import { is } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import { closeDb, openDb } from '../../db/client'
import * as schema from '../../db/schema'
import type { Site } from './site'

/**
 * Rows of every table and one hash over all of them. That somebody who is signed in was active is left out: it is
 * noted before what they ask for is read.
 */
export async function hashRows(site: Site): Promise<{ count: number; hash: string }> {
  const db = openDb(site.target, { max: 1 })
  try {
    const rows: string[] = []
    for (const [name, table] of Object.entries(schema)) {
      if (!is(table, PgTable)) continue
      for (const row of await db.select().from(table)) {
        rows.push(JSON.stringify({ name, ...row, activeAt: undefined }))
      }
    }
    return { count: rows.length, hash: createHash('sha256').update(rows.sort().join('\n')).digest('hex') }
  } finally {
    await closeDb(db)
  }
}
