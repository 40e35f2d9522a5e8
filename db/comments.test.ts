import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { closeDb, openDb } from './client'
import {
  countByPost,
  findComment,
  findPageOf,
  listLatest,
  listNewestPage,
  listPage,
  listThread,
  listThreadFrom,
} from './comments'
import { decideComments } from './decide-comments'
import { listFirstPage, listFirstPageWith } from './first-page'
import { comments, people } from './schema'
import { storeComment } from './testing/comment-of'
import { drivers, type TestDatabase } from './testing/drivers'
import { fillPost } from './testing/fill-post'

// In one file: each test is of the same few functions, tried on each driver that the file brings up once.

describe.each(drivers)('comments read over $driver', ({ start }) => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await start()
  })
  afterAll(() => database.stop())

  const insert = async (given: Parameters<typeof storeComment>[1]) =>
    (await storeComment(database.db, given)).comment
  function remove(id: string) {
    return database.db.update(comments).set({ status: 'removed' }).where(eq(comments.id, id))
  }

  test('a post without comments has one empty page', async () => {
    const empty = { comments: [], total: 0, pages: 1, cut: [], shown: 0, elsewhere: 0 }
    expect(await listFirstPage('none', database.db)).toEqual(empty)
    expect(await listNewestPage('none', 1, database.db)).toEqual(empty)
    expect(await listPage('none', 2, database.db)).toBeNull()
    expect(await listThread('none', 1, 1, database.db)).toBeNull()
    expect(await findPageOf('none', 1, database.db)).toBeNull()
  })

  test('a reader is told everything but who can be written to', async () => {
    await insert({
      postId: 'public',
      email: 'nell@example.org',
      emailHash: 'e'.repeat(64),
      addressHash: 'a'.repeat(64),
      website: 'https://nell.example/',
      byAuthor: true,
      body: 'Hello.',
    })
    const { comments } = await listFirstPage('public', database.db)
    expect(comments).toEqual([
      {
        number: 1,
        parentNumber: null,
        parentName: null,
        name: 'Nell',
        website: 'https://nell.example/',
        swatch: '0123456789abcdef',
        byAuthor: true,
        isTrusted: false,
        body: 'Hello.',
        latestPost: null,
        anchor: null,
        publishedAt: expect.any(Date),
        editedAt: null,
        editedByAuthor: false,
        removed: false,
        waits: false,
      },
    ])
  })

  test('readers are told whom the author trusts, and not who typed the same address elsewhere', async () => {
    const { db } = database
    await db.insert(people).values([
      { key: 'sues address', standing: 'trusted' },
      { key: 'teds browser', standing: 'trusted' },
      { key: 'blocked', standing: 'blocked' },
    ])
    const site = { postId: 'trusted', website: 'https://wren.example/' }
    const sue = { ...site, emailHash: 'sues address' }
    const { id } = await insert({ ...sue, writerHash: 'sues browser', status: 'held' })
    await insert({ ...sue, writerHash: 'of another' })
    await insert({ ...sue, writerHash: null })
    await insert({ ...site, writerHash: 'teds browser' })
    await insert({ ...site, emailHash: 'blocked', writerHash: 'blocked' })
    const trusted = async () =>
      (await listFirstPage('trusted', db)).comments.map(({ isTrusted }) => isTrusted)
    expect(await trusted()).toEqual([false, false, true, false])
    await decideComments([id], 'publish', db)
    expect(await trusted()).toEqual([false, false, true, false, true])
    await db.delete(people)
    expect(await trusted()).toEqual(Array(5).fill(false))
  })

  test('held comments and spam are on no page and in no count', async () => {
    for (const status of ['held', 'spam', 'published'] as const)
      await insert({ postId: 'hidden', status, name: status })
    const page = await listFirstPage('hidden', database.db)
    expect(page.comments.map(({ name }) => name)).toEqual(['published'])
    expect(page.total).toBe(1)
    expect((await listNewestPage('hidden', 1, database.db))?.comments.map(({ name }) => name)).toEqual([
      'published',
    ])
    expect(await countByPost(['hidden'], database.db)).toEqual(new Map([['hidden', 1]]))
  })

  test('replies stand under what they answer', async () => {
    await insert({ postId: 'replies' })
    await insert({ postId: 'replies' })
    await insert({ postId: 'replies', parentNumber: 1 })
    await insert({ postId: 'replies', parentNumber: 3 })
    await insert({ postId: 'replies', parentNumber: 1 })
    const page = await listFirstPage('replies', database.db)
    expect(page.comments.map(({ number, parentNumber }) => [number, parentNumber])).toEqual([
      [1, null],
      [3, 1],
      [4, 3],
      [5, 1],
      [2, null],
    ])
  })

  test('of a removed comment only its place is left, and not even that when nothing answers it', async () => {
    const first = await insert({
      postId: 'removed',
      name: 'Gone',
      website: 'https://gone.example/',
      body: 'Gone.',
    })
    const second = await insert({ postId: 'removed', name: 'Gone' })
    await insert({ postId: 'removed', parentNumber: 1, name: 'Here' })
    await remove(first.id)
    await remove(second.id)
    const page = await listFirstPage('removed', database.db)
    expect(page.comments.map(({ number, removed, name }) => [number, removed, name])).toEqual([
      [1, true, ''],
      [3, false, 'Here'],
    ])
    expect(JSON.stringify(page)).not.toMatch(/gone/i)
    expect(page.total).toBe(1)
    expect(await findPageOf('removed', 1, database.db)).toBe('')
    expect(await findPageOf('removed', 2, database.db)).toBeNull()
  })

  test('a reply that waited while its parent was removed is read in its place, under what is left of that', async () => {
    const parent = await insert({ postId: 'waited', name: 'Ada' })
    const reply = await insert({ postId: 'waited', parentNumber: 1, status: 'held' })
    await remove(parent.id)
    expect((await listFirstPage('waited', database.db)).comments).toEqual([])
    await database.db
      .update(comments)
      .set({ status: 'published', number: 2, publishedAt: new Date() })
      .where(eq(comments.id, reply.id))
    const page = await listFirstPage('waited', database.db)
    expect(page.comments).toMatchObject([
      { number: 1, removed: true, name: '' },
      { number: 2, removed: false, parentNumber: 1, parentName: null },
    ])
    expect(page.total).toBe(1)
    expect((await listNewestPage('waited', 1, database.db))?.comments).toMatchObject([
      { number: 2, parentNumber: 1, parentName: null },
    ])
    expect(await findPageOf('waited', 2, database.db)).toBe('')
  })

  test('one that waits again for the author is told from one that was removed', async () => {
    const held = await insert({ postId: 'again', name: 'Gone', body: 'Gone.' })
    await insert({ postId: 'again', parentNumber: 1 })
    const page = async () => (await listFirstPage('again', database.db)).comments
    expect(await page()).toMatchObject([{ waits: false }, { parentName: 'Gone' }])

    expect(await decideComments([held.id], 'hold', database.db)).toMatchObject({ posts: ['again'] })
    expect(await page()).toMatchObject([{ removed: true, waits: true }, { parentName: null }])
    expect(JSON.stringify(await page())).not.toMatch(/gone/i)

    expect(await decideComments([held.id], 'remove', database.db)).toMatchObject({ posts: ['again'] })
    expect(await page()).toMatchObject([{ removed: true, waits: false }, { parentName: null }])
  })

  test('one comment is found by its number while readers can read it', async () => {
    await insert({ postId: 'one', name: 'Ada' })
    const reply = await insert({ postId: 'one', parentNumber: 1 })
    await insert({ postId: 'one', status: 'held' })
    expect(await findComment('one', 2, database.db)).toMatchObject({ number: 2, parentName: 'Ada' })
    await remove(reply.id)
    for (const number of [2, 3, 0, -1]) expect(await findComment('one', number, database.db)).toBeNull()
    expect(await findComment('another', 1, database.db)).toBeNull()
  })

  test('pages follow one another, and newest first turns them round', async () => {
    await fillPost(database.db, 'pages', 120)
    const pages = await Promise.all([1, 2, 3].map((page) => listPage('pages', page, database.db)))
    expect(pages.map((page) => page?.comments.length)).toEqual([50, 50, 20])
    expect(pages.flatMap((page) => page?.comments.map(({ number }) => number))).toEqual(
      Array.from({ length: 120 }, (_, index) => index + 1),
    )
    expect(pages.map((page) => page?.shown)).toEqual([50, 100, 120])
    expect(pages[0]).toMatchObject({ total: 120, pages: 3, cut: [] })
    const newest = await Promise.all([1, 2, 3].map((page) => listNewestPage('pages', page, database.db)))
    expect(newest.flatMap((page) => page?.comments.map(({ number }) => number))).toEqual(
      Array.from({ length: 120 }, (_, index) => 120 - index),
    )
    for (const page of [0, 4, -1, 1.5, Number.NaN]) {
      expect(await listPage('pages', page, database.db)).toBeNull()
      expect(await listNewestPage('pages', page, database.db)).toBeNull()
    }
    expect(await findPageOf('pages', 50, database.db)).toBe('')
    expect(await findPageOf('pages', 51, database.db)).toBe('/comments/2')
  })

  test('the first page comes with the place of one comment, wherever that stands', async () => {
    await fillPost(database.db, 'found', 60)
    const page = await listFirstPage('found', database.db)
    for (const [number, suffix] of [[50, ''] as const, [60, '/comments/2'] as const, [61, null] as const])
      expect(await listFirstPageWith('found', number, database.db)).toEqual({ page, suffix })
  })

  test('a long thread shows its beginning, and all of itself on pages of its own', async () => {
    await fillPost(database.db, 'long', 120, (number) => (number === 1 ? null : 1))
    const page = await listFirstPage('long', database.db)
    expect(page.comments.map(({ number }) => number)).toEqual(
      Array.from({ length: 30 }, (_, index) => index + 1),
    )
    expect(page).toMatchObject({ total: 120, pages: 1, cut: [{ rootNumber: 1, shown: 30, total: 120 }] })
    const own = await Promise.all([1, 2, 3].map((number) => listThread('long', 1, number, database.db)))
    expect(own.map((page) => page?.comments.length)).toEqual([50, 50, 20])
    expect(own[0]).toMatchObject({ total: 120, pages: 3 })
    expect(await listThread('long', 1, 4, database.db)).toBeNull()
    expect(await listThread('long', 2, 1, database.db)).toBeNull()
    for (const page of [0, -1, 1.5, Number.NaN])
      expect(await listThread('long', 1, page, database.db)).toBeNull()
    const rest = await listThreadFrom('long', 1, 30, database.db)
    expect(rest?.total).toBe(120)
    expect(rest?.comments.map(({ number }) => number)).toEqual(
      Array.from({ length: 50 }, (_, index) => index + 31),
    )
    expect(await listThreadFrom('long', 1, 120, database.db)).toBeNull()
    expect(await listThreadFrom('long', 2, 30, database.db)).toBeNull()
    expect(await findPageOf('long', 101, database.db)).toBe('/comments/thread/1/3')
  })

  test('what a cut thread shows on its own pages alone is counted without what was removed', async () => {
    await fillPost(database.db, 'cut', 120, (number) => {
      if (number === 61) return 56
      return number === 1 || number > 61 ? null : 1
    })
    await database.db
      .update(comments)
      .set({ status: 'removed', removedAt: new Date() })
      .where(and(eq(comments.postId, 'cut'), eq(comments.number, 56)))
    const page = await listFirstPage('cut', database.db)
    expect(page).toMatchObject({
      total: 119,
      pages: 2,
      cut: [{ rootNumber: 1, shown: 30, total: 61 }],
      shown: 50,
      elsewhere: 30,
    })
    const second = await listPage('cut', 2, database.db)
    expect(second?.comments).toHaveLength(119 - 50 - page.elsewhere)
    expect(second).toMatchObject({ shown: 119 - 30, elsewhere: 30 })
  })

  test('replies five hundred deep are read like any others', async () => {
    await fillPost(database.db, 'deep', 500, (number) => (number === 1 ? null : number - 1))
    expect(await listFirstPage('deep', database.db)).toMatchObject({
      cut: [{ rootNumber: 1, shown: 30, total: 500 }],
    })
    const last = await listThread('deep', 1, 10, database.db)
    expect(last?.comments.at(-1)).toMatchObject({ number: 500, parentNumber: 499 })
  })

  test('counts name the posts that were asked for, or all', async () => {
    await insert({ postId: 'count one' })
    await insert({ postId: 'count one' })
    await insert({ postId: 'count two' })
    expect(await countByPost(['count one', 'count none'], database.db)).toEqual(new Map([['count one', 2]]))
    expect(await countByPost([], database.db)).toEqual(new Map())
    const all = await countByPost(undefined, database.db)
    expect([all.get('count one'), all.get('count two'), all.has('count none')]).toEqual([2, 1, false])
  })

  test('the latest comments come from all posts, newest first', async () => {
    const soon = new Date(Date.now() + 3_600_000)
    const one = await insert({ postId: 'latest one' })
    const two = await insert({ postId: 'latest two' })
    await database.db.update(comments).set({ publishedAt: soon }).where(eq(comments.id, one.id))
    await database.db
      .update(comments)
      .set({ publishedAt: new Date(soon.getTime() + 1) })
      .where(eq(comments.id, two.id))
    const latest = await listLatest(2, database.db)
    expect(latest.map(({ postId, number }) => [postId, number])).toEqual([
      ['latest two', 1],
      ['latest one', 1],
    ])
  })
})

test('without a database lists go without counts and comments, and a first page that was never read throws', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  const db = openDb({ driver: 'pg', url: 'postgres://postgres@127.0.0.1:1/none' })
  expect(await countByPost(['any'], db)).toEqual(new Map())
  expect(await listLatest(3, db)).toEqual([])
  await expect(listFirstPage('never read', db)).rejects.toThrow()
  expect(log).toHaveBeenCalledTimes(2)
  log.mockRestore()
  await closeDb(db)
})
