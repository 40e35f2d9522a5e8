import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'

let content: string
beforeEach(() => {
  content = mkdtempSync(join(tmpdir(), 'new-'))
})
afterEach(() => rmSync(content, { recursive: true }))

function run(...args: string[]) {
  return spawnSync(process.execPath, ['--import', 'tsx', 'cli/new.ts', ...args], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    encoding: 'utf8',
    env: { ...process.env, CONTENT_DIR: content },
  })
}

test('a title may be one argument or several', () => {
  expect(run('The smell of rain').stdout).toContain('the-smell-of-rain.mdx is yours')
  expect(run('On', 'waiting').stdout).toContain('on-waiting.mdx is yours')
  expect(readdirSync(join(content, 'posts'))).toEqual(['on-waiting.mdx', 'the-smell-of-rain.mdx'])
})

test.each(['--help', '-h'])('%s says how to begin a post, and begins none', (asked) => {
  const { status, stdout } = run(asked)
  expect(stdout).toContain('npm run new -- "On waiting"')
  expect(status).toBe(0)
  expect(readdirSync(content)).toEqual([])
})

test('what is no title is refused with words, and begins none', () => {
  const { status, stderr } = run('--draft', 'On waiting')
  expect(stderr).toMatch(/^Unknown option '--draft'/)
  expect(stderr).not.toMatch(/^ {4}at /m)
  expect(status).toBe(1)
  expect(run()).toMatchObject({ status: 1, stderr: expect.stringMatching(/^npm run new -- "On waiting"/) })
  expect(run('…').stderr).toMatch(/^The address of a post is made of Latin letters/)
  expect(readdirSync(content)).toEqual([])
})
