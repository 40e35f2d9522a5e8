import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeDb, openDb } from '../client'
import { listPage } from '../comments'
import { insertComment } from '../insert-comment'
import { commentOf } from '../testing/comment-of'
import { drivers, type TestDatabase } from '../testing/drivers'
import { readAddress } from './address'

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
        const saved = await insertComment(
          commentOf({ postId: 'a-post', name: `${client} ${writer} ${round}` }),
          db,
        )
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

test('a client that has waited long enough holds up nobody', async () => {
  const impatient = openDb(database.target, { timeout: 50 })
  await expect(impatient.execute(sql`select ${1}::int from pg_sleep(0.2)`)).rejects.toThrow()
  expect(await insertComment(commentOf({ postId: 'a-post' }), database.db)).toMatchObject({ ok: true })
  await closeDb(impatient)
})

test.each([
  ['understood', 'alone', 'select 1', false],
  ['refused', 'alone', 'no such words', false],
  ['understood', 'within a transaction', 'select 1', true],
  ['refused', 'within a transaction', 'no such words', true],
])(
  'a client that goes away in the middle of a query, %s and %s, holds up nobody',
  async (_, __, words, inTransaction) => {
    const half = await sendHalfAQuery(words, inTransaction)
    const waiting = insertComment(commentOf({ postId: 'a-post' }), database.db)
    half.destroy()
    expect(await waiting).toMatchObject({ ok: true })
  },
)

/** Connects, sends Parse without Sync (PostgreSQL manual, 54.7), and resolves when the server has answered. */
async function sendHalfAQuery(words: string, inTransaction: boolean) {
  const { target } = database
  const address = target.driver === 'embedded' ? readAddress(target.dataDir) : null
  if (!address) throw new Error('The embedded database runs somewhere.')
  const socket = connect(join(address.host, `.s.PGSQL.${address.port}`))
  const startup = Buffer.from('\0\x03\0\0user\0postgres\0database\0postgres\0\0')
  socket.write(Buffer.concat([lengthOf(startup), startup]))
  await answered(socket, 'Z')
  if (inTransaction) {
    const begin = Buffer.from('begin\0')
    socket.write(Buffer.concat([Buffer.from('Q'), lengthOf(begin), begin]))
    await answered(socket, 'Z')
  }
  const parse = Buffer.from(`\0${words}\0\0\0`)
  socket.write(Buffer.concat([Buffer.from('P'), lengthOf(parse), parse]))
  await answered(socket, '1E')
  return socket
}

/** Resolves when a message of one of these kinds has come; each begins with its kind and its length. */
async function answered(socket: Socket, kinds: string) {
  let rest = Buffer.alloc(0)
  for (;;) {
    const [data] = await once(socket, 'data')
    rest = Buffer.concat([rest, data])
    while (rest.length > 4 && rest.length > rest.readInt32BE(1)) {
      if (kinds.includes(String.fromCharCode(rest[0] ?? 0))) return
      rest = rest.subarray(1 + rest.readInt32BE(1))
    }
  }
}

/** A message begins with its length in bytes, these four included. */
function lengthOf(message: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeInt32BE(message.length + 4)
  return length
}
