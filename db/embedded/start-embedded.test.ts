import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { closeDb } from '../client'
import { migrate } from '../migrate'
import { secrets } from '../schema'
import { findOrMakeSecret } from '../secrets'
import { embeddedPerTest } from '../testing/embedded-per-test'
import { readAddress } from './address'
import { FolderInUse } from './lock'
import { startEmbedded } from './start-embedded'

const embedded = embeddedPerTest()

test('a second server is refused with the number of the first, twenty times out of twenty, and no row is lost', async () => {
  const first = await embedded.start()
  const db = embedded.open()
  const rows = () => db.select().from(secrets).orderBy(secrets.name)
  for (let tries = 0; tries < 20; tries++) {
    await findOrMakeSecret(`before ${tries}`, db)
    const before = await rows()
    await expect(startEmbedded(embedded.dataDir)).rejects.toThrow(`in use by process ${first.pid}.`)
    expect(before).toHaveLength(tries + 1)
    expect(await rows()).toEqual(before)
  }
  const before = await rows()
  await closeDb(db)
  // And they are in the folder, not only in the memory of the server.
  await first.stop()
  await embedded.start()
  const again = embedded.open()
  expect(await again.select().from(secrets).orderBy(secrets.name)).toEqual(before)
  await closeDb(again)
})

test('of several starters at once one serves, and the others are told its number', async () => {
  const results = await Promise.allSettled([1, 2, 3, 4].map(embedded.start))
  const served = results.filter((result) => result.status === 'fulfilled').map(({ value }) => value)
  const refused = results.filter((result) => result.status === 'rejected').map(({ reason }) => reason)
  expect(served).toHaveLength(1)
  expect(refused).toHaveLength(3)
  for (const error of refused) {
    expect(error).toBeInstanceOf(FolderInUse)
    expect(error.pid).toBe(served[0]?.pid)
  }
})

test('a folder that was killed half made is made again', async () => {
  renameSync(join(embedded.dataDir, 'postgres'), join(embedded.dataDir, 'postgres.new'))
  rmSync(join(embedded.dataDir, 'postgres.new', 'global'), { recursive: true })
  await embedded.start()
  await migrate({ driver: 'embedded', dataDir: embedded.dataDir })
  expect(existsSync(join(embedded.dataDir, 'postgres.new'))).toBe(false)
})

test('rows of another Postgres are left alone, and the author is told how to take them along', async () => {
  writeFileSync(join(embedded.dataDir, 'postgres', 'PG_VERSION'), '17\n')
  await expect(embedded.start()).rejects.toThrow(/belong to Postgres 17.*Postgres 18.*pg_dump/)
})

test('a path too long for a socket is served from a short one', async () => {
  const near = embedded.dataDir
  embedded.dataDir = join(mkdtempSync(`${near}-`), 'a'.repeat(60), 'b'.repeat(60))
  mkdirSync(embedded.dataDir, { recursive: true })
  renameSync(near, embedded.dataDir)
  const server = await embedded.start()
  expect(await embedded.secretOf('far')).toMatch(/\S/)
  const socket = readAddress(embedded.dataDir)?.host ?? ''
  expect(socket.startsWith(embedded.dataDir)).toBe(false)
  await server.stop()
  expect(existsSync(socket)).toBe(false)
  rmSync(dirname(dirname(embedded.dataDir)), { recursive: true })
})
