import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { editOwn, removeOwn } from './change-own'
import { decideComments } from './decide-comments'
import { listDecisions } from './decisions'
import { listFirstPage } from './first-page'
import type { NewComment } from './insert-comment'
import { drivers, type TestDatabase } from './testing/drivers'
import { addOwn, logOf, rowOf } from './testing/own-changes'
import { undoDecisions } from './undo-decisions'

type Placing = { status: NewComment['status']; reasons: string[] }
const asItWas = (before: Placing) => before

describe.each(drivers)('a writer’s change that removes, or meets others, over $driver', ({ start }) => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await start()
  })
  afterAll(() => database.stop())

  test('is the last word when it deletes: nobody publishes, holds or brings back the comment', async () => {
    const key = await addOwn(database.db, { postId: 'taken back', status: 'held' })
    await decideComments([key.id], 'publish', database.db)
    expect(await listDecisions({ limit: 1 }, database.db)).toMatchObject([{ canUndo: true }])
    await removeOwn(key, database.db)
    const refused = [{ id: key.id, why: 'gone' }]
    for (const verb of ['publish', 'hold', 'spam'] as const)
      expect(await decideComments([key.id], verb, database.db)).toMatchObject({ changed: [], refused })
    const notes = await listDecisions({ limit: 2 }, database.db)
    expect(notes).toMatchObject([
      { commentId: key.id, verb: 'remove', canUndo: false },
      { commentId: key.id, verb: 'publish', canUndo: false },
    ])
    for (const { id } of notes)
      expect(await undoDecisions([id], database.db)).toMatchObject({ changed: [], refused })
    expect(await rowOf(database.db, key)).toMatchObject({ status: 'removed' })
  })

  test('that removes a comment nobody answered leaves no trace among the others', async () => {
    await addOwn(database.db, { postId: 'gone' })
    const key = await addOwn(database.db, { postId: 'gone' })
    expect(await removeOwn(key, database.db)).toEqual({ ok: true, status: 'removed', number: 2, seen: true })
    const page = await listFirstPage('gone', database.db)
    expect(page.comments.map(({ number }) => number)).toEqual([1])
    expect(page.total).toBe(1)
    expect(
      await addOwn(database.db, { postId: 'gone' }).then((own) => rowOf(database.db, own)),
    ).toMatchObject({ number: 3 })
    expect(await logOf(database.db, key)).toMatchObject([
      { verb: 'remove', by: 'writer', before: { status: 'published' } },
    ])
    expect(await rowOf(database.db, key)).toMatchObject({ removedAt: expect.any(Date) })
  })

  test('that removes a comment others answered leaves its number', async () => {
    const key = await addOwn(database.db, { postId: 'tombstone', body: 'Oh dear.' })
    await addOwn(database.db, { postId: 'tombstone', parentNumber: 1 })
    await removeOwn(key, database.db)
    const { comments: shown, total } = await listFirstPage('tombstone', database.db)
    expect(shown).toMatchObject([
      { number: 1, removed: true, name: '', body: '' },
      { number: 2, parentNumber: 1, removed: false },
    ])
    expect(total).toBe(1)
  })

  test('of what was removed is refused, and removing it twice, or twenty times at once, is noted once', async () => {
    const key = await addOwn(database.db, { postId: 'twice' })
    const results = await Promise.all(Array.from({ length: 20 }, () => removeOwn(key, database.db)))
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results.filter((result) => !result.ok && result.reason === 'removed')).toHaveLength(19)
    expect(await editOwn(key, { body: 'Still here?' }, asItWas, database.db)).toEqual({
      ok: false,
      reason: 'removed',
    })
    expect(await logOf(database.db, key)).toHaveLength(1)
  })

  test('by edits and a removal at once never brings back what was removed, and every step is noted', async () => {
    for (let round = 0; round < 10; round++) {
      const key = await addOwn(database.db, { postId: `race ${round}`, body: 'Zero.' })
      const edits = ['One.', 'Two.', 'Three.', 'Four.'].map((body) =>
        editOwn(key, { body }, asItWas, database.db),
      )
      const removal = removeOwn(key, database.db)
      const late = ['Five.', 'Six.'].map((body) => editOwn(key, { body }, asItWas, database.db))
      const results = await Promise.all([...edits, removal, ...late])
      const made = results.filter(({ ok }) => ok).length
      expect(results.filter((result) => !result.ok && result.reason !== 'removed')).toEqual([])
      const row = await rowOf(database.db, key)
      expect(row?.status).toBe('removed')
      const log = await logOf(database.db, key)
      expect(log).toHaveLength(made)
      expect(log.map(({ verb }) => verb).indexOf('remove')).toBe(made - 1)
      // What was before each step is what the step before it left.
      const bodies = log.map(({ before }) => before?.body)
      expect(bodies[0]).toBe('Zero.')
      expect(bodies.at(-1)).toBe(row?.body)
      expect(new Set(bodies).size).toBe(made)
    }
  })

  test('at the same time as others post leaves numbers without gaps and no one waiting', async () => {
    const keys = await Promise.all(Array.from({ length: 8 }, () => addOwn(database.db, { postId: 'crowd' })))
    await Promise.all([
      ...keys.map((key, index) => editOwn(key, { body: `Edited ${index}.` }, asItWas, database.db)),
      ...Array.from({ length: 8 }, () => addOwn(database.db, { postId: 'crowd' })),
      ...keys.slice(0, 4).map((key) => removeOwn(key, database.db)),
    ])
    const { comments: shown, total } = await listFirstPage('crowd', database.db)
    expect(total).toBe(12)
    expect(Math.max(...shown.map(({ number }) => number))).toBe(16)
  })
})
