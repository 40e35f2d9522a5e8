import { createHash } from 'node:crypto'
import { type Placeholder, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { keepsPlans, type Queries } from './client'
import { isStatementElsewhere } from './describe-error'

/** What stands in the text of a query for each of its values. */
export type Given<Values> = (name: keyof Values & string) => Placeholder

/** What the drivers take as it is. */
type Value = string | number | boolean | null | string[]

type Written<Row> = { execute: (values?: Record<string, Value>) => Promise<Row> }
type Query<Row> = { toSQL: () => { sql: string }; prepare: (name: string) => Written<Row> }

/**
 * A query that every comment asks: its text is written once per pool (or transaction), as that takes longer than to send it.
 * Where the server may keep its plan, it has a name there: to plan it takes longer than to answer it. Null is sent as
 * null, and everything else as the driver takes it: what a column would encode must come encoded.
 */
export function writeOnce<Values extends Record<string, Value>>() {
  return <Row>(write: (queries: Queries, given: Given<Values>) => Query<Row>) => {
    const written = new WeakMap<Queries, Written<Row>>()
    function prepare(queries: Queries, isNamed: boolean): Written<Row> {
      const query = write(queries, (name) => sql.placeholder(name))
      const prepared = query.prepare(isNamed ? nameOf(query.toSQL().sql) : '')
      written.set(queries, prepared)
      return prepared
    }
    return async (queries: Queries, values: Values): Promise<Row> => {
      const query = written.get(queries) ?? prepare(queries, keepsPlans(queries))
      try {
        return await query.execute(values)
      } catch (error) {
        if (!isStatementElsewhere(error)) throw error
        // A pooler stands between, and gave us another connection to the server; or the tables have changed.
        return await prepare(queries, false).execute(values)
      }
    }
  }
}

/**
 * A value that may be null, where the planner does not see it. Where it is null parts of a query fall away, and what is
 * left looks so cheap that Postgres plans the query anew for every comment without an address, for five times what the
 * answer takes.
 */
export function unseen(value: SQLWrapper): SQL {
  return sql`(select ${value})`
}

/** By its text, as Next may load this file more than once for one pool. */
function nameOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}
