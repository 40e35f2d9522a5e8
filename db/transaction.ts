import { VercelPool } from '@vercel/postgres'
import { sql } from 'drizzle-orm'
import { drizzle as drizzlePg } from 'drizzle-orm/node-postgres'
import { drizzle as drizzleVercel } from 'drizzle-orm/vercel-postgres'
import type pg from 'pg'
import type { Db, Queries } from './client'
import * as schema from './schema'

/**
 * Runs `work` in one transaction and gives back what it returns; whatever it throws undoes everything.
 *
 * Drizzle's own `transaction` never gives its connection back when `begin` fails, which a few seconds of
 * a hanging server turn into an empty pool. And here a failure rolls back by closing the connection: a
 * `rollback` sent to a server that has just not answered would wait as long again.
 */
export async function transaction<T>(db: Db, work: (queries: Queries) => Promise<T>): Promise<T> {
  const { queries, release } = await checkOut(db)
  let committed = false
  try {
    await queries.execute(sql`begin`)
    const result = await work(queries)
    await queries.execute(sql`commit`)
    committed = true
    return result
  } finally {
    release(!committed)
  }
}

async function checkOut(db: Db): Promise<{ queries: Queries; release: (destroy: boolean) => void }> {
  if (db.$client instanceof VercelPool) {
    const client = await db.$client.connect()
    return { queries: drizzleVercel(client, { schema }), release: (destroy) => client.release(destroy) }
  }
  const client: pg.PoolClient = await db.$client.connect()
  return { queries: drizzlePg(client, { schema }), release: (destroy) => client.release(destroy) }
}
