import { type Placeholder, sql } from 'drizzle-orm'
import type { Queries } from './client'

/** What stands in the text of a query for each of its values. */
type Given<Values> = (name: keyof Values & string) => Placeholder

/** What the drivers take as it is. */
type Value = string | number | boolean | null | string[]

type Written<Row> = { execute: (values?: Record<string, Value>) => Promise<Row> }

/**
 * A query that every comment asks: its text is written once per pool (or transaction), as that takes longer than to send it.
 * It has no name, so that the server keeps nothing of it and any pooler may stand between. Null is sent as null, and
 * everything else as the driver takes it: what a column would encode must come encoded.
 */
export function writeOnce<Values extends Record<string, Value>>() {
  return <Row>(
    write: (queries: Queries, given: Given<Values>) => { prepare: (name: string) => Written<Row> },
  ) => {
    const written = new WeakMap<Queries, Written<Row>>()
    return (queries: Queries, values: Values): Promise<Row> => {
      const query = written.get(queries) ?? write(queries, (name) => sql.placeholder(name)).prepare('')
      written.set(queries, query)
      return query.execute(values)
    }
  }
}
