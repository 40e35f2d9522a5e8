import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'

/** A fresh clone in small: the script, a lockfile, and one package that needs no network. */
let clone: string
/** One whose packages were installed as the first thing, and what was said. */
let installed: string
let first: ReturnType<typeof install>

beforeAll(() => {
  installed = clone = mkdtempSync(join(tmpdir(), 'install-'))
  mkdirSync(join(clone, 'cli'))
  mkdirSync(join(clone, 'thread'))
  cpSync(fileURLToPath(new URL('./install.mjs', import.meta.url)), join(clone, 'cli', 'install.mjs'))
  lock('1.0.0')
  first = install()
})
afterAll(() => rmSync(installed, { recursive: true, force: true }))

// A copy, whose files have times of their own.
beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'install-'))
  cpSync(installed, clone, { recursive: true, verbatimSymlinks: true })
})
afterEach(() => rmSync(clone, { recursive: true, force: true }))

function lock(version: string) {
  const root = { name: 'clone', version: '1.0.0', devDependencies: { thread: 'file:thread' } }
  write('package.json', root)
  write('thread/package.json', { name: 'thread', version })
  write('package-lock.json', {
    name: 'clone',
    version: '1.0.0',
    lockfileVersion: 3,
    requires: true,
    packages: {
      '': root,
      'node_modules/thread': { resolved: 'thread', link: true },
      thread: { version, dev: true },
    },
  })
}

function write(file: string, content: object) {
  writeFileSync(join(clone, file), JSON.stringify(content))
}

function install() {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['cli/install.mjs'], {
    cwd: clone,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production' },
  })
  return { status, said: stdout + stderr }
}

test('a fresh clone gets its packages, those for development too', () => {
  expect(first.said).toContain('not installed yet')
  expect(first.status).toBe(0)
  expect(existsSync(join(installed, 'node_modules', 'thread', 'package.json'))).toBe(true)
})

test('nothing happens when the packages are those of the lockfile, whatever the times of the files', () => {
  expect(install()).toEqual({ status: 0, said: '' })
})

test('a lockfile that moved on is followed', () => {
  lock('2.0.0')
  expect(install().said).toContain('thread is not the locked version')
  const now = readFileSync(join(clone, 'node_modules', '.package-lock.json'), 'utf8')
  expect(now).toContain('2.0.0')
  expect(install().said).toBe('')
})

test('an install that was killed half-way is done again', () => {
  rmSync(join(clone, 'node_modules', '.package-lock.json'))
  expect(install().said).toContain('not installed yet')
})
