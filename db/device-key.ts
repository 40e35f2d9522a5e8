import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { getDb, type Queries } from './client'
import { secrets } from './schema'

const name = 'studio devices'

/**
 * The key of the tickets by which a browser is known that the author signed in with; made by whoever asks first. It is
 * not kept in the process as other secrets are (`secrets.ts`): once forgotten it holds nowhere, from that moment.
 * Throws when the database does not answer.
 */
export async function findOrMakeDeviceKey(db: Queries = getDb()): Promise<string> {
  const [kept] = await db.select({ value: secrets.value }).from(secrets).where(eq(secrets.name, name))
  if (kept) return kept.value
  const [made] = await db
    .insert(secrets)
    .values({ name, value: randomBytes(32).toString('base64url') })
    // Changes nothing: only a row that is written is given back, whoever was first.
    .onConflictDoUpdate({ target: secrets.name, set: { name } })
    .returning({ value: secrets.value })
  if (!made) throw new Error('The key of the tickets was not kept.')
  return made.value
}

/** Ends every ticket there is. In the transaction that ends all sessions. */
export async function forgetDeviceKey(queries: Queries): Promise<void> {
  await queries.delete(secrets).where(eq(secrets.name, name))
}
