import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeDb, openDb } from '../client'
import { listPage } from '../comments'
import { insertComment } from '../insert-comment'
import { drivers, type TestDatabase } from '../testing/drivers'

let database: TestDatabase

beforeAll(async () => {
  const embedded = drivers.find(({ driver }) => driver === 'embedded')
  if (!embedded) throw new Error('The embedded database is one of the three.')
  database = await embedded.start()
})

afterAll(() => database.stop())

test('reads and writes of many clients at once do not take each other for their own', async () => {
  const clients = [openDb(database.target), openDb(database.target)]
  let writing = true
  const readers = clients.flatMap((db) =>
    Array.from({ length: 4 }, async () => {
      while (writing) await listPage('a-post', 1, db)
    }),
  )
  const writers = clients.flatMap((db, client) =>
    Array.from({ length: 3 }, async (_, writer) => {
      for (let round = 0; round < 40; round += 1) {
        const saved = await insertComment(comment(`${client} ${writer} ${round}`), db)
        expect(saved).toMatchObject({ ok: true, repeated: false })
      }
    }),
  )
  await Promise.all(writers).finally(() => {
    writing = false
  })
  await Promise.all(readers)
  expect((await listPage('a-post', 1, database.db))?.total).toBe(240)
  await Promise.all(clients.map(closeDb))
})

test('a client that goes away in the middle of a query holds up nobody', async () => {
  const impatient = openDb(database.target, { timeout: 50 })
  await expect(impatient.execute(sql`select ${1}::int from pg_sleep(0.2)`)).rejects.toThrow()
  expect(await insertComment(comment('after that'), database.db)).toMatchObject({ ok: true })
  await closeDb(impatient)
})

function comment(body: string) {
  const nobody = {
    website: null,
    email: null,
    emailHash: null,
    addressHash: null,
    swatch: '0123456789abcdef',
  }
  const place = { postId: 'a-post', parentNumber: null, byAuthor: false, key: null }
  return { ...place, ...nobody, name: 'Wren', body, status: 'published' as const, reasons: [] }
}
