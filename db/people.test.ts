import { eq, gt, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Standing } from '../lib/comments/decision'
import { decideComments } from './decide-comments'
import { insertComment, type NewComment } from './insert-comment'
import {
  findPerson,
  listCasesOf,
  listPeople,
  listWaitingOf,
  type PeopleCursor,
  type PeoplePage,
  setStanding,
} from './people'
import { commentContacts, comments } from './schema'
import { commentOf } from './testing/comment-of'
import { drivers, type TestDatabase } from './testing/drivers'

describe.each(drivers)('people over $driver', ({ start }) => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await start()
  })
  afterAll(() => database.stop())

  async function insert(given: Partial<NewComment>, createdAt: string) {
    const result = await insertComment(commentOf({ postId: 'people', ...given }), database.db)
    if (!result.ok) throw new Error(result.reason)
    const { id } = result.comment
    await database.db
      .update(comments)
      .set({ createdAt: new Date(createdAt) })
      .where(eq(comments.id, id))
    return id
  }

  test('nobody is there before the first comment', async () => {
    expect(await listPeople({}, database.db)).toEqual({ people: [], next: null })
    expect(await findPerson('nobody', database.db)).toBeNull()
    expect(await listCasesOf('nobody', {}, database.db)).toEqual({ cases: [], next: null })
  })

  test('a person is everything under one address, by whichever name', async () => {
    const ode = { emailHash: 'ode', email: 'ode@example.org' }
    await insert({ ...ode, name: 'Ode' }, '2026-01-01')
    await insert({ ...ode, name: 'ode' }, '2026-01-02')
    await insert({ ...ode, name: 'Ode', email: 'Ode@example.org', status: 'held' }, '2026-01-03')
    await insert({ ...ode, name: 'Ode', status: 'spam' }, '2025-01-03')
    const note = await insert({ ...ode, name: 'Ode', status: 'held', forAuthor: true }, '2025-01-04')
    await decideComments([note], 'read', database.db)
    expect(await findPerson('ode', database.db)).toEqual({
      key: 'ode',
      name: 'Ode',
      names: expect.toSatisfy((names: string[]) => names.toSorted().join() === 'Ode,ode'),
      email: 'Ode@example.org',
      counts: { held: 1, answered: 1, published: 2, spam: 1, removed: 0 },
      lastSeen: new Date('2026-01-03'),
      standing: null,
    })
  })

  test('without an address their browser tells, and without either nobody is listed', async () => {
    const id = await insert({ name: 'Tam' }, '2026-01-04')
    await database.db
      .update(commentContacts)
      .set({ writerHash: 'tam' })
      .where(eq(commentContacts.commentId, id))
    await insert({ name: 'Nobody' }, '2026-01-05')
    const { people } = await listPeople({}, database.db)
    expect(people.map(({ key, email }) => [key, email])).toEqual([
      ['tam', null],
      ['ode', 'Ode@example.org'],
    ])
    const { cases } = await listCasesOf('tam', {}, database.db)
    expect(cases).toMatchObject([{ id, personKey: 'tam' }])
  })

  test('one person’s comments come in pages, newest first, whatever became of them', async () => {
    const first = await listCasesOf('ode', { limit: 3 }, database.db)
    expect(first.cases.map(({ status }) => status)).toEqual(['held', 'published', 'published'])
    const rest = await listCasesOf('ode', { after: first.next }, database.db)
    expect(rest.cases.map(({ status }) => status)).toEqual(['held', 'spam'])
    expect(rest.next).toBeNull()
  })

  test('what waits of one person is found, and not what was read, or waits of others', async () => {
    const waits = await insert({ emailHash: 'una', status: 'held' }, '2026-01-06')
    const letter = await insert({ emailHash: 'una', status: 'held', forAuthor: true }, '2026-01-06')
    const read = await insert({ emailHash: 'una', status: 'held', forAuthor: true }, '2026-01-06')
    await decideComments([read], 'read', database.db)
    for (const status of ['published', 'spam'] as const)
      await insert({ emailHash: 'una', status }, '2026-01-06')
    await insert({ emailHash: 'another', writerHash: 'una', status: 'held' }, '2026-01-06')
    expect((await listWaitingOf('una', database.db)).toSorted()).toEqual([waits, letter].toSorted())
    expect(await listWaitingOf('nobody', database.db)).toEqual([])
    await database.db.delete(comments).where(gt(comments.createdAt, new Date('2026-01-05T12:00:00Z')))
  })

  test('whom the author trusts or has blocked is told apart, and can be cleared', async () => {
    await setStanding('ode', 'trusted', database.db)
    await setStanding('ode', 'blocked', database.db)
    await setStanding('tam', 'trusted', database.db)
    expect((await listPeople({ standing: 'blocked' }, database.db)).people).toMatchObject([
      { key: 'ode', standing: 'blocked' },
    ])
    expect((await listPeople({}, database.db)).people.map(({ standing }) => standing)).toEqual([
      'trusted',
      'blocked',
    ])
    await setStanding('tam', null, database.db)
    await setStanding('tam', null, database.db)
    expect((await findPerson('tam', database.db))?.standing).toBeNull()
  })

  test('one who was blocked stays on the list when no comment is left, so that it can be ended', async () => {
    await setStanding('gone', 'blocked', database.db)
    const { people } = await listPeople({ standing: 'blocked' }, database.db)
    expect(people[0]).toMatchObject({
      key: 'gone',
      name: '',
      names: [],
      email: null,
      counts: { held: 0, answered: 0, published: 0, spam: 0, removed: 0 },
      lastSeen: expect.any(Date),
    })
  })

  test('pages of people follow one another', async () => {
    const all = await listPeople({}, database.db)
    const keys: string[] = []
    let after: PeopleCursor | null = null
    do {
      const page: PeoplePage = await listPeople({ after, limit: 1 }, database.db)
      keys.push(...page.people.map(({ key }) => key))
      after = page.next
    } while (after)
    expect(keys).toEqual(all.people.map(({ key }) => key))
    expect(keys).toHaveLength(3)
  })

  test('whoever is trusted or not any more, the posts are named on which a site of theirs is linked', async () => {
    const pim = { emailHash: 'pim', writerHash: 'pim’s browser', website: 'https://pim.example' }
    const wrote = [
      { ...pim, postId: 'one' },
      { ...pim, postId: 'one' },
      { ...pim, postId: 'two' },
      { ...pim, postId: 'waits', status: 'held' },
      { ...pim, postId: 'no link', website: null },
      { ...pim, postId: 'elsewhere', emailHash: 'another address' },
      { ...pim, postId: 'nobody', emailHash: 'somebody else', writerHash: 'another browser' },
    ] as const
    for (const each of wrote) await insert(each, '2026-01-07')
    const set = async (key: string, standing: Standing | null) =>
      (await setStanding(key, standing, database.db)).toSorted()
    expect(await set('pim', 'trusted')).toEqual(['one', 'two'])
    expect(await set('pim', 'trusted'), 'as they were').toEqual([])
    expect(await set('pim', 'blocked')).toEqual(['one', 'two'])
    expect(await set('pim', null), 'never trusted').toEqual([])
    expect(await set('pim', 'blocked')).toEqual([])
    expect(await set('pim', 'trusted')).toEqual(['one', 'two'])
    expect(await set('pim', null)).toEqual(['one', 'two'])
    expect(await set('pim’s browser', 'trusted')).toEqual(['elsewhere', 'one', 'two'])
    expect(await set('gone', null)).toEqual([])
  })

  test('where the posts cannot be read nobody’s standing changes', async () => {
    await database.db.execute(sql`alter table comments rename to comments_away`)
    try {
      await expect(setStanding('ivo', 'trusted', database.db)).rejects.toThrow()
    } finally {
      await database.db.execute(sql`alter table comments_away rename to comments`)
    }
    expect(await findPerson('ivo', database.db)).toBeNull()
  })
})
