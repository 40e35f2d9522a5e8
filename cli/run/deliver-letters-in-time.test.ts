import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { closeDb, getDb } from '../../db/client'
import { type EmbeddedServer, startEmbedded } from '../../db/embedded/start-embedded'
import { migrate } from '../../db/migrate'
import { addComment } from '../../db/testing/comment-of'
import { copyDataDir } from '../../db/testing/drivers'
import { env } from '../../lib/env'
import { deliverLettersInTime } from './deliver-letters-in-time'

await vi.hoisted(async () => {
  const [{ mkdtempSync }, { tmpdir }, { join }] = await Promise.all([
    import('node:fs'),
    import('node:os'),
    import('node:path'),
  ])
  const DATA_DIR = mkdtempSync(join(tmpdir(), 'in-time-'))
  Object.assign(process.env, { DATA_DIR, POSTGRES_URL: '', SMTP_URL: '', SITE_URL: '' })
})

let database: EmbeddedServer

beforeAll(async () => {
  copyDataDir('empty', env.DATA_DIR)
  database = await startEmbedded(env.DATA_DIR)
})
afterEach(() => vi.restoreAllMocks())
afterAll(async () => {
  await closeDb(getDb())
  await database.stop()
  rmSync(env.DATA_DIR, { recursive: true })
})

test('letters are looked for at the start and until the run ends, whatever goes wrong', async () => {
  const said: string[] = []
  for (const stream of ['log', 'error'] as const) {
    vi.spyOn(console, stream).mockImplementation((line: string) => void said.push(line))
  }
  const folder = join(env.DATA_DIR, 'letters')
  const count = () => (existsSync(folder) ? readdirSync(folder).length : 0)
  const add = () => addComment(getDb(), { postId: 'a', status: 'held', tellsAuthor: true })
  const run = new AbortController()
  const ended = deliverLettersInTime(run, 20)
  // There are no tables yet.
  await expect.poll(() => said, { timeout: 30_000 }).toContain('Letters were not sent: 42P01')
  await migrate()
  await add()
  await expect.poll(count, { timeout: 30_000 }).toBe(1)
  await add()
  await expect.poll(count, { timeout: 30_000 }).toBe(2)
  run.abort()
  await ended
  await add()
  expect(count()).toBe(2)
})
