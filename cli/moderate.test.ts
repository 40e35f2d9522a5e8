import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { closeDb, type Db, openDb } from '../db/client'
import { type EmbeddedServer, startEmbedded } from '../db/embedded/start-embedded'
import { findCase } from '../db/find-comments'
import { insertComment, type NewComment } from '../db/insert-comment'
import { comments } from '../db/schema'
import { commentOf } from '../db/testing/comment-of'
import { portOf } from '../db/testing/port-of'
import { openDoor } from './run/door'

const root = fileURLToPath(new URL('..', import.meta.url))
const dataDir = mkdtempSync(join(tmpdir(), 'moderate-'))
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

/** Runs the command to its end; `said` is everything it wrote. */
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

test('on a fresh clone nothing waits, and help needs no database', async () => {
  expect(await run('--help')).toMatchObject({ code: 0, out: expect.stringContaining('-- approve 3f2a9c1e') })
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
    complaints: '“delete” is none of approve, hold, spam, bin, undo.\n',
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

describe('while the database is up', () => {
  let server: EmbeddedServer
  let db: Db
  let asked: string[]
  let end: () => void

  beforeAll(async () => {
    server = await startEmbedded(dataDir)
    db = openDb({ driver: 'embedded', dataDir })
  })
  afterAll(async () => {
    await closeDb(db)
    await server.stop()
  })
  // Somebody who listens where the site would.
  beforeEach(async () => {
    asked = []
    const site = createServer(async (request, answer) => {
      asked.push(`${request.method} ${request.url} ${request.headers.authorization} ${await text(request)}`)
      answer.writeHead(204).end()
    }).listen(0, '127.0.0.1')
    await once(site, 'listening')
    const close = openDoor(dataDir, { url: `http://127.0.0.1:${portOf(site)}`, token: 'secret' })
    end = () => {
      close()
      site.close()
      site.closeAllConnections()
    }
  })
  afterEach(() => end())

  async function insert(given: Partial<NewComment>) {
    const result = await insertComment(commentOf({ postId: 'on-waiting', ...given }), db)
    if (!result.ok) throw new Error(result.reason)
    return result.comment.id
  }
  const remake = 'POST /remake Bearer secret {"talkedAbout":["on-waiting"]}'

  test('a comment is listed, published, told to the site at once, and taken back', async () => {
    const id = await insert({
      name: 'Ode',
      body: 'Thank you for this.',
      status: 'held',
      reasons: ['first-comment'],
    })
    const short = id.slice(0, 8)
    const listed = await run()
    expect(listed.out).toContain(`${short}  Ode, cannot be known again, now, on “on-waiting”`)
    expect(listed.out).toContain('Why: First comment by this person')
    expect(listed.out).toContain('Waiting 1 · Published 0 · Spam 0 · Bin 0')

    expect(await run('approve', short, 'ffffffff')).toEqual({
      code: 1,
      out: `${short}, by Ode, is published.\n`,
      complaints: 'There is no comment ffffffff.\n',
    })
    expect(await findCase(id, db)).toMatchObject({ status: 'published', number: 1 })
    expect(asked).toEqual([remake])
    expect(await run('approve', short)).toMatchObject({
      code: 0,
      out: `${short}, by Ode, is published already.\n`,
    })
    expect(asked).toEqual([remake])

    expect(await run('undo')).toMatchObject({ code: 0, out: `${short}, by Ode, waits again.\n` })
    expect(await findCase(id, db)).toMatchObject({ status: 'held', reasons: ['first-comment'], number: 1 })
    expect(asked).toEqual([remake, remake])
    expect(await run('undo', short)).toMatchObject({
      code: 1,
      complaints: `${short}, by Ode, waits: there is nothing to take back.\n`,
    })
  })

  test('what was decided in one go, about several posts, is taken back in one go, and no more', async () => {
    const earlier = await insert({ name: 'Una', status: 'held' })
    const names = ['Ida', 'Bo', 'Cy']
    const ids = [
      await insert({ name: 'Ida', status: 'held' }),
      await insert({ name: 'Bo', status: 'held' }),
      await insert({ name: 'Cy', status: 'held', postId: 'on-going' }),
    ]
    const shorts = ids.map((id) => id.slice(0, 8))
    await run('approve', earlier.slice(0, 8))
    await run('approve', ...shorts)
    const { code, out } = await run('undo')
    expect(code).toBe(0)
    expect(out.split('\n')[0]).toBe('Taken back: what you decided about 3 comments.')
    for (const [index, name] of names.entries())
      expect(out).toContain(`${shorts[index]}, by ${name}, waits again.`)
    for (const id of ids) expect(await findCase(id, db)).toMatchObject({ status: 'held' })
    expect(await findCase(earlier, db)).toMatchObject({ status: 'published' })
    expect(asked.at(-1)).toContain('{"talkedAbout":["on-going","on-waiting"]}')
  })

  test('what was written for the author alone says so, and is not published', async () => {
    const id = randomUUID()
    const given = { postId: 'on-waiting', name: 'Tam', body: 'Between us.', swatch: '0123456789abcdef' }
    await db.insert(comments).values({ ...given, id, rootId: id, status: 'held', forAuthor: true })
    const short = id.slice(0, 8)
    expect((await run('--search', 'between us')).out).toContain('For you alone')
    expect(await run('approve', short)).toEqual({
      code: 1,
      out: '',
      complaints: `${short}, by Tam, was written for you alone, and is never published.\n`,
    })
    expect(await run('spam', short)).toMatchObject({ code: 0 })
    expect(asked).toEqual([])
  })

  test('no name or text gives the terminal an order, whatever is done about it', async () => {
    const orders = '\u001b[2J\u001b]0;mine\u0007\u009b1A\u0008\u202e'
    const id = await insert({
      name: `Bo${orders}`,
      body: `Text${orders}\r\nmore`,
      reasons: [orders],
      status: 'held',
    })
    const short = id.slice(0, 8)
    const runs = [await run(), await run('bin', short), await run('bin', short), await run('undo', short)]
    runs.push(await run('undo', short))
    for (const { out, complaints } of runs) {
      expect(out + complaints).toContain('Bo[2J')
      expect(out + complaints).not.toMatch(/[^\P{Cc}\n]|\u202e/u)
    }
    await run('spam', short)
  })

  test('a long list goes on where it ended', async () => {
    const ids: string[] = []
    for (let each = 0; each < 21; each++)
      ids.push(await insert({ status: 'spam', body: `Cheap shoes ${each}` }))
    const first = await run('--status', 'spam')
    const more = /More: npm run moderate -- --status spam --after ([0-9a-f]{8})/.exec(first.out)?.[1] ?? ''
    const second = await run('--status', 'spam', '--after', more)
    const shown = [first, second].map(({ out }) => ids.filter((id) => out.includes(id.slice(0, 8))).length)
    expect(shown).toEqual([20, 1])
    expect((await run('--status', 'spam', '--search', 'wool')).out).toContain('Nothing with “wool” here.')
  })
})

test('without the site a decision is kept, and its page is promised for the next start', async () => {
  const server = await startEmbedded(dataDir)
  const db = openDb({ driver: 'embedded', dataDir })
  const result = await insertComment(commentOf({ postId: 'on-waiting', name: 'Bo' }), db)
  await closeDb(db)
  await server.stop()
  const id = result.ok ? result.comment.id.slice(0, 8) : ''
  const { code, out } = await run('bin', id)
  expect(code).toBe(0)
  expect(out).toBe(
    `${id}, by Bo, is in the bin, for thirty days.\nReaders see it at the next start; where the site runs elsewhere, within a minute.\n`,
  )
  expect((await run('--status', 'removed')).out).toContain(`${id}  Bo`)
})
