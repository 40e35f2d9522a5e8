import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeDb, openDb } from '../db/client'
import { comments } from '../db/schema'
import { findFreePort } from '../db/testing/free-port'
import { stillRunning } from '../db/testing/list-processes'
import { copyBuild } from '../db/testing/standing-build'
import { type BlogProcess, startBlog } from './blog-process'
import { settingsOfCopy } from './copied-build'
import { expect, test } from './test'

// Each test runs `npm start` on the build of the site under test, copied, with a database of its own.
test.describe.configure({ mode: 'default' })

const distDir = '.next-e2e-starting'
const opened = 'The blog is open'
let folder: string
let port: number
let started: BlogProcess[]

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'starting-'))
  port = await findFreePort()
  started = []
  copyBuild(distDir)
})

test.afterEach(async () => {
  for (const blog of started) await blog.stop()
  rmSync(folder, { recursive: true, force: true })
  rmSync(distDir, { recursive: true, force: true })
})

function settings() {
  return { ...settingsOfCopy(distDir, port), POSTGRES_URL: '', DATA_DIR: join(folder, 'data') }
}

function start(more: Record<string, string> = {}) {
  const blog = startBlog({ ...settings(), ...more })
  started.push(blog)
  return blog
}

/** Runs `npm run moderate` to its end and gives what it said. */
function moderate(...args: string[]): string {
  return execFileSync('npm', ['run', '--silent', 'moderate', '--', ...args], {
    env: { ...process.env, ...settings() },
    encoding: 'utf8',
  })
}

async function health() {
  const answer = await fetch(`http://127.0.0.1:${port}/health`)
  return { status: answer.status, body: await answer.json() }
}

test('a start with nothing changed does not build, a second one is refused, naming the process, and Ctrl-C ends all of it', async () => {
  const first = start()
  await first.says(opened)
  expect(first.said()).not.toContain('Building')
  expect(first.said()).toContain('survives a crash and a kill, but not a power cut: set POSTGRES_URL')
  expect(await health()).toEqual({ status: 200, body: { database: 'ok' } })
  // Nor does its server hold the compiler in memory.
  if (process.platform === 'linux') {
    const maps = readFileSync(`/proc/${first.parts().server}/maps`, 'utf8')
    expect(maps).toContain('/node')
    expect(maps).not.toContain('next-swc')
  }

  const second = start()
  expect(await second.ended).toBe(1)
  expect(second.said()).toContain(`in use by process ${first.parts().database}`)
  expect(await health()).toEqual({ status: 200, body: { database: 'ok' } })

  await test.step('Ctrl-C ends all of it, also when it comes twice', async () => {
    const pids = Object.values(first.parts())
    first.signalGroup('SIGINT')
    first.signalGroup('SIGINT')
    expect(await first.ended).toBe(0)
    expect(stillRunning(pids)).toEqual([])
  })
})

test('whatever part is killed, the rest ends by itself, and the next start works', async () => {
  let blog = start()
  await blog.says(opened)
  for (const killed of ['npm', 'starter', 'database', 'server'] as const) {
    await test.step(`the ${killed} is killed`, async () => {
      const parts = blog.parts()
      process.kill(parts[killed], 'SIGKILL')
      blog = start()
      await blog.says(opened)
      expect(stillRunning(Object.values(parts))).toEqual([])
      expect(await health()).toEqual({ status: 200, body: { database: 'ok' } })
    })
  }
  expect(await blog.stop()).toBe(0)
})

test('a deploy brings back no page from before its comments, not even to the first who asks', async ({
  page,
  post,
}) => {
  const address = `http://localhost:${port}${post.path}`
  const first = start()
  await first.says(opened)
  await page.goto(address)
  await page.getByLabel('Your comment').fill(post.words)
  await page.getByLabel('Name', { exact: true }).fill('Wren')
  await page.getByRole('button', { name: 'Post comment' }).click()
  await expect(page.getByText('Posted. Thank you')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Edit' })).toBeVisible()
  // Or it would go on asking a site that has ended.
  await page.goto('about:blank')
  await first.stop()

  copyBuild(distDir)
  const second = start()
  let answer = ''
  await expect(async () => {
    answer = await (await fetch(address)).text()
  }).toPass({ intervals: [20] })
  expect(answer).toContain(post.words)
  await second.says(opened)
})

test('what is decided in a terminal is on the page of the running site at once', async ({
  post,
  playwright,
}) => {
  const address = `http://localhost:${port}${post.path}`
  const blog = start()
  await blog.says(opened)
  const db = openDb({ driver: 'embedded', dataDir: join(folder, 'data') })
  const id = randomUUID()
  await db.insert(comments).values({
    id,
    postId: post.slug,
    rootId: id,
    status: 'held',
    body: post.words,
    name: 'Wren',
    swatch: '0123456789abcdef',
  })
  await closeDb(db)
  // Over a connection of its own: one that is kept may be ended by the site while the terminal works.
  const read = async () => {
    const reader = await playwright.request.newContext()
    const text = await (await reader.get(address)).text()
    await reader.dispose()
    return text
  }
  expect(await read()).not.toContain(post.words)

  expect(moderate()).toContain(`${id.slice(0, 8)}  Wren`)
  expect(moderate('approve', id.slice(0, 8))).toContain('is published')
  expect(await read()).toContain(post.words)
  moderate('bin', id.slice(0, 8))
  expect(await read()).not.toContain(post.words)
  moderate('undo')
  expect(await read()).toContain(post.words)
})

test('the first start says where the password is set, each start anew, and a given one ends that', async () => {
  const setPassword = /(\/studio\/set-password\?token=[\w-]{43})\n/
  const heading = async (path: string) =>
    /<h1>([^<]+)/.exec(await (await fetch(`http://127.0.0.1:${port}${path}`)).text())?.[1]
  const addresses = []
  for (const _ of ['first', 'second']) {
    const blog = start()
    await blog.says('/set-password?token=')
    const address = setPassword.exec(blog.said())?.[1] ?? ''
    expect(await heading(address)).toBe('Set your password')
    if (addresses[0]) expect(await heading(addresses[0])).toBe('This address is used up')
    addresses.push(address)
    await blog.stop()
  }
  const given = start({ STUDIO_PASSWORD: 'seven odd buttons' })
  await given.says('Your desk: ')
  for (const address of addresses) expect(await heading(address)).toBe('This address is used up')
  expect(given.said()).not.toContain('seven odd buttons')
  await given.stop()
  const short = start({ STUDIO_PASSWORD: 'seven' })
  expect(await short.ended).toBe(1)
  expect(short.said()).toMatch(/must have 12 characters or more[\s\S]*STUDIO_PASSWORD/)
})
