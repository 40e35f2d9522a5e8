import { inArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import { getDb } from './client'
import { settings } from './schema'

/** One field that is absent or was damaged is as it comes, and the others stand. */
const rulesSchema = z
  .object({
    /** Whether the first comment of a person waits for the author. */
    holdFirst: z.boolean().catch(true),
    /** How many links hold a comment; one with fewer is not held for them. */
    linkLimit: z.number().int().min(1).catch(2),
    /** Words that hold a comment, and those that make it probable spam. */
    holdWords: z.array(z.string()).catch([]),
    spamWords: z.array(z.string()).catch([]),
    /** Milliseconds on the form below which a writer was quick for a person. */
    quickest: z.number().int().min(0).catch(2_000),
  })
  .catch({ holdFirst: true, linkLimit: 2, holdWords: [], spamWords: [], quickest: 2_000 })

const pauseSchema = z.object({ paused: z.boolean() }).catch({ paused: false })

/** What the author decided about how to decide. */
export type Rules = z.output<typeof rulesSchema>

export type Settings = {
  rules: Rules
  /** True while nobody can comment on any post. */
  paused: boolean
}

/** All that the posting of a comment depends on, in one read; as it comes where the author set nothing. Throws when the database does not answer. */
export async function findSettings(db = getDb()): Promise<Settings> {
  const rows = await db
    .select({ name: settings.name, value: settings.value })
    .from(settings)
    .where(inArray(settings.name, ['rules', 'pause']))
  const values = new Map(rows.map(({ name, value }) => [name, value]))
  return {
    rules: rulesSchema.parse(values.get('rules')),
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

async function save(name: string, value: object, db: ReturnType<typeof getDb>): Promise<void> {
  const changedAt = sql`now()`
  await db
    .insert(settings)
    .values({ name, value, changedAt })
    .onConflictDoUpdate({ target: settings.name, set: { value, changedAt } })
}
