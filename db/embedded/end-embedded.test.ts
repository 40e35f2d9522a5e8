import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { closeDb } from '../client'
import { embeddedPerTest } from '../testing/embedded-per-test'
import { readAddress } from './address'
import { processStart } from './process-start'

const embedded = embeddedPerTest()

/** A process of its own that runs `source`; resolves when it has printed a line. */
async function runUntilLine(source: string) {
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', source], {
    env: { ...process.env, POSTGRES_URL: '', DATA_DIR: embedded.dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(child.stdout, 'data')
  return { child, line: String(line).trim() }
}

// One server after the other on one folder: coming up takes longer than all that is tried here.
test('the rows of a server are there again after a clean stop, after a kill, and after being told twice to end', async () => {
  const first = await embedded.start()
  const secret = await embedded.secretOf('kept')
  await first.stop()
  expect(readAddress(embedded.dataDir)).toBeNull()

  const second = await embedded.start()
  expect(await embedded.secretOf('kept')).toBe(secret)
  const secondSecret = await embedded.secretOf('kept by the second')
  process.kill(second.pid, 'SIGKILL')
  await second.ended

  const third = await embedded.start()
  expect(await embedded.secretOf('kept')).toBe(secret)
  expect(await embedded.secretOf('kept by the second')).toBe(secondSecret)
  const thirdSecret = await embedded.secretOf('kept by the third')
  process.kill(third.pid, 'SIGTERM')
  process.kill(third.pid, 'SIGINT')
  await third.ended
  expect(readAddress(embedded.dataDir)).toBeNull()

  await embedded.start()
  expect(await embedded.secretOf('kept')).toBe(secret)
  expect(await embedded.secretOf('kept by the third')).toBe(thirdSecret)
})

test('the rows of a server are not held up by a client that was killed inside a transaction', async () => {
  await embedded.start()
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
  expect(await embedded.secretOf('half')).not.toBe('done')
})

test('a server ends though a query goes on and on, and its rows are there again', async () => {
  const server = await embedded.start()
  const secret = await embedded.secretOf('kept')
  // Without a limit of its own, so that only the end of the server cuts it off.
  const db = embedded.open({ max: 1, timeout: 0 })
  await db.execute(sql`select 1`)
  const query = db.execute(sql`select pg_sleep(600)`).catch(() => 'cut off')
  await wait(500)
  const begun = performance.now()
  await server.stop()
  expect(performance.now() - begun).toBeGreaterThan(4_000)
  expect(await query).toBe('cut off')
  await closeDb(db)
  await embedded.start()
  expect(await embedded.secretOf('kept')).toBe(secret)
})

test('a server ends by itself when its starter is killed, and the next start waits for it', async () => {
  const { child, line } = await runUntilLine(`
    import { startEmbedded } from './db/embedded/start-embedded.ts'
    const server = await startEmbedded(process.env.DATA_DIR)
    console.log(server.pid)`)
  const orphan = Number(line)
  expect(readAddress(embedded.dataDir)?.pid).toBe(orphan)
  child.kill('SIGKILL')
  await vi.waitFor(() => expect(readAddress(embedded.dataDir)).toBeNull(), 10_000)
  const next = await embedded.start()
  expect(processStart(orphan)).toBeNull()
  expect(readAddress(embedded.dataDir)?.pid).toBe(next.pid)
})
