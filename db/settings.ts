import { inArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { RateLimit } from '../lib/site'
import { type Db, getDb } from './client'
import { settings } from './schema'

/** What the author decided about how to decide. */
export type Rules = {
  /** Whether the first comment of a person waits. */
  holdFirst: boolean
  /** From so many links on a comment waits. */
  links: number
  /** From so many comments of one writer on, the next within the time waits. */
  flood: RateLimit
  /** Milliseconds on the form below which a writer was quick for a person. */
  quickest: number
  /** One word or phrase a line: those that hold a comment, and those that make it probable spam. */
  holdWords: string
  spamWords: string
}

export type Settings = {
  rules: Rules
  /** True while nobody can comment on any post. */
  paused: boolean
}

const pauseSchema = z.object({ paused: z.boolean() }).catch({ paused: false })

/**
 * All that the posting of a comment depends on, in one read. A rule that the author did not set, or whose value was
 * damaged, is as it comes: as in `asTheyCome`. Throws when the database does not answer.
 */
export async function findSettings(asTheyCome: Rules, db = getDb()): Promise<Settings> {
  const rows = await db
    .select({ name: settings.name, value: settings.value })
    .from(settings)
    .where(inArray(settings.name, ['rules', 'pause']))
  const values = new Map(rows.map(({ name, value }) => [name, value]))
  return {
    rules: rulesSchema(asTheyCome).parse(values.get('rules')),
    paused: pauseSchema.parse(values.get('pause')).paused,
  }
}

/** Sets the rules, all of them. Throws when the database does not answer. */
export async function saveRules(rules: Rules, db = getDb()): Promise<void> {
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

function rulesSchema(asTheyCome: Rules) {
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
