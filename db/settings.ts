import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { KeptRules } from '../lib/comments/site-rules'
import { type Db, getDb } from './client'
import { settings } from './schema'

/**
 * The rules, in one read. One that the author did not set, or whose value was damaged, is as it comes: as in
 * `asTheyCome`. Throws when the database does not answer.
 */
export async function findRules(asTheyCome: KeptRules, db = getDb()): Promise<KeptRules> {
  const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.name, 'rules'))
  return rulesSchema(asTheyCome).parse(row?.value)
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

function rulesSchema(asTheyCome: KeptRules) {
  const count = z.number().int().min(1)
  return z
    .object({
      holdFirst: z.boolean().catch(asTheyCome.holdFirst),
      links: count.catch(asTheyCome.links),
      flood: z.object({ count, minutes: count }).catch(asTheyCome.flood),
      quickest: z.number().int().min(0).catch(asTheyCome.quickest),
      holdWords: z.string().catch(asTheyCome.holdWords),
      spamWords: z.string().catch(asTheyCome.spamWords),
    })
    .catch(asTheyCome)
}
