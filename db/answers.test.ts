import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { findAnswer, listAnswers, noteAnswerSent, withdrawAnswer } from './answers'
import { removeOwn } from './change-own'
import { decideComments } from './decide-comments'
import { listDecisions, listLastDecisions } from './decisions'
import { eraseGuest } from './erase-person'
import { exportPerson } from './export-person'
import { findCase, listUndecided } from './find-comments'
import { resumeFollow, stopAllFollows } from './follows'
import { confirmGuest } from './guests'
import { countInbox, listInbox } from './inbox'
import { insertAnswer } from './insert-answer'
import { dropLetter, endLetter, takeLetter } from './letter-jobs'
import { answers, comments, decisions, follows, guests } from './schema'
import { addComment } from './testing/comment-of'
import { drivers, type TestDatabase } from './testing/drivers'
import { everyRow } from './testing/every-row'
import { addConfirmedFollower, forgetEverybody } from './testing/guests'
import { letMinutesPass, listLetters } from './testing/letters'
import { undoDecisions } from './undo-decisions'

const nell = { email: 'nell@post.example', emailHash: 'nell' }

describe.each(drivers)('answers by letter over $driver', ({ start }) => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await start()
  })
  afterAll(() => database.stop())
  beforeEach(async () => {
    await forgetEverybody(database.db)
  })

  const add = (given: Partial<Parameters<typeof addComment>[1]> = {}) =>
    addComment(database.db, { postId: 'wool', forAuthor: true, status: 'held', ...nell, ...given })
  const confirm = (key = 'nell') => confirmGuest(key, database.db)
  const answer = (id: string, body = 'Thank you, Nell.', read: string | null = null) =>
    insertAnswer(id, body, read, database.db)
  const works = async () => (await listLetters(database.db)).map(({ work }) => work)
  const stateOf = async (id: string) => (await listAnswers(database.db, [id])).map(({ state }) => state)
  const count = (table: typeof answers | typeof decisions) => database.db.$count(table)
  const addGuest = () => addConfirmedFollower(database.db, 'nell', 'darn')

  test('what is answered waits no more, unless it is taken back or its writer changes what they said', async () => {
    const id = await add()
    const idsIn = async (status: 'held' | 'answered') => {
      const { cases } = await listInbox({ status }, database.db)
      expect((await countInbox(database.db))[status]).toBe(cases.length)
      return cases.map(({ id }) => id)
    }
    expect([await idsIn('held'), await idsIn('answered')]).toEqual([[id], []])
    const { decisions: noted } = await answer(id)
    expect([await idsIn('held'), await idsIn('answered')]).toEqual([[], [id]])
    await withdrawAnswer(noted[0] ?? 0, database.db)
    expect([await idsIn('held'), await idsIn('answered')]).toEqual([[id], []])
    await answer(id)
    const editedAt = sql`statement_timestamp()`
    const [edited] = await database.db
      .update(comments)
      .set({ editedAt })
      .where(eq(comments.id, id))
      .returning({ at: comments.editedAt })
    expect([await idsIn('held'), await idsIn('answered')]).toEqual([[id], []])
    const refused = await answer(id, 'To what you said before.')
    expect(refused).toMatchObject({ decisions: [], changed: [], refused: [{ id, why: 'changed' }] })
    expect([await idsIn('held'), await idsIn('answered')]).toEqual([[id], []])
    await answer(id, 'To what you say now.', edited?.at?.toISOString())
    expect([await idsIn('held'), await idsIn('answered')]).toEqual([[], [id]])
    await decideComments([id], 'remove', database.db)
    expect([await idsIn('held'), await idsIn('answered')]).toEqual([[], []])
  })

  test('wait until the address is confirmed, for which its owner is asked, and go then', async () => {
    const id = await add()
    const { decisions: noted, changed } = await answer(id)
    expect(changed).toEqual([id])
    expect(await works(), 'nothing but the question').toEqual([{ letter: 'confirm', guest: 'nell' }])
    expect(await stateOf(id)).toEqual(['unconfirmed'])
    const work = { answer: noted[0] ?? 0, guest: 'nell' }
    expect(await findAnswer(work, database.db)).toBeNull()
    await confirm()
    await confirm()
    expect(await works()).toEqual([
      { letter: 'confirm', guest: 'nell' },
      { letter: 'answer', ...work },
    ])
    expect(await stateOf(id)).toEqual(['waiting'])
    expect(await findAnswer(work, database.db)).toMatchObject({
      email: nell.email,
      postId: 'wool',
      body: 'Thank you, Nell.',
    })
  })

  test('to a confirmed address wait no longer than they can be taken back', async () => {
    await addGuest()
    const id = await add()
    await answer(id)
    expect(await listLetters(database.db)).toMatchObject([{ work: { letter: 'answer' }, isDone: false }])
    expect(await takeLetter(['answer'], database.db)).toBeNull()
    await letMinutesPass(database.db, 1)
    const job = await takeLetter(['answer'], database.db)
    const [{ id: noted = 0 } = {}] = await listAnswers(database.db, [id])
    await noteAnswerSent(noted, database.db)
    await endLetter(job?.id ?? 0, database.db)
    expect(await stateOf(id)).toEqual(['sent'])
  })

  test('that were given up say so', async () => {
    await addGuest()
    const id = await add()
    await answer(id)
    await letMinutesPass(database.db, 1)
    await endLetter((await takeLetter(['answer'], database.db))?.id ?? 0, database.db)
    expect(await stateOf(id)).toEqual(['failed'])
  })

  test('are one when the same is said twice, and two when it is not', async () => {
    const id = await add()
    await answer(id)
    expect(await answer(id)).toMatchObject({ decisions: [], changed: [], refused: [] })
    await answer(id, 'One thing more.')
    expect(await stateOf(id)).toHaveLength(2)
    expect(await works(), 'asked once').toHaveLength(1)
  })

  test('of many at once are one', async () => {
    const id = await add()
    await Promise.all(Array.from({ length: 6 }, () => answer(id)))
    expect(await stateOf(id)).toHaveLength(1)
  })

  test('go to nobody without an address, nor to the author, nor to who wants none, nor about what is public or spam', async () => {
    await addGuest()
    await stopAllFollows('nell', database.db)
    const ids = [
      await add({ email: null, emailHash: null }),
      await add({ byAuthor: true, email: 'a@post.example', emailHash: 'a' }),
      await add(),
      await add({ forAuthor: false, email: 'b@post.example', emailHash: 'b' }),
      await add({ status: 'spam', email: 'c@post.example', emailHash: 'c' }),
    ]
    for (const id of ids) {
      expect(await answer(id)).toMatchObject({ changed: [], refused: [{ id, why: 'unreachable' }] })
    }
    expect(await answer('3f2a9c1e-0000-4000-8000-000000000001')).toMatchObject({
      refused: [{ why: 'gone' }],
    })
    expect([await count(answers), await count(decisions), await works()]).toEqual([0, 0, []])
    expect(
      (await Promise.all(ids.map((id) => findCase(id, database.db)))).map((each) => each?.reach),
    ).toEqual([null, null, 'stopped', null, 'unconfirmed'])
  })

  test('are taken back, words and all, until they may have gone', async () => {
    await addGuest()
    const id = await add()
    const first = (await answer(id, 'A slip of the hand.')).decisions[0] ?? 0
    expect(await listDecisions({}, database.db)).toMatchObject([
      { verb: 'answer', canUndo: true, place: 'answered' },
    ])
    expect(await withdrawAnswer(first, database.db)).toBe(true)
    expect(await withdrawAnswer(first, database.db), 'twice').toBe(true)
    expect([await works(), await stateOf(id)]).toEqual([[], []])
    expect(JSON.stringify(await everyRow(database.db))).not.toContain('slip')
    expect(await listDecisions({}, database.db)).toMatchObject([
      { verb: 'answer', canUndo: false, place: 'held' },
    ])

    const second = (await answer(id)).decisions[0] ?? 0
    await letMinutesPass(database.db, 1)
    await takeLetter(['answer'], database.db)
    expect(await withdrawAnswer(second, database.db), 'on its way').toBe(false)
    await noteAnswerSent(second, database.db)
    expect(await withdrawAnswer(second, database.db)).toBe(false)
    expect((await listDecisions({}, database.db))[0]).toMatchObject({ verb: 'answer', canUndo: false })
    expect(await stateOf(id)).toEqual(['sent'])
  })

  test('that did not go after all go when the same words are sent once more, and not twice', async () => {
    await addGuest()
    const id = await add()
    const [noted] = (await answer(id)).decisions
    expect((await answer(id)).decisions, 'it waits').toEqual([])
    const { decisions: spam } = await decideComments([id], 'spam', database.db)
    await letMinutesPass(database.db, 1)
    const taken = await takeLetter(['answer'], database.db)
    await dropLetter(taken?.id ?? 0, database.db)
    await undoDecisions(spam, database.db)
    expect(await stateOf(id)).toEqual(['failed'])
    expect(await answer(id)).toMatchObject({ decisions: [noted], changed: [id] })
    expect(await stateOf(id)).toEqual(['waiting'])
    expect(await works()).toEqual([{ letter: 'answer', answer: noted, guest: 'nell' }])
    await noteAnswerSent(noted ?? 0, database.db)
    expect((await answer(id)).decisions, 'it has gone').toEqual([])
  })

  test('of which one was put back to waiting are written anew, though the words are the same', async () => {
    await addGuest()
    const id = await add()
    const first = await answer(id)
    const { changed } = await decideComments([id], 'hold', database.db)
    expect(changed).toEqual([id])
    expect((await findCase(id, database.db))?.place).toBe('held')
    const again = await answer(id)
    expect(again.decisions).toEqual([expect.any(Number)])
    expect(again.decisions).not.toEqual(first.decisions)
    expect((await findCase(id, database.db))?.place).toBe('answered')
  })

  test('that were held up by a stop go when the stop is taken back', async () => {
    await addGuest()
    const id = await add()
    await answer(id)
    await stopAllFollows('nell', database.db)
    await letMinutesPass(database.db, 1)
    const taken = await takeLetter(['answer'], database.db)
    await dropLetter(taken?.id ?? 0, database.db)
    expect(await stateOf(id)).toEqual(['stopped'])
    const [follow] = await database.db.select({ id: follows.id }).from(follows)
    await resumeFollow(follow?.id ?? '', database.db)
    expect(await stateOf(id)).toEqual(['waiting'])
  })

  test('that wait for a yes are taken back, too', async () => {
    const id = await add()
    const noted = (await answer(id)).decisions[0] ?? 0
    expect(await withdrawAnswer(noted, database.db)).toBe(true)
    await confirm()
    expect(await works()).toEqual([{ letter: 'confirm', guest: 'nell' }])
  })

  test('stand in no decision’s way, and are none to take back by the last one', async () => {
    const id = await add()
    const { decisions: away } = await decideComments([id], 'remove', database.db)
    await answer(id)
    expect(await listUndecided([id], database.db)).toEqual([])
    expect(await listLastDecisions([id], database.db)).toEqual(away)
    expect(await undoDecisions(away, database.db)).toMatchObject({ changed: [id], refused: [] })
    expect(await findCase(id, database.db)).toMatchObject({
      status: 'held',
      answers: [{ state: 'unconfirmed' }],
    })
    expect(await listUndecided([id], database.db), 'answered is read').toEqual([])
  })

  test('do not go when what they answer was deleted by its writer, or is spam', async () => {
    await addGuest()
    const [deleted, spam] = [await add(), await add()]
    const noted = [await answer(deleted), await answer(spam)].map(({ decisions }) => decisions[0] ?? 0)
    await removeOwn({ postId: 'wool', id: deleted, guestKey: 'nell' }, database.db)
    await decideComments([spam], 'spam', database.db)
    for (const each of noted)
      expect(await findAnswer({ answer: each, guest: 'nell' }, database.db)).toBeNull()
    expect(await answer(deleted, 'Where did it go?')).toMatchObject({ refused: [{ why: 'gone' }] })
  })

  test('are taken along and forgotten with the person', async () => {
    await addGuest()
    for (const text of ['kept', 'removed'] as const) {
      const id = await add({ body: `Private, to be ${text}.` })
      await answer(id, 'Dear canary.')
      expect(JSON.stringify(await exportPerson('nell', database.db))).toContain('Dear canary.')
      await eraseGuest('nell', text, database.db)
      expect(JSON.stringify(await everyRow(database.db))).not.toMatch(/canary|nell/i)
    }
  })

  test('wait for nobody who was forgotten meanwhile', async () => {
    const id = await add()
    await answer(id)
    await database.db.delete(guests)
    expect(await stateOf(id)).toEqual(['unconfirmed'])
    expect(await findCase(id, database.db)).toMatchObject({ reach: 'unconfirmed' })
  })
})
