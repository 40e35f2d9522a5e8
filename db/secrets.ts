import { randomBytes } from 'node:crypto'
import { and, eq, like, lt, sql } from 'drizzle-orm'
import { type Db, getDb } from './client'
import { oncePerProcess } from './once-per-process'
import { secrets } from './schema'

const addressKeys = 'address key of '

/** A secret is asked for with every comment, and kept here for a minute: one that is deleted is not used for ever. */
const known = oncePerProcess('secrets', () => new WeakMap<Db, Map<string, string>>())
const keptFor = 60_000

function knownIn(db: Db): Map<string, string> {
  const values = known.get(db) ?? new Map()
  known.set(db, values)
  return values
}

/** The secret called `name`: 32 random bytes in base64url, made by whoever asks first. Throws when the database does not answer. */
export async function findOrMakeSecret(name: string, db = getDb()): Promise<string> {
  return (await findSecret(name, db)) ?? (await makeSecret(name, db))
}

/**
 * The key under which network addresses are hashed on the day of `now`, in UTC. Whoever makes the first of a
 * day forgets the old ones. Throws when the database does not answer.
 */
export async function findAddressKey(now = new Date(), db = getDb()): Promise<string> {
  const name = `${addressKeys}${now.toISOString().slice(0, 10)}`
  const key = await findSecret(name, db)
  if (key !== null) return key
  await forgetOldAddressKeys(db)
  return makeSecret(name, db)
}

/**
 * Removes the keys for addresses that are older than 7 days: with its key gone, a hash says nothing any more.
 * Called at every start as well, as days without a comment make no key. Throws when the database does not answer.
 */
export async function forgetOldAddressKeys(db = getDb()): Promise<void> {
  knownIn(db).clear()
  await db
    .delete(secrets)
    .where(and(like(secrets.name, `${addressKeys}%`), lt(secrets.createdAt, sql`now() - interval '7 days'`)))
}

/** The secret called `name`; null while nobody has made it. Throws when the database does not answer. */
export async function findSecret(name: string, db: Db = getDb()): Promise<string | null> {
  const values = knownIn(db)
  const value = values.get(name)
  if (value !== undefined) return value
  const [secret] = await db.select({ value: secrets.value }).from(secrets).where(eq(secrets.name, name))
  if (!secret) return null
  values.set(name, secret.value)
  setTimeout(() => values.delete(name), keptFor).unref()
  return secret.value
}

async function makeSecret(name: string, db: Db): Promise<string> {
  await db
    .insert(secrets)
    .values({ name, value: randomBytes(32).toString('base64url') })
    .onConflictDoNothing()
  const value = await findSecret(name, db)
  if (value === null) throw new Error(`The secret ${name} was not kept.`)
  return value
}
