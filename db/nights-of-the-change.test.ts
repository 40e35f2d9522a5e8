import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { askForOwn } from './ask-for-own'
import { editOwn } from './change-own'
import { followPost } from './guests'
import { findOwn } from './own-comments'
import { countAgainst } from './rate-limits'
import { comments } from './schema'
import { addComment } from './testing/comment-of'
import { runOn } from './testing/create-database'
import { drivers, type TestDatabase } from './testing/drivers'
import { forgetEverybody } from './testing/guests'
import { listLetters } from './testing/letters'
import { addOwn } from './testing/own-changes'

/**
 * The server's own clock stands where a test sets it, and its zone is that of the blog: functions of these names are found
 * before Postgres' own, by every query that asks for the time.
 */
const standingClock = `
  create schema clock;
  create table clock.stands (at timestamptz not null);
  insert into clock.stands values (now());
  create function clock.now() returns timestamptz language sql stable as 'select at from clock.stands';
  create function clock.statement_timestamp() returns timestamptz language sql stable as 'select at from clock.stands';
  create function clock.clock_timestamp() returns timestamptz language sql stable as 'select at from clock.stands';`

// trust.md R11. What a server does with its clock is the same whichever driver asks.
describe.each([
  { night: 'spring, when 1 o’clock is 2', change: '2027-03-28T01:00:00Z', wall: ['00:59', '02:00'] },
  { night: 'autumn, when 2 o’clock is 1', change: '2026-10-25T01:00:00Z', wall: ['01:59', '01:00'] },
])('in the night of $night', ({ change, wall }) => {
  let database: TestDatabase

  beforeAll(async () => {
    const pg = drivers.find(({ driver }) => driver === 'pg')
    if (!pg) throw new Error('There is no such driver.')
    database = await pg.start()
    if (database.target.driver !== 'pg') throw new Error('There is no such address.')
    const { url } = database.target
    const name = new URL(url).pathname.slice(1)
    await runOn(
      url,
      `${standingClock}
      alter database "${name}" set search_path = clock, pg_catalog, public;
      alter database "${name}" set timezone = 'Europe/London'`,
    )
  })
  afterAll(() => database.stop())
  beforeEach(() => forgetEverybody(database.db))

  /** So many minutes after the change, or before it. */
  const instant = (minutes: number) => new Date(Date.parse(change) + minutes * 60_000)
  const setClock = (minutes: number) =>
    database.db.execute(sql`update clock.stands set at = ${instant(minutes).toISOString()}`)
  const countLetters = async () => (await listLetters(database.db)).length

  test('the clock on the wall of the server jumps', async () => {
    const seen = []
    for (const minutes of [-1, 0]) {
      await setClock(minutes)
      const [row] = await database.db
        .select({ wall: sql<string>`to_char(now(), 'HH24:MI')` })
        .from(sql`clock.stands`)
      seen.push(row?.wall)
    }
    expect(seen).toEqual(wall)
  })

  test('a comment can be changed for a quarter of an hour', async () => {
    await setClock(-10)
    const key = await addOwn(database.db, { postId: 'night', body: 'Befor' })
    await database.db
      .update(comments)
      .set({ createdAt: instant(-10) })
      .where(eq(comments.id, key.id))
    const edit = (body: string) => editOwn(key, { body }, (before) => before, database.db)
    await setClock(4)
    expect((await findOwn(key, database.db))?.secondsLeft).toBe(60)
    expect(await edit('Before.')).toMatchObject({ ok: true })
    await setClock(6)
    expect((await findOwn(key, database.db))?.secondsLeft).toBe(0)
    expect(await edit('After.')).toEqual({ ok: false, reason: 'too-late' })
  })

  test('an address that nobody has proved gets a letter in 24 hours, and no sooner', async () => {
    const noon = -13 * 60
    const day = 24 * 60
    const follow = () => followPost({ key: 'nell', email: 'nell@post.example' }, 'night', database.db)
    await setClock(noon)
    await follow()
    expect(await countLetters()).toBe(1)
    await setClock(noon + day - 1)
    await follow()
    await addComment(database.db, { postId: 'night', emailHash: 'nell', email: 'nell@post.example' })
    expect(await askForOwn('nell', database.db)).toBe(false)
    expect(await countLetters()).toBe(1)
    await setClock(noon + day + 1)
    expect(await askForOwn('nell', database.db)).toBe(true)
    expect(await countLetters()).toBe(2)
    await setClock(noon + 2 * day)
    expect(await askForOwn('nell', database.db)).toBe(false)
    await setClock(noon + 2 * day + 2)
    expect(await askForOwn('nell', database.db)).toBe(true)
  })

  test('the question whether an address is theirs is asked again after 24 hours, and no sooner', async () => {
    const follow = () => followPost({ key: 'tam', email: 'tam@post.example' }, 'night', database.db)
    const asked = async (minutes: number) => {
      await setClock(minutes)
      await follow()
      // A question that was not sent yet gives way to the next.
      return (await listLetters(database.db)).map(({ id }) => id)
    }
    const first = await asked(-13 * 60)
    expect(first).toHaveLength(1)
    expect(await asked(11 * 60 - 1)).toEqual(first)
    const second = await asked(11 * 60 + 1)
    expect(second).toHaveLength(1)
    expect(second).not.toEqual(first)
  })

  test('a limit counts minutes', async () => {
    const count = async (minutes: number) => {
      await setClock(minutes)
      return countAgainst('night', { count: 1, minutes: 10 }, database.db)
    }
    expect([await count(-5), await count(4), await count(6)]).toEqual([true, false, true])
  })
})
