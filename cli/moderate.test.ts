import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { closeDb, type Db, openDb } from '../db/client'
import { startEmbedded } from '../db/embedded/start-embedded'
import { findCase } from '../db/find-comments'
import { addComment } from '../db/testing/comment-of'
import { listenAtDoor } from './testing/listen-at-door'

const root = fileURLToPath(new URL('..', import.meta.url))
const dataDir = mkdtempSync(join(tmpdir(), 'moderate-'))
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

/** Runs the command to its end, as the author does: what it does and says in full is the business of `moderate-here.test.ts`. */
async function run(...args: string[]) {
  return runWith({ POSTGRES_URL: '' }, ...args)
}

async function runWith(env: Record<string, string>, ...args: string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'cli/moderate.ts', ...args], {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataDir, NEXT_DIST_DIR: '.next-of-nobody', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [out, complaints] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return { out, complaints, code: child.exitCode }
}

test('on a fresh clone nothing waits', async () => {
  expect(await run()).toEqual({
    code: 0,
    complaints: '',
    out: 'Nothing waiting. Go and write.\nWaiting 0 · Published 0 · Spam 0 · Bin 0\n',
  })
})

test('what is not understood is answered with what to do', async () => {
  expect(await run('delete', '3f2a9c1e')).toEqual({
    code: 1,
    out: '',
    complaints: '“delete” is none of approve, read, hold, spam, bin, undo.\n',
  })
})

test('a database that is away is named, and what to look at', async () => {
  expect(await runWith({ POSTGRES_URL: 'postgres://postgres@127.0.0.1:1/none' })).toEqual({
    code: 1,
    out: '',
    complaints:
      'The database could not be reached: ECONNREFUSED. Is POSTGRES_URL right, and does that server run?\n',
  })
})

async function withDatabase<T>(use: (db: Db) => Promise<T>): Promise<T> {
  const server = await startEmbedded(dataDir)
  const db = openDb({ driver: 'embedded', dataDir })
  try {
    return await use(db)
  } finally {
    await closeDb(db)
    await server.stop()
  }
}

test('beside the site a decision is told to it, also when another one was refused', () =>
  withDatabase(async (db) => {
    const id = await addComment(db, { postId: 'on-waiting', name: 'Ode', status: 'held' })
    const short = id.slice(0, 8)
    const site = await listenAtDoor(dataDir)
    onTestFinished(site.close)
    expect(await run('approve', short, 'ffffffff')).toEqual({
      code: 1,
      out: `${short}, by Ode, is published.\n`,
      complaints: 'There is no comment ffffffff.\n',
    })
    expect(await findCase(id, db)).toMatchObject({ status: 'published', number: 1 })
    expect(site.asked).toEqual(['POST /remake Bearer secret {"talkedAbout":["on-waiting"]}'])
  }))

test('what was written for the author alone is read, and found again', async () => {
  const [alone, open] = await withDatabase(async (db) => {
    const given = { postId: 'on-waiting', status: 'held' } as const
    return [await addComment(db, { ...given, name: 'Wren', forAuthor: true }), await addComment(db, given)]
  })
  const [short, other] = [alone.slice(0, 8), open.slice(0, 8)]
  expect(await run('read', short, other)).toEqual({
    code: 1,
    out: `${short}, by Wren, is read: it is kept, and waits no more.\n`,
    complaints: `${other}, by Nell, was not written for you alone, and is not marked as read.\n`,
  })
  expect((await run('--status', 'answered')).out).toMatch(`${short}  Wren`)
  expect((await run('read', short)).out).toBe(
    `${short}, by Wren, is among what you answered or read already.\n`,
  )
  expect((await run('undo', short)).out).toBe(`${short}, by Wren, is as it was: it waits.\n`)
})

test('without the site a decision is kept, and its page is promised for the next start', async () => {
  const id = await withDatabase((db) => addComment(db, { postId: 'on-waiting', name: 'Bo' }))
  const short = id.slice(0, 8)
  const { code, out } = await run('bin', short)
  expect(code).toBe(0)
  expect(out).toBe(
    `${short}, by Bo, is in the bin, for thirty days.\nReaders see it at the next start; where the site runs elsewhere, within a minute.\n`,
  )
  expect((await run('--status', 'removed')).out).toContain(`${short}  Bo`)
})
