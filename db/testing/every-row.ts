import { sql } from 'drizzle-orm'
import type { Db } from '../client'

/** Every row of every table there is, as text, by the name of its table. A column of the name `but` is left out. */
export async function everyRow(db: Db, but = ''): Promise<Record<string, string>> {
  const query = sql`format('select to_jsonb(each) - %L::text from %I as each order by 1', ${but}::text, table_name)`
  const tables = await db
    .select({
      name: sql<string>`table_name`,
      rows: sql<string>`query_to_xml(${query}, true, false, '')::text`,
    })
    .from(sql`information_schema.tables`)
    .where(sql`table_schema = 'public'`)
  return Object.fromEntries(tables.map(({ name, rows }) => [name, rows]))
}
