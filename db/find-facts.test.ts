import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decideComments } from './decide-comments'
import { findFacts } from './find-facts'
import { insertComment, type NewComment } from './insert-comment'
import { comments, people } from './schema'
import { commentOf } from './testing/comment-of'
import { drivers, type TestDatabase } from './testing/drivers'

describe.each(drivers)('what the rows say about a comment over $driver', ({ start }) => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await start()
  })
  afterAll(() => database.stop())

  async function insert(given: Partial<NewComment>) {
    const result = await insertComment(commentOf({ postId: 'facts', ...given }), database.db)
    if (!result.ok) throw new Error(result.reason)
    return result.comment.id
  }

  /** A comment that the author published by hand. */
  async function approve(given: Partial<NewComment>) {
    const id = await insert({ ...given, status: 'held' })
    await decideComments([id], 'publish', database.db)
    return id
  }

  /** As if the comment had come `hours` earlier. */
  async function age(id: string, hours: number) {
    await database.db
      .update(comments)
      .set({ createdAt: sql`${comments.createdAt} - make_interval(hours => ${hours})` })
      .where(eq(comments.id, id))
  }

  function ask(given: Partial<Parameters<typeof findFacts>[0]>, minutes = 2) {
    const asked = {
      name: 'Nell',
      body: 'Words of my own.',
      emailHash: null,
      writerHash: null,
      addressHash: null,
      ...given,
    }
    return findFacts(asked, minutes, database.db)
  }

  test('nothing, of somebody who never wrote', async () => {
    const nothing = { writer: 'new', sameWordsElsewhere: false, recent: 0 }
    expect(await ask({})).toEqual(nothing)
    expect(await ask({ emailHash: 'nobody', addressHash: 'nowhere' })).toEqual(nothing)
  })

  test('a writer is known by name and e-mail address once a comment of theirs was published', async () => {
    const held = await insert({ emailHash: 'known', status: 'held' })
    await insert({ emailHash: 'known', status: 'spam' })
    expect(await ask({ emailHash: 'known' })).toMatchObject({ writer: 'new' })
    await insert({ emailHash: 'known', postId: 'another post' })
    expect(await ask({ emailHash: 'known' })).toMatchObject({ writer: 'known' })
    expect(await ask({ emailHash: 'known', name: 'NELL' })).toMatchObject({ writer: 'known' })
    expect(await ask({ emailHash: 'known', name: 'Ned' })).toMatchObject({ writer: 'new' })
    expect(await ask({ emailHash: 'another' })).toMatchObject({ writer: 'new' })
    await database.db.delete(comments).where(eq(comments.id, held))
  })

  test('whoever leaves neither an e-mail address nor a trace in the browser is new each time', async () => {
    await insert({ name: 'Noone', emailHash: null })
    expect(await ask({ name: 'Noone' })).toMatchObject({ writer: 'new' })
  })

  test('a browser is known by the name it was published with, with or without an address', async () => {
    await insert({ name: 'Ona', emailHash: null, writerHash: 'hers' })
    expect(await ask({ name: 'Ona', writerHash: 'hers' })).toMatchObject({ writer: 'known', recent: 1 })
    expect(await ask({ name: 'Ona', writerHash: 'hers', emailHash: 'new' })).toMatchObject({
      writer: 'known',
    })
    expect(await ask({ name: 'Una', writerHash: 'hers' })).toMatchObject({ writer: 'new' })
    expect(await ask({ name: 'Ona', writerHash: 'another' })).toMatchObject({ writer: 'new' })
  })

  test('a comment that is changed says nothing of its own writer', async () => {
    const id = await insert({ name: 'Pia', body: 'Said once.', writerHash: 'first time' })
    const again = { name: 'Pia', body: 'Said once.', writerHash: 'first time', except: id }
    expect(await ask(again)).toEqual({ writer: 'new', sameWordsElsewhere: false, recent: 0 })
  })

  test('who is blocked stays so without their address, and before anybody who is trusted', async () => {
    await insert({ name: 'Rob', emailHash: 'rob', writerHash: 'robs' })
    await database.db.insert(people).values([
      { key: 'rob', standing: 'blocked' },
      { key: 'robs', standing: 'trusted' },
    ])
    expect(await ask({ name: 'Rob', writerHash: 'robs' })).toMatchObject({ writer: 'blocked' })
    expect(await ask({ name: 'Rob', emailHash: 'rob', writerHash: 'robs' })).toMatchObject({
      writer: 'blocked',
    })
  })

  test('a comment that was taken down vouches for nobody', async () => {
    const id = await insert({ emailHash: 'removed' })
    await database.db.update(comments).set({ status: 'removed' }).where(eq(comments.id, id))
    expect(await ask({ emailHash: 'removed' })).toMatchObject({ writer: 'new' })
  })

  test('what the author said about a person stands above what they wrote, under any name', async () => {
    await database.db.insert(people).values([
      { key: 'trusted', standing: 'trusted' },
      { key: 'blocked', standing: 'blocked' },
    ])
    await insert({ emailHash: 'blocked' })
    await approve({ emailHash: 'trusted', writerHash: 'of the trusted' })
    const trusted = { emailHash: 'trusted', writerHash: 'of the trusted', name: 'Ned' }
    expect(await ask(trusted)).toMatchObject({ writer: 'trusted' })
    expect(await ask({ emailHash: 'blocked' })).toMatchObject({ writer: 'blocked' })
  })

  test('nobody is trusted for an address that they typed, before the author published a comment with it from their browser', async () => {
    await database.db.insert(people).values([
      { key: 'sues', standing: 'trusted' },
      { key: 'sues browser', standing: 'trusted' },
    ])
    await insert({ name: 'Sue', emailHash: 'sues', writerHash: 'sues' })
    const typed = { name: 'Sue', emailHash: 'sues', writerHash: 'of another' }
    expect(await ask({ ...typed, name: 'Sam' })).toMatchObject({ writer: 'new' })
    expect(await ask(typed)).toMatchObject({ writer: 'known' })
    expect(await ask({ ...typed, writerHash: null })).toMatchObject({ writer: 'known' })
    await insert({ name: 'Sue', emailHash: 'sues', writerHash: 'of another', status: 'held' })
    expect(await ask({ ...typed, name: 'Sam' })).toMatchObject({ writer: 'new' })
    // The rules publish it, as they know the name and the address.
    await insert({ name: 'Sue', emailHash: 'sues', writerHash: 'of another' })
    expect(await ask({ ...typed, name: 'Sam' })).toMatchObject({ writer: 'new' })
    const id = await approve({ name: 'Sue', emailHash: 'sues', writerHash: 'of another' })
    expect(await ask({ ...typed, name: 'Sam' })).toMatchObject({ writer: 'trusted' })
    expect(await ask({ ...typed, name: 'Sam', except: id })).toMatchObject({ writer: 'new' })
    expect(await ask({ name: 'Sam', writerHash: 'sues browser' })).toMatchObject({ writer: 'trusted' })
  })

  test('the same words count for a day, wherever they stand and whatever became of them', async () => {
    const id = await insert({ body: 'Copied.', status: 'held' })
    expect(await ask({ body: 'Copied.' })).toMatchObject({ sameWordsElsewhere: true })
    expect(await ask({ body: 'Copied!' })).toMatchObject({ sameWordsElsewhere: false })
    await age(id, 24)
    expect(await ask({ body: 'Copied.' })).toMatchObject({ sameWordsElsewhere: false })
  })

  test('recent are those of the same e-mail or network address, each once', async () => {
    await insert({ emailHash: 'busy', addressHash: 'house' })
    await insert({ emailHash: 'busy', addressHash: 'elsewhere', status: 'held' })
    await insert({ emailHash: null, addressHash: 'house', status: 'spam' })
    await age(await insert({ emailHash: 'busy', addressHash: 'house' }), 1)
    expect(await ask({ emailHash: 'busy', addressHash: 'house' })).toMatchObject({ recent: 3 })
    expect(await ask({ emailHash: 'busy' })).toMatchObject({ recent: 2 })
    expect(await ask({ addressHash: 'house' })).toMatchObject({ recent: 2 })
    expect(await ask({ addressHash: 'house' }, 61)).toMatchObject({ recent: 3 })
    expect(await ask({})).toMatchObject({ recent: 0 })
  })
})
