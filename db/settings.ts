import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { KeptRules } from '../lib/comments/site-rules'
import { type Db, getDb, type Queries } from './client'
import { settings } from './schema'
import { writeOnce } from './write-once'

/** As they were stored; undefined what is not set. */
export type Stored = { rules?: unknown; pause?: unknown }

/** All that is set, in one read. Throws when the database does not answer. */
export async function readSettings(db: Db): Promise<Stored> {
  const [row] = await readAll(db, {})
  return row?.byName ?? {}
}

const readAll = writeOnce()(selectSettings)

/** All that is set as one row; null when nothing is. */
export function selectSettings(db: Queries) {
  const byName = sql<Stored | null>`json_object_agg(${settings.name}, ${settings.value})`.as('by_name')
  return db.select({ byName }).from(settings)
}

/** The rules as the author set them (`parseRules` says how). Throws when the database does not answer. */
export async function findRules(asTheyCome: KeptRules, db = getDb()): Promise<KeptRules> {
  return parseRules((await readSettings(db)).rules, asTheyCome)
}

/** A rule that the author did not set, or whose value was damaged, is as it comes: as in `asTheyCome`. */
export function parseRules(stored: unknown, asTheyCome: KeptRules): KeptRules {
  return schemaFor(asTheyCome).parse(stored)
}

/** Sets the rules, all of them. Throws when the database does not answer. */
export async function saveRules(rules: KeptRules, db = getDb()): Promise<void> {
  await save('rules', rules, db)
}

/** Stops comments on all posts, or lets them in again. Throws when the database does not answer. */
export async function savePause(paused: boolean, db = getDb()): Promise<void> {
  await save('pause', { paused }, db)
}

async function save(name: string, value: object, db: Db): Promise<void> {
  const changedAt = sql`now()`
  await db
    .insert(settings)
    .values({ name, value, changedAt })
    .onConflictDoUpdate({ target: settings.name, set: { value, changedAt } })
}

/** Writing a schema takes longer than reading rules by it. */
const schemas = new WeakMap<KeptRules, ReturnType<typeof makeSchema>>()

function schemaFor(asTheyCome: KeptRules) {
  const schema = schemas.get(asTheyCome) ?? makeSchema(asTheyCome)
  schemas.set(asTheyCome, schema)
  return schema
}

function makeSchema(asTheyCome: KeptRules) {
  const count = z.number().int().min(1)
  return z
    .object({
      holdFirst: z.boolean().catch(asTheyCome.holdFirst),
      links: count.catch(asTheyCome.links),
      // Postgres counts minutes in an integer; the studio takes no more than these, a week.
      flood: z.object({ count, minutes: count.max(10_080) }).catch(asTheyCome.flood),
      quickest: z.number().int().min(0).catch(asTheyCome.quickest),
      holdWords: z.string().catch(asTheyCome.holdWords),
      spamWords: z.string().catch(asTheyCome.spamWords),
    })
    .catch(asTheyCome)
}
