import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { findBlogRead, forgetBlogReads, insertBlogRead } from './blog-reads'
import { erasePerson } from './erase-person'
import { purgeOld } from './purge-old'
import { blogReads, commentContacts, comments } from './schema'
import { drivers, type TestDatabase } from './testing/drivers'

const blog = { name: 'Small Weather', posts: [{ title: 'Rain', url: 'https://wren.example/rain' }] }

describe.each(drivers)('what was read of blogs over $driver', ({ start }) => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await start()
  })
  afterAll(() => database.stop())
  beforeEach(async () => {
    await database.db.delete(blogReads)
  })

  const find = (key: string) => findBlogRead(key, database.db)
  const insert = (key: string, read: typeof blog | null) => insertBlogRead(key, read, database.db)
  const age = (key: string) =>
    database.db
      .update(blogReads)
      .set({ readAt: sql`now() - interval '25 hours'` })
      .where(eq(blogReads.key, key))
  const listKeys = async () =>
    (await database.db.select({ key: blogReads.key }).from(blogReads)).map(({ key }) => key)

  test('counts for a day, failures too', async () => {
    expect(await find('wren')).toBeUndefined()
    await insert('wren', blog)
    await insert('tam', null)
    expect(await find('wren')).toEqual(blog)
    expect(await find('tam')).toBeNull()
    await age('wren')
    await age('tam')
    expect(await find('wren')).toBeUndefined()
    expect(await find('tam')).toBeUndefined()
    await insert('tam', blog)
    expect(await find('tam')).toEqual(blog)
  })

  test('is forgotten after that, at the next reading or in the night', async () => {
    await insert('wren', blog)
    await age('wren')
    await insert('tam', blog)
    expect(await listKeys()).toEqual(['tam'])
    await age('tam')
    await purgeOld(database.db)
    expect(await listKeys()).toEqual([])
  })

  test('is forgotten with whoever has a website there, and nobody else’s is', async () => {
    const { db } = database
    const key = 'e'.repeat(64)
    const id = randomUUID()
    await insert('wren', blog)
    await insert('www.wren', { ...blog, posts: [{ title: 'Snow', url: 'https://blog.wren.example/snow' }] })
    const others = {
      tam: { title: 'Moss', url: 'https://tam.example/moss' },
      'another name': {
        title: 'What wren.example says',
        url: 'https://notwren.example/https://wren.example/',
      },
      'begins so': { title: 'Moss', url: 'https://wren.example.org/moss' },
    }
    for (const [name, post] of Object.entries(others)) await insert(name, { name, posts: [post] })
    await insert('nothing there', null)
    const left = [...Object.keys(others), 'nothing there'].sort()
    await erasePerson(key, 'kept', db)
    expect((await listKeys()).sort()).toEqual([...left, 'wren', 'www.wren'])
    await db.insert(comments).values({
      id,
      postId: 'rain',
      rootId: id,
      status: 'held',
      body: 'Yes.',
      name: 'Wren',
      website: 'https://www.wren.example/about',
      swatch: '0123456789abcdef',
    })
    await db.insert(commentContacts).values({ commentId: id, emailHash: key })
    await erasePerson(key, 'kept', db)
    expect((await listKeys()).sort()).toEqual(left)
  })

  test('of no website that is none can be looked for, and what was asked for goes all the same', async () => {
    await insert('wren', blog)
    await forgetBlogReads(['no address', 'https://wren.example'], database.db)
    expect(await listKeys()).toEqual([])
  })
})
