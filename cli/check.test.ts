import { spawnSync } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeContentFolder } from '../lib/posts/testing/content-folder'

const root = fileURLToPath(new URL('..', import.meta.url))
const content = makeContentFolder()

beforeAll(() => {
  content.writePost('a-kind-no', { front: 'tags: [Wool' })
  const long = `<Tweetable>${'Much more than fits. '.repeat(20)}</Tweetable>`
  content.writePost('on-waiting', {
    body: `One.\n\n<Tweetible>Two.</Tweetible>\n\n{process.env.HOME}\n\n${long}`,
  })
  content.writePage('about', 'See [this](/posts/nothing).')
})
afterAll(() => content.delete())

/** Where each of the mistakes above stands; the words are the business of the tests of the rules. */
const places = [
  /^.*\/pages\/about\.mdx:6:5 \S/m,
  /^.*\/posts\/a-kind-no\.mdx:\d+:\d+ \S/m,
  /^.*\/posts\/on-waiting\.mdx:9:1 .*did you mean <Tweetable>/m,
  /^.*\/posts\/on-waiting\.mdx:11:1 \S/m,
  /^.*\/posts\/on-waiting\.mdx:13:1 this quote takes \d+ of the 280 /m,
]

function run(command: string, ...args: string[]) {
  return spawnSync(process.execPath, ['--import', 'tsx', command, ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, CONTENT_DIR: content.folder, NEXT_DIST_DIR: '.next-of-mistakes' },
  })
}

test.each(['cli/check.ts', 'cli/catalogue.ts'])(
  '%s ends with 1 and names every mistake by file, line and column',
  (command) => {
    const catalogue = `${root}/.catalogue/posts.next-of-mistakes.json`
    rmSync(catalogue, { force: true })
    const { status, stdout, stderr } = run(command)
    for (const place of places) expect(stderr).toMatch(place)
    expect(status).toBe(1)
    expect(stdout).not.toContain('no mistakes')
    expect(stderr).not.toMatch(/^ {4}at /m)
    expect(existsSync(catalogue)).toBe(false)
  },
)

test.each(['--help', '-h'])('%s says what the check does, and checks nothing', (asked) => {
  const { status, stdout, stderr } = run('cli/check.ts', asked)
  expect(stdout).toMatch(/^npm run check {3}\S/)
  expect(stderr).toBe('')
  expect(status).toBe(0)
})

test.each([
  ['--fix', /^Unknown option '--fix'/],
  ['content/posts/on-waiting.mdx', /^npm run check {3}\S/],
])('%s is answered with words, and nothing is checked', (argument, words) => {
  const { status, stdout, stderr } = run('cli/check.ts', argument)
  expect(stderr).toMatch(words)
  expect(stderr).not.toMatch(/^ {4}at /m)
  for (const place of places) expect(stderr).not.toMatch(place)
  expect(stdout).toBe('')
  expect(status).toBe(1)
})
