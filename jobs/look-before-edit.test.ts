import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decideComments } from '../db/decide-comments'
import { findOwn, type Owner } from '../db/own-comments'
import { setStanding } from '../db/people'
import { addComment } from '../db/testing/comment-of'
import { drivers, type TestDatabase } from '../db/testing/drivers'
import { lookBeforeEdit } from './look-before-edit'

describe.each(drivers)('what an edit would make of a comment, over $driver', ({ start }) => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await start()
  })
  afterAll(() => database.stop())

  type Given = Partial<Parameters<typeof addComment>[1]>

  /** Written by somebody of this name, who has an address and a browser of their own. */
  function write(name: string, given: Given = {}) {
    const person = { postId: 'wool', name, emailHash: `address of ${name}`, writerHash: `browser of ${name}` }
    return addComment(database.db, { ...person, ...given })
  }

  async function look(id: string, owner: Owner) {
    const own = await findOwn({ postId: 'wool', id, ...owner }, database.db)
    if (!own) throw new Error('It is not theirs.')
    return lookBeforeEdit(own, owner, database.db)
  }

  test('the only one that is published of somebody waits again, and a second one may', async () => {
    const first = await write('Ilka')
    const browser = { writerHash: 'browser of Ilka' }
    const guest = { guestKey: 'address of Ilka' }
    expect(await look(first, browser)).toBe('waits')
    expect(await look(first, guest)).toBe('waits')
    const second = await write('Ilka')
    expect(await look(second, browser)).toBe('may-wait')
    expect(await look(second, guest)).toBe('may-wait')
    expect(await look(first, browser)).toBe('may-wait')
  })

  test('nothing is foreseen of what waits anyway, or can be changed no more', async () => {
    const browser = { writerHash: 'browser of Bo' }
    expect(await look(await write('Bo', { status: 'held', reasons: ['first-comment'] }), browser)).toBe(
      'stays',
    )
    const old = await findOwn({ postId: 'wool', id: await write('Bo'), ...browser }, database.db)
    if (!old) throw new Error('It is not theirs.')
    expect(await lookBeforeEdit(old, browser, database.db)).toBe('waits')
    expect(await lookBeforeEdit({ ...old, secondsLeft: 0 }, browser, database.db)).toBe('stays')
  })

  test('nor of what somebody writes whom the author trusts', async () => {
    const approved = await write('Tam', { status: 'held', reasons: ['first-comment'] })
    await decideComments([approved], 'publish', database.db)
    const second = await write('Tam')
    const browser = { writerHash: 'browser of Tam' }
    expect(await look(second, browser)).toBe('may-wait')
    await setStanding('address of Tam', 'trusted', database.db)
    expect(await look(second, browser)).toBe('stays')
    // Anybody can type an address: by it alone somebody is known, and no more.
    const elsewhere = await write('Tam', { writerHash: 'another browser' })
    expect(await look(elsewhere, { writerHash: 'another browser' })).toBe('may-wait')
  })
})
