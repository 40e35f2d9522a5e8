import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { closeDb, openDb } from '../client'
import { migrate } from '../migrate'
import { secrets } from '../schema'
import { findOrMakeSecret } from '../secrets'
import type { Target } from '../target'
import { copyDataDir } from '../testing/drivers'
import { readAddress } from './address'
import { FolderInUse } from './lock'
import { processStart } from './process-start'
import { type EmbeddedServer, startEmbedded } from './start-embedded'

let dataDir: string
let target: Target
let servers: EmbeddedServer[]

beforeEach(() => {
  dataDir = copyDataDir('migrated')
  target = { driver: 'embedded', dataDir }
  servers = []
})
afterEach(async () => {
  await Promise.all(servers.map((server) => server.stop()))
  rmSync(dataDir, { recursive: true, force: true })
})

async function start(folder = dataDir): Promise<EmbeddedServer> {
  const server = await startEmbedded(folder)
  servers.push(server)
  return server
}

/** What the rows under one name say, on a connection of its own. */
async function secretOf(name: string): Promise<string> {
  const db = openDb(target)
  const secret = await findOrMakeSecret(name, db)
  await closeDb(db)
  return secret
}

/** A process of its own that runs `source`; resolves when it has printed a line. */
async function runUntilLine(source: string) {
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', source], {
    env: { ...process.env, POSTGRES_URL: '', DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(child.stdout, 'data')
  return { child, line: String(line).trim() }
}

test('a second server is refused with the number of the first, twenty times out of twenty, and no row is lost', async () => {
  const first = await start()
  const db = openDb(target)
  const rows = () => db.select().from(secrets).orderBy(secrets.name)
  for (let tries = 0; tries < 20; tries++) {
    await findOrMakeSecret(`before ${tries}`, db)
    const before = await rows()
    await expect(startEmbedded(dataDir)).rejects.toThrow(`in use by process ${first.pid}.`)
    expect(before).toHaveLength(tries + 1)
    expect(await rows()).toEqual(before)
  }
  const before = await rows()
  await closeDb(db)
  // And they are in the folder, not only in the memory of the server.
  await first.stop()
  await start()
  const again = openDb(target)
  expect(await again.select().from(secrets).orderBy(secrets.name)).toEqual(before)
  await closeDb(again)
})

test('of several starters at once one serves, and the others are told its number', async () => {
  const results = await Promise.allSettled([start(), start(), start(), start()])
  const served = results.filter((result) => result.status === 'fulfilled').map(({ value }) => value)
  const refused = results.filter((result) => result.status === 'rejected').map(({ reason }) => reason)
  expect(served).toHaveLength(1)
  expect(refused).toHaveLength(3)
  for (const error of refused) {
    expect(error).toBeInstanceOf(FolderInUse)
    expect(error.pid).toBe(served[0]?.pid)
  }
})

describe('the rows of a server', () => {
  beforeEach(async () => {
    await start()
  })

  // One server after the other on one folder: coming up takes longer than all that is tried here.
  test('are there again after a clean stop, after a kill, and after being told twice to end', async () => {
    const secret = await secretOf('kept')
    await servers[0]?.stop()
    expect(readAddress(dataDir)).toBeNull()

    const second = await start()
    expect(await secretOf('kept')).toBe(secret)
    const secondSecret = await secretOf('kept by the second')
    process.kill(second.pid, 'SIGKILL')
    await second.ended

    const third = await start()
    expect(await secretOf('kept')).toBe(secret)
    expect(await secretOf('kept by the second')).toBe(secondSecret)
    const thirdSecret = await secretOf('kept by the third')
    process.kill(third.pid, 'SIGTERM')
    process.kill(third.pid, 'SIGINT')
    await third.ended
    expect(readAddress(dataDir)).toBeNull()

    await start()
    expect(await secretOf('kept')).toBe(secret)
    expect(await secretOf('kept by the third')).toBe(thirdSecret)
  })

  test('are not held up by a client that was killed inside a transaction', async () => {
    const { child } = await runUntilLine(`
      import { sql } from 'drizzle-orm'
      import { getDb } from './db/client.ts'
      import { transaction } from './db/transaction.ts'
      await transaction(getDb(), async (queries) => {
        await queries.execute(sql\`insert into secrets (name, value) values ('half', 'done')\`)
        console.log('inside')
        await new Promise((resolve) => setTimeout(resolve, 60_000))
      })`)
    child.kill('SIGKILL')
    expect(await secretOf('half')).not.toBe('done')
  })
})

test('a server ends though a query goes on and on, and its rows are there again', async () => {
  const server = await start()
  const secret = await secretOf('kept')
  // Without a limit of its own, so that only the end of the server cuts it off.
  const db = openDb(target, { max: 1, timeout: 0 })
  await db.execute(sql`select 1`)
  const query = db.execute(sql`select pg_sleep(600)`).catch(() => 'cut off')
  await wait(500)
  const begun = performance.now()
  await server.stop()
  expect(performance.now() - begun).toBeGreaterThan(4_000)
  expect(await query).toBe('cut off')
  await closeDb(db)
  await start()
  expect(await secretOf('kept')).toBe(secret)
})

test('a server ends by itself when its starter is killed, and the next start waits for it', async () => {
  const { child, line } = await runUntilLine(`
    import { startEmbedded } from './db/embedded/start-embedded.ts'
    const server = await startEmbedded(process.env.DATA_DIR)
    console.log(server.pid)`)
  const orphan = Number(line)
  expect(readAddress(dataDir)?.pid).toBe(orphan)
  child.kill('SIGKILL')
  await vi.waitFor(() => expect(readAddress(dataDir)).toBeNull(), 10_000)
  const next = await start()
  expect(processStart(orphan)).toBeNull()
  expect(readAddress(dataDir)?.pid).toBe(next.pid)
})

test('a folder that was killed half made is made again', async () => {
  renameSync(join(dataDir, 'postgres'), join(dataDir, 'postgres.new'))
  rmSync(join(dataDir, 'postgres.new', 'global'), { recursive: true })
  await start()
  await migrate(target)
  expect(existsSync(join(dataDir, 'postgres.new'))).toBe(false)
})

test('rows of another Postgres are left alone, and the author is told how to take them along', async () => {
  writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '17\n')
  await expect(start()).rejects.toThrow(/belong to Postgres 17.*Postgres 18.*pg_dump/)
})

test('a path too long for a socket is served from a short one', async () => {
  const near = dataDir
  dataDir = join(mkdtempSync(`${near}-`), 'a'.repeat(60), 'b'.repeat(60))
  mkdirSync(dataDir, { recursive: true })
  renameSync(near, dataDir)
  target = { driver: 'embedded', dataDir }
  await start()
  expect(await secretOf('far')).toMatch(/\S/)
  const socket = readAddress(dataDir)?.host ?? ''
  expect(socket.startsWith(dataDir)).toBe(false)
  await servers[0]?.stop()
  expect(existsSync(socket)).toBe(false)
  rmSync(dirname(dirname(dataDir)), { recursive: true })
})
