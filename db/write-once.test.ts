import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeDb, type Db, openDb } from './client'
import { readSettings, savePause } from './settings'
import { drivers, type TestDatabase } from './testing/drivers'

describe.each(drivers)('a query that every comment asks, over $driver', ({ driver, start }) => {
  let database: TestDatabase
  /** One connection: what a statement is called there can be looked at. */
  let db: Db

  beforeAll(async () => {
    database = await start()
    db = driver === 'vercel' ? database.db : openDb(database.target, { max: 1 })
    await savePause(true, db)
  })
  afterAll(async () => {
    if (db !== database.db) await closeDb(db)
    await database.stop()
  })

  const read = async (db: Db) => (await readSettings(db)).pause
  const paused = { paused: true }

  const named = sql`(select name from pg_prepared_statements where name <> '' and statement like '%settings%') as named`
  const listNames = async (db: Db) =>
    (await db.select({ name: sql<string>`name` }).from(named)).map(({ name }) => name)

  test.runIf(driver === 'pg')('is planned once for a connection', async () => {
    for (let time = 0; time < 3; time++) expect(await read(db)).toEqual(paused)
    expect(await listNames(db)).toHaveLength(1)
  })

  test.skipIf(driver === 'pg')('has no name where connections are not our own', async () => {
    for (let time = 0; time < 3; time++) expect(await read(db)).toEqual(paused)
    expect(await listNames(db)).toEqual([])
  })

  // What a pooler does between two statements.
  test.runIf(driver === 'pg')('is answered by a connection that has not heard of it', async () => {
    const mine = openDb(database.target, { max: 1 })
    await read(mine)
    expect(await listNames(mine)).toHaveLength(1)
    await mine.execute(sql`deallocate all`)
    expect(await read(mine)).toEqual(paused)
    expect(await read(mine)).toEqual(paused)
    await closeDb(mine)
  })

  test.runIf(driver === 'pg')('is answered by a connection where another has given it its name', async () => {
    const mine = openDb(database.target, { max: 1 })
    const theirs = openDb(database.target, { max: 1 })
    await read(mine)
    const [name] = await listNames(mine)
    await theirs.execute(`prepare "${name}" as select 1`)
    expect(await read(theirs)).toEqual(paused)
    await closeDb(mine)
    await closeDb(theirs)
  })

  test.runIf(driver === 'pg')('is answered when its table was changed since it was planned', async () => {
    const mine = openDb(database.target, { max: 1 })
    await read(mine)
    await mine.execute(sql`alter table settings alter column value type json`)
    expect(await read(mine)).toEqual(paused)
    await mine.execute(sql`alter table settings alter column value type jsonb`)
    await closeDb(mine)
  })
})
