import { VercelPool } from '@vercel/postgres'
import { drizzle as drizzlePg } from 'drizzle-orm/node-postgres'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import { drizzle as drizzleVercel } from 'drizzle-orm/vercel-postgres'
import pg from 'pg'
import { embeddedClient } from './embedded/embedded-client'
import { oncePerProcess } from './once-per-process'
import * as schema from './schema'
import { currentTarget, type Target } from './target'

/** What queries are made with: the database, or one transaction on it. */
export type Queries = PgDatabase<PgQueryResultHKT, typeof schema>

/** A pool of connections to one database, whichever of the three drivers reaches it. */
export type Db = Queries & { $client: pg.Pool | VercelPool }

/** Milliseconds until a query is given up, unless a pool says otherwise. */
export const patience = 5_000

type OpenOptions = {
  /** How many connections at once. */
  max?: number
  /** Milliseconds until a query, or connecting, is given up and the connection destroyed; 0 gives queries for ever (migrations). */
  timeout?: number
}

/** Opens a pool; nothing is connected before the first query. Close it with `closeDb`. */
export function openDb(target: Target, { max, timeout = patience }: OpenOptions = {}): Db {
  // The limit is kept on this side: a server that hangs cannot keep its own, and `SET` would reach
  // every client of the embedded database.
  const limits = { query_timeout: timeout, connectionTimeoutMillis: timeout || patience }
  if (target.driver === 'vercel') {
    const pool = new VercelPool({ ...limits, connectionString: target.url, max: max ?? 10 })
    survive(pool)
    return drizzleVercel(pool, { schema })
  }
  const pool =
    target.driver === 'pg'
      ? new pg.Pool({
          ...limits,
          connectionString: target.url,
          max: max ?? 10,
          keepAlive: true,
          allowExitOnIdle: true,
        })
      : // It answers one query at a time: more connections would only queue there instead of here.
        new pg.Pool({
          ...limits,
          Client: embeddedClient(target.dataDir),
          max: max ?? 4,
          allowExitOnIdle: true,
        })
  survive(pool)
  const db = drizzlePg(pool, { schema })
  // The embedded one is one connection for all of the pool: what one named, the next would name again.
  if (target.driver === 'pg') keepers.add(db)
  return db
}

const keepers = oncePerProcess('keepers of plans', () => new WeakSet<Queries>())

/** Whether statements may have names in this database, so that it plans them once for each connection. */
export function keepsPlans(queries: Queries): boolean {
  return keepers.has(queries)
}

/**
 * A connection that breaks tells so by an `error` event, and one nobody listens to ends the process.
 * The query under way is rejected all the same, and the pool connects anew for the next one.
 */
function survive(pool: pg.Pool | VercelPool) {
  function ignore() {}
  pool.on('error', ignore)
  pool.on('connect', (client: { on: (event: 'error', listener: () => void) => unknown }) =>
    client.on('error', ignore),
  )
}

/** Ends every connection of a pool once its queries are answered. */
export async function closeDb(db: Db): Promise<void> {
  await db.$client.end()
}

/** The pool of this process, for the database that `POSTGRES_URL` names. */
export function getDb(): Db {
  return oncePerProcess('db', () => openDb(currentTarget()))
}
