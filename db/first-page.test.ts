import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { closeDb, openDb } from './client'
import { decideComments } from './decide-comments'
import { listFirstPage, listFirstPageWith } from './first-page'
import { people } from './schema'
import { storeComment } from './testing/comment-of'
import { drivers, type TestDatabase } from './testing/drivers'

// Whoever asks this one has nothing but what was kept.
const away = openDb({ driver: 'pg', url: 'postgres://nobody@127.0.0.1:1/nothing' })
afterAll(() => closeDb(away))

describe.each(drivers)('the first page after a comment over $driver', ({ driver, start }) => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await start()
  })
  afterAll(() => database.stop())

  /** Stores a comment on a page that this process has read, and gives its number. */
  async function write(given: Parameters<typeof storeComment>[1]): Promise<number> {
    const { comment } = await storeComment(database.db, given)
    return comment.number ?? 0
  }
  /** The kept page, once with nothing to ask, must be what the database gives. */
  async function expectKept(postId: string, number: number, suffix: string | null) {
    const kept = await listFirstPageWith(postId, number, away)
    expect(kept.suffix).toBe(suffix)
    expect(kept.page).toEqual(await listFirstPage(postId, database.db))
  }
  const name = (postId: string) => `${postId} over ${driver}`

  test('is known without asking for it again, with answers and their answers', async () => {
    const postId = name('talk')
    await write({ postId })
    await listFirstPage(postId, database.db)
    const site = { website: 'https://wren.example/', isUntrusted: true }
    for (const [parentNumber, given] of [
      [null, { name: 'Wren', ...site }],
      [1, { name: 'Author', byAuthor: true }],
      [3, {}],
      [1, {}],
      [null, {}],
    ] as const)
      await expectKept(postId, await write({ postId, parentNumber, ...given }), '')
    const { page } = await listFirstPageWith(postId, 6, away)
    expect(page.comments.map(({ number, parentName }) => [number, parentName])).toEqual([
      [1, null],
      [3, 'Nell'],
      [4, 'Author'],
      [5, 'Nell'],
      [2, null],
      [6, null],
    ])
  })

  test('is known after many, one upon the other, among them the place of one that was removed', async () => {
    const postId = name('chain')
    const { comment } = await storeComment(database.db, { postId })
    await write({ postId, parentNumber: 1 })
    await decideComments([comment.id], 'remove', database.db)
    await listFirstPage(postId, database.db)
    for (const parentNumber of [null, 3, null, 2, 5])
      expect((await listFirstPageWith(postId, await write({ postId, parentNumber }), away)).suffix).toBe('')
    await expectKept(postId, 7, '')
  })

  /** A post with one thread of 50, which fills its first page. */
  async function fill(postId: string) {
    for (let number = 1; number <= 50; number += 1)
      await write({ postId, parentNumber: number === 1 ? null : 1 })
    await listFirstPage(postId, database.db)
  }

  test('is known with comments on pages behind it, and with a thread that becomes too long', async () => {
    const [full, long] = [name('full'), name('long')]
    await fill(full)
    await expectKept(full, await write({ postId: full }), '/comments/2')
    await fill(long)
    await expectKept(long, await write({ postId: long, parentNumber: 1 }), '/comments/thread/1/2')
  })

  test('is read again when a thread that becomes too long makes room for comments of the page behind it', async () => {
    const postId = name('room')
    await fill(postId)
    await expectKept(postId, await write({ postId }), '/comments/2')
    const number = await write({ postId, parentNumber: 1 })
    const { page, suffix } = await listFirstPageWith(postId, number, database.db)
    expect(suffix).toBe('/comments/thread/1/2')
    expect(page.comments.at(-1)?.number).toBe(51)
  })

  test('is known when others have written meanwhile what nobody sees', async () => {
    const postId = name('held')
    await write({ postId })
    await listFirstPage(postId, database.db)
    await storeComment(database.db, { postId, status: 'held' })
    await expectKept(postId, await write({ postId }), '')
  })

  test('is read again when anything else changed since it was read', async () => {
    const postId = name('changed')
    const { comment } = await storeComment(database.db, { postId })
    await listFirstPage(postId, database.db)
    await decideComments([comment.id], 'remove', database.db)
    const number = await write({ postId })
    const { page, suffix } = await listFirstPageWith(postId, number, database.db)
    expect(page.comments.map((each) => each.number)).toEqual([2])
    expect(suffix).toBe('')
  })

  test('is read again when it is not known whether finders may follow a link', async () => {
    const postId = name('trusted')
    await database.db.insert(people).values({ key: 'teds browser', standing: 'trusted' })
    await write({ postId })
    await listFirstPage(postId, database.db)
    const number = await write({ postId, website: 'https://ted.example/', writerHash: 'teds browser' })
    const { page } = await listFirstPageWith(postId, number, database.db)
    expect(page.comments.map(({ isTrusted }) => isTrusted)).toEqual([false, true])
  })

  test('that nobody has read says where the comment stands, or that this is not known', async () => {
    const postId = name('first')
    const number = await write({ postId })
    expect(await listFirstPageWith(postId, number, database.db)).toMatchObject({ suffix: '' })
    const error = vi.spyOn(console, 'error').mockImplementation(() => {})
    expect(await listFirstPageWith(postId, number + 1, away)).toMatchObject({ suffix: null })
    error.mockRestore()
  })
})
