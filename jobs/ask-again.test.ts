import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { claimQuestions } from '../db/akismet-questions'
import { editOwn } from '../db/change-own'
import { decideComments } from '../db/decide-comments'
import { editComment } from '../db/edit-comment'
import { erasePerson } from '../db/erase-person'
import { setStanding } from '../db/people'
import { settleComment } from '../db/settle-comment'
import { addComment } from '../db/testing/comment-of'
import { drivers, type TestDatabase } from '../db/testing/drivers'
import { elapse as elapseIn, findRow, listDone, listPlanned, removeAll } from '../db/testing/questions'
import { undoDecisions } from '../db/undo-decisions'
import type { AkismetAnswer, AkismetQuestion } from '../lib/comments/ask-akismet'
import { askAgain } from './ask-again'

const emailHash = 'e'.repeat(64)
const writerHash = 'b'.repeat(64)

describe.each(drivers)('what Akismet did not judge, over $driver', ({ start }) => {
  let database: TestDatabase
  let asked: AkismetQuestion[]

  beforeAll(async () => {
    database = await start()
  })
  afterAll(() => database.stop())
  beforeEach(async () => {
    asked = []
    await removeAll(database.db)
  })

  /** Somebody known, so that no rule of ours holds anything. */
  async function insert(given: Partial<Parameters<typeof addComment>[1]> = {}) {
    const { db } = database
    const person = { postId: 'wool', name: 'Ilka', emailHash, writerHash }
    await addComment(db, person)
    return addComment(db, { ...person, status: 'held', reasons: ['akismet-unsure'], ...given })
  }
  const rowOf = (id: string) => findRow(database.db, id)
  const waiting = () => listPlanned(database.db)
  const notes = (id: string) => listDone(database.db, id)
  const elapse = (minutes: number) => elapseIn(database.db, minutes)
  function answer(given: AkismetAnswer, meanwhile = async (): Promise<unknown> => null) {
    return askAgain(
      async (question) => {
        asked.push(question)
        await meanwhile()
        return given
      },
      (postId) => (postId === 'wool' ? 'https://unpicked.example/posts/wool' : null),
      database.db,
    )
  }

  test('waits twenty minutes, then six hours, and is then the author’s', async () => {
    const id = await insert()
    expect(await waiting()).toEqual([{ attempts: 0, minutes: 20 }])
    expect(await answer('ham')).toEqual([])
    await elapse(19)
    expect(await answer('ham')).toEqual([])
    expect(asked).toEqual([])
    await elapse(2)
    expect(await answer('unknown')).toEqual([])
    expect(await waiting()).toEqual([{ attempts: 1, minutes: 360 }])
    await elapse(361)
    expect(await answer('unknown')).toEqual([])
    expect(asked).toHaveLength(2)
    expect(await waiting()).toEqual([])
    expect(await rowOf(id)).toMatchObject({ status: 'held', reasons: ['akismet-unsure'] })
  })

  test('is published when it is ham after all, with a number, and noted as the rules’ doing', async () => {
    const id = await insert({ email: 'ilka@example.org', website: 'https://ilka.example/', body: 'I darn.' })
    await elapse(21)
    expect(await answer('ham')).toEqual(['wool'])
    expect(await rowOf(id)).toMatchObject({ status: 'published', reasons: [], number: 2 })
    expect(await notes(id)).toEqual([{ verb: 'publish', by: 'rules' }])
    expect(await waiting()).toEqual([])
    expect(asked).toEqual([
      {
        name: 'Ilka',
        email: 'ilka@example.org',
        website: 'https://ilka.example/',
        body: 'I darn.',
        isReply: false,
        writtenAt: (await rowOf(id))?.createdAt,
        permalink: 'https://unpicked.example/posts/wool',
        network: null,
        userAgent: null,
        isEdited: false,
      },
    ])
  })

  test('is probable spam when a stranger’s is, and waits when somebody known wrote it', async () => {
    const known = await insert()
    const stranger = await insert({ emailHash: null, writerHash: null, name: 'Nobody' })
    await elapse(21)
    expect(await answer('spam')).toEqual([])
    expect(await rowOf(known)).toMatchObject({ status: 'held', reasons: ['akismet-spam'] })
    expect(await rowOf(stranger)).toMatchObject({ status: 'spam', number: null })
    expect(await notes(known)).toEqual([])
    expect(await notes(stranger)).toEqual([{ verb: 'spam', by: 'rules' }])
  })

  test('that has a place on the page is seen to wait no more', async () => {
    const stranger = { emailHash: null, writerHash: 'c'.repeat(64), name: 'Nobody' }
    const id = await insert({ ...stranger, status: 'published', reasons: [] })
    const key = { postId: 'wool', id, writerHash: stranger.writerHash }
    const hold = () => ({ status: 'held' as const, reasons: ['akismet-unsure'] })
    await editOwn(key, { body: 'Otherwise.' }, hold, database.db)
    await elapse(21)
    expect(await answer('spam')).toEqual(['wool'])
    expect(await rowOf(id)).toMatchObject({ status: 'spam' })
  })

  test('goes on waiting as the first comment that it also is', async () => {
    const reasons = ['first-comment', 'akismet-unsure']
    const id = await insert({ reasons })
    await elapse(21)
    expect(await answer('ham')).toEqual([])
    expect(await rowOf(id)).toMatchObject({ status: 'held', reasons: ['first-comment'] })
  })

  test('is judged by the rules of today: who was blocked since is not published', async () => {
    const id = await insert()
    await setStanding(emailHash, 'blocked', database.db)
    await elapse(21)
    expect(await answer('ham')).toEqual([])
    expect(await rowOf(id)).toMatchObject({ status: 'spam', reasons: ['blocked'] })
    await setStanding(emailHash, null, database.db)
  })

  test.each<[string, (id: string) => Promise<unknown>]>([
    ['published', (id) => decideComments([id], 'publish', database.db)],
    ['binned', (id) => decideComments([id], 'remove', database.db)],
    ['called spam', (id) => decideComments([id], 'spam', database.db)],
    ['edited', (id) => editComment(id, 'As the author would have it.', null, database.db)],
    [
      'published and then taken back',
      async (id) =>
        undoDecisions((await decideComments([id], 'publish', database.db)).decisions, database.db),
    ],
  ])('is the author’s once it was %s, before the question or during it', async (_case, touch) => {
    const before = await insert()
    await elapse(21)
    await touch(before)
    const touched = await rowOf(before)
    expect(await answer('ham')).toEqual([])
    expect(await rowOf(before)).toEqual(touched)
    const during = await insert()
    await elapse(21)
    expect(await answer('ham', () => touch(during))).toEqual([])
    expect((await rowOf(during))?.status).toBe(touched?.status)
    expect(await waiting()).toEqual([])
  })

  test('is asked about anew when its writer changed it meanwhile', async () => {
    const id = await insert()
    await elapse(21)
    const edit = () =>
      editOwn({ postId: 'wool', id, writerHash }, { body: 'Another text.' }, (placed) => placed, database.db)
    expect(await answer('ham', edit)).toEqual([])
    expect(await rowOf(id)).toMatchObject({ status: 'held', reasons: ['akismet-unsure'] })
    expect(await waiting()).toEqual([{ attempts: 0, minutes: 20 }])
    await elapse(21)
    expect(await answer('ham')).toEqual(['wool'])
    expect(asked.at(-1)?.body).toBe('Another text.')
  })

  test('is asked about by one process, and again should that one end', async () => {
    for (let each = 0; each < 8; each++)
      await addComment(database.db, { postId: 'many', status: 'held', reasons: ['akismet-unsure'] })
    await elapse(21)
    for (let round = 1; round <= 5; round++) {
      const claims = await Promise.all(Array.from({ length: 8 }, () => claimQuestions(2, database.db)))
      expect(new Set(claims.flat().map(({ commentId }) => commentId)).size).toBe(claims.flat().length)
      expect(claims.flat().every(({ attempts }) => attempts === round)).toBe(true)
      while ((await claimQuestions(20, database.db)).length > 0);
      await elapse(361)
    }
  })

  test('waits with a hundred others at most, and more are the author’s at once', async () => {
    for (let each = 0; each < 101; each++)
      await addComment(database.db, { postId: 'many', status: 'held', reasons: ['akismet-unsure'] })
    expect(await waiting()).toHaveLength(100)
    await elapse(21)
    await answer('unknown')
    expect(asked).toHaveLength(20)
  })

  test('leaves no question behind when it is gone, and none that its reasons do not ask', async () => {
    await insert({ reasons: ['links: 3'] })
    expect(await waiting()).toEqual([])
    await insert()
    await erasePerson(emailHash, 'removed', database.db)
    await elapse(21)
    expect(await answer('ham')).toEqual([])
    expect(asked).toEqual([])
    expect(await waiting()).toEqual([])
  })

  test('an answer that comes at once is no decision of its own', async () => {
    const id = await insert({ body: 'At once.' })
    const place = () => ({ status: 'published' as const, reasons: [] })
    const asking = { id, body: 'At once.', isNoted: false }
    expect(await settleComment(asking, place, database.db)).toEqual({
      id,
      number: 2,
      status: 'published',
      forAuthor: false,
    })
    expect(await settleComment(asking, place, database.db)).toBeNull()
    expect(await notes(id)).toEqual([])
    expect(await waiting()).toEqual([])
  })
})
