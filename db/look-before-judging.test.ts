import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { closeDb, type Db, openDb } from './client'
import { decideComments } from './decide-comments'
import { findFacts } from './find-facts'
import { lookAtConversation } from './look-at-conversation'
import { lookBeforeJudging } from './look-before-judging'
import { savePause, saveRules } from './settings'
import { asTheyCome } from './testing/as-they-come'
import { commentOf, storeComment } from './testing/comment-of'
import { drivers, type TestDatabase } from './testing/drivers'
import { fillPost } from './testing/fill-post'

const away = openDb({ driver: 'pg', url: 'postgres://postgres@127.0.0.1:1/none' })
afterAll(() => closeDb(away))

describe.each(drivers)('what is known of a comment before it is judged over $driver', ({ driver, start }) => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await start()
  })
  afterAll(() => database.stop())

  const look = (given: Partial<ReturnType<typeof commentOf>>) =>
    lookBeforeJudging(commentOf({ postId: 'looked-at', ...given }), asTheyCome, database.db)

  test('of a first one on a site that nobody has set up', async () => {
    expect(await look({ emailHash: 'new', writerHash: 'new' })).toEqual({
      isPaused: false,
      rules: asTheyCome,
      facts: { writer: 'new', sameWordsElsewhere: false, recent: 0 },
      seen: { first: null, parent: null, nextNumber: 1, version: null, isFollowed: false },
    })
  })

  test('is what each question by itself says', async () => {
    const who = { emailHash: 'trusted', writerHash: 'their browser', addressHash: 'their home' }
    const { comment } = await storeComment(database.db, { postId: 'looked-at', status: 'held', ...who })
    await decideComments([comment.id], 'publish', database.db)
    const body = 'Said twice.'
    await storeComment(database.db, { postId: 'looked-at', body, ...who, parentNumber: 1 })
    const asked = commentOf({ postId: 'looked-at', body, ...who, parentNumber: 1 })

    const found = await lookBeforeJudging(asked, asTheyCome, database.db)
    expect(found.facts).toEqual(await findFacts(asked, asTheyCome.flood.minutes, database.db))
    expect(found.seen).toEqual(await lookAtConversation(asked, database.db))
    expect(found).toMatchObject({
      facts: { writer: 'known', sameWordsElsewhere: true, recent: 2 },
      seen: { first: { number: 2, status: 'published' }, parent: { id: comment.id }, nextNumber: 3 },
    })
  })

  test('goes by the rules and the pause as they stand now, not as they were at the last look', async () => {
    const writerHash = 'in a hurry'
    const { comment } = await storeComment(database.db, { postId: 'elsewhere', writerHash })
    await database.db.execute(
      `update comments set created_at = created_at - interval '90 minutes' where id = '${comment.id}'`,
    )
    expect(await look({ writerHash })).toMatchObject({ isPaused: false, facts: { recent: 0 } })

    const rules = { ...asTheyCome, flood: { count: 3, minutes: 120 } }
    await saveRules(rules, database.db)
    await savePause(true, database.db)
    expect(await look({ writerHash })).toMatchObject({ isPaused: true, rules, facts: { recent: 1 } })

    // No studio sets such minutes: Postgres could not count them.
    await saveRules({ ...rules, flood: { count: 3, minutes: 3_000_000_000 } }, database.db)
    expect(await look({ writerHash })).toMatchObject({ rules: { flood: asTheyCome.flood } })

    await saveRules(asTheyCome, database.db)
    await savePause(false, database.db)
    expect(await look({ writerHash })).toMatchObject({ isPaused: false, facts: { recent: 0 } })
  })

  // A server whose plans we may keep tries five, and goes on with one of them unless it promises itself much of another.
  test.runIf(driver === 'pg')('is planned no more after five comments, whatever they leave out', async () => {
    const mine = openDb(database.target, { max: 1 })
    for (let time = 0; time < 9; time += 1)
      await lookBeforeJudging(commentOf({ postId: 'planned', writerHash: 'browser' }), asTheyCome, mine)
    const counts = { planned: sql<number>`custom_plans::int`, kept: sql<number>`generic_plans::int` }
    const statements = sql`(select * from pg_prepared_statements where statement like '%facts%') as statements`
    expect(await mine.select(counts).from(statements)).toEqual([{ planned: 5, kept: 4 }])
    await closeDb(mine)
  })

  test.runIf(driver === 'pg')(
    'is found without reading what others wrote, also by a plan from when there was little',
    async () => {
      const begun = await start()
      const mine = openDb(begun.target, { max: 1 })
      const ask = () =>
        lookBeforeJudging(
          commentOf({ postId: 'talked-about', parentNumber: 1, emailHash: 'new', writerHash: 'new' }),
          asTheyCome,
          mine,
        )
      for (let time = 0; time < 9; time += 1) await ask()
      await fillPost(mine, 'talked-about', 3_000)
      await mine.execute(sql`
      insert into comment_contacts (comment_id, email_hash, writer_hash)
      select id, 'somebody ' || number, 'their browser ' || number from comments`)
      const before = await countRowsRead(mine)
      await ask()
      expect((await countRowsRead(mine)) - before).toBeLessThan(20)
      await closeDb(mine)
      await begun.stop()
    },
  )

  test('is nothing without a database, and the log does not speak of settings from before', async () => {
    await look({})
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    await expect(lookBeforeJudging(commentOf({ postId: 'looked-at' }), asTheyCome, away)).rejects.toThrow()
    expect(log).not.toHaveBeenCalled()
    log.mockRestore()
  })
})

/** How many rows Postgres has read of all tables so far, asked on a pool of one connection. */
async function countRowsRead(mine: Db): Promise<number> {
  await mine.execute(sql`select pg_stat_force_next_flush()`)
  const read = sql<number>`sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::int`
  const [row] = await mine.select({ read }).from(sql`pg_stat_user_tables`)
  return row?.read ?? 0
}
