import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'

/** A project whose texts lie where its `.env` says. */
let project: string

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'project-'))
  mkdirSync(join(project, 'texts', 'posts'), { recursive: true })
  writeFileSync(join(project, '.env'), 'CONTENT_DIR=texts\nNEXT_DIST_DIR=.built\n')
})
afterEach(() => rmSync(project, { recursive: true }))

function run(command: string, ...args: string[]) {
  const file = fileURLToPath(new URL(`../${command}.ts`, import.meta.url))
  const { CONTENT_DIR, NEXT_DIST_DIR, ...env } = process.env
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), file, ...args],
    { cwd: project, encoding: 'utf8', env },
  )
  return stdout + stderr
}

test('the commands for authors read the settings of `.env`', () => {
  expect(run('new', 'Rain')).toContain('texts/posts/rain.mdx is yours')
  writeFileSync(join(project, 'texts', 'posts', 'rain.mdx'), 'no front matter')
  expect(run('check')).toContain('texts/posts/rain.mdx:1:1')
  rmSync(join(project, 'texts', 'posts', 'rain.mdx'))
  expect(run('catalogue')).toBe('')
  expect(existsSync(join(project, '.catalogue', 'posts.built.json'))).toBe(true)
})
