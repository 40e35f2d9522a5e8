import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { z } from 'zod'
import { closeDb, openDb } from './client'
import { currentTarget, type Target } from './target'
import { transaction } from './transaction'

/** Any number will do, as long as every version of the blog takes the same. */
const lockNumber = 8_675_309
const rowsSchema = z.object({ rows: z.array(z.object({ hash: z.string() })) })

/**
 * Brings the tables up to this version; does nothing when they are. All of it is one transaction behind a
 * lock, so that any number of processes may start at once and a kill leaves the tables as they were.
 *
 * Drizzle's own migrator takes no lock. The table of what was done is the one it would make.
 */
export async function migrate(target: Target = currentTarget()): Promise<void> {
  const migrations = readMigrationFiles({
    migrationsFolder: fileURLToPath(new URL('./migrations', import.meta.url)),
  })
  // A migration of a big table may take its time, and so may waiting for another process's.
  const db = openDb(target, { max: 1, timeout: 0 })
  try {
    await transaction(db, async (queries) => {
      await queries.execute(sql`select pg_advisory_xact_lock(${lockNumber})`)
      await queries.execute(sql`create schema if not exists drizzle`)
      await queries.execute(
        sql`create table if not exists drizzle.__drizzle_migrations (id serial primary key, hash text not null unique, created_at bigint)`,
      )
      const done = rowsSchema.parse(await queries.execute(sql`select hash from drizzle.__drizzle_migrations`))
      const hashes = new Set(done.rows.map((row) => row.hash))
      for (const { hash, folderMillis, sql: statements } of migrations) {
        if (hashes.has(hash)) continue
        for (const statement of statements) await queries.execute(sql.raw(statement))
        await queries.execute(
          sql`insert into drizzle.__drizzle_migrations (hash, created_at) values (${hash}, ${folderMillis})`,
        )
      }
    })
  } finally {
    await closeDb(db)
  }
}
