import { randomUUID } from 'node:crypto'
import { readdirSync, rmSync } from 'node:fs'
import { format } from 'node:util'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { closeDb, getDb } from '../../db/client'
import { type EmbeddedServer, startEmbedded } from '../../db/embedded/start-embedded'
import { findCase } from '../../db/find-comments'
import type { NewComment } from '../../db/insert-comment'
import { comments } from '../../db/schema'
import { addComment } from '../../db/testing/comment-of'
import { copyDataDir } from '../../db/testing/drivers'
import { env } from '../../lib/env'
import { listenAtDoor } from '../testing/listen-at-door'
import { moderateHere } from './moderate-here'

await vi.hoisted(async () => {
  const [{ mkdtempSync }, { tmpdir }, { join }] = await Promise.all([
    import('node:fs'),
    import('node:os'),
    import('node:path'),
  ])
  Object.assign(process.env, {
    DATA_DIR: mkdtempSync(join(tmpdir(), 'moderate-here-')),
    NEXT_DIST_DIR: '.next-of-nobody',
    POSTGRES_URL: '',
  })
})

/** What the command writes, and its exit code, for the work that it does in its process (`moderate.test.ts` starts some). */
async function run(...args: string[]) {
  let [out, complaints] = ['', '']
  const log = vi.spyOn(console, 'log').mockImplementation((...said) => {
    out += `${format(...said)}\n`
  })
  const error = vi.spyOn(console, 'error').mockImplementation((...said) => {
    complaints += `${format(...said)}\n`
  })
  try {
    await moderateHere(args, { signal: new AbortController().signal, onEnd() {} })
    return { out, complaints, code: process.exitCode ?? 0 }
  } finally {
    process.exitCode = undefined
    log.mockRestore()
    error.mockRestore()
  }
}

test('help needs no database', async () => {
  expect(await run('--help')).toMatchObject({ code: 0, out: expect.stringContaining('-- approve 3f2a9c1e') })
  expect(readdirSync(env.DATA_DIR)).toEqual([])
})

describe('while the database is up', () => {
  let server: EmbeddedServer
  let site: Awaited<ReturnType<typeof listenAtDoor>>

  beforeAll(async () => {
    copyDataDir('migrated', env.DATA_DIR)
    server = await startEmbedded(env.DATA_DIR)
  })
  afterAll(async () => {
    await closeDb(getDb())
    await server.stop()
    rmSync(env.DATA_DIR, { recursive: true })
  })
  beforeEach(async () => {
    site = await listenAtDoor(env.DATA_DIR)
  })
  afterEach(() => site.close())

  const add = (given: Partial<NewComment>) => addComment(getDb(), { postId: 'on-waiting', ...given })
  const remake = 'POST /remake Bearer secret {"talkedAbout":["on-waiting"]}'

  test('a comment is listed, published, told to the site at once, and taken back', async () => {
    const id = await add({
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
    expect(await findCase(id)).toMatchObject({ status: 'published', number: 1 })
    expect(site.asked).toEqual([remake])
    expect(await run('approve', short)).toMatchObject({
      code: 0,
      out: `${short}, by Ode, is published already.\n`,
    })
    expect(site.asked).toEqual([remake])

    expect(await run('undo')).toMatchObject({ code: 0, out: `${short}, by Ode, is as it was: it waits.\n` })
    expect(await findCase(id)).toMatchObject({ status: 'held', reasons: ['first-comment'], number: 1 })
    expect(site.asked).toEqual([remake, remake])
    expect(await run('undo', short)).toMatchObject({
      code: 1,
      complaints: `${short}, by Ode, waits: there is nothing to take back.\n`,
    })
  })

  test('what was decided in one go, about several posts, is taken back in one go, and no more', async () => {
    const earlier = await add({ name: 'Una', status: 'held' })
    const names = ['Ida', 'Bo', 'Cy']
    const ids = [
      await add({ name: 'Ida', status: 'held' }),
      await add({ name: 'Bo', status: 'held' }),
      await add({ name: 'Cy', status: 'held', postId: 'on-going' }),
    ]
    const shorts = ids.map((id) => id.slice(0, 8))
    await run('approve', earlier.slice(0, 8))
    await run('approve', ...shorts)
    const { code, out } = await run('undo')
    expect(code).toBe(0)
    expect(out.split('\n')[0]).toBe('Taken back: what you decided about 3 comments.')
    for (const [index, name] of names.entries())
      expect(out).toContain(`${shorts[index]}, by ${name}, is as it was: it waits.`)
    for (const id of ids) expect(await findCase(id)).toMatchObject({ status: 'held' })
    expect(await findCase(earlier)).toMatchObject({ status: 'published' })
    expect(site.asked.at(-1)).toContain('{"talkedAbout":["on-going","on-waiting"]}')
  })

  test('what the database would not do is named as above it, and the rest is done', async () => {
    const [whole, broken] = [
      await add({ name: 'Ida', status: 'held' }),
      await add({ name: 'Bo', status: 'held', postId: 'on-breaking' }),
    ].map((id) => id.slice(0, 8))
    // It has the number that is given next.
    const id = randomUUID()
    const given = { postId: 'on-breaking', name: 'Cy', body: 'First.', swatch: '0123456789abcdef' }
    const published = { status: 'published' as const, number: 1, publishedAt: new Date() }
    await getDb()
      .insert(comments)
      .values({ ...given, ...published, id, rootId: id })
    const { code, out, complaints } = await run('approve', whole ?? '', broken ?? '')
    expect({ code, out }).toEqual({ code: 1, out: `${whole}, by Ida, is published.\n` })
    const fault = /\(([0-9a-f]{8})\)/.exec(complaints)?.[1]
    expect(complaints.split('\n')).toEqual([
      `Comments on on-breaking were left as they are: 23505 comments_post_number (${fault})`,
      `${broken}, by Bo, was left as it is: the database did not answer (${fault}). Try again.`,
      '',
    ])
  })

  test('what was written for the author alone says so, and is not published', async () => {
    const id = randomUUID()
    const given = { postId: 'on-waiting', name: 'Tam', body: 'Between us.', swatch: '0123456789abcdef' }
    await getDb()
      .insert(comments)
      .values({ ...given, id, rootId: id, status: 'held', forAuthor: true })
    const short = id.slice(0, 8)
    expect((await run('--search', 'between us')).out).toContain('For you alone')
    expect(await run('approve', short)).toEqual({
      code: 1,
      out: '',
      complaints: `${short}, by Tam, was written for you alone, and is never published.\n`,
    })
    expect(await run('spam', short)).toMatchObject({ code: 0 })
    expect(site.asked).toEqual([])
  })

  test('no name or text gives the terminal an order, whatever is done about it', async () => {
    const orders = '\u001b[2J\u001b]0;mine\u0007\u009b1A\u0008\u202e'
    const id = await add({
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
    for (let each = 0; each < 21; each++) ids.push(await add({ status: 'spam', body: `Cheap shoes ${each}` }))
    const first = await run('--status', 'spam')
    const more = /More: npm run moderate -- --status spam --after ([0-9a-f]{8})/.exec(first.out)?.[1] ?? ''
    const second = await run('--status', 'spam', '--after', more)
    const shown = [first, second].map(({ out }) => ids.filter((id) => out.includes(id.slice(0, 8))).length)
    expect(shown).toEqual([20, 1])
    expect((await run('--status', 'spam', '--search', 'wool')).out).toContain('Nothing with “wool” here.')
  })
})
