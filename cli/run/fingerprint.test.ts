import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fingerprint } from './fingerprint'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'print-'))
  write('app/page.tsx', 'page')
  write('content/posts/one.mdx', 'one')
})
afterEach(() => rmSync(root, { recursive: true }))

function write(file: string, text: string) {
  mkdirSync(dirname(join(root, file)), { recursive: true })
  writeFileSync(join(root, file), text)
}

function print({ contentDir = join(root, 'content'), SITE_URL = 'http://localhost:3000' } = {}) {
  return fingerprint({ root, contentDir, except: [join(root, 'rows')], settings: { SITE_URL } })
}

test.each([
  ['a changed text', () => write('content/posts/one.mdx', 'two')],
  ['a new file', () => write('app/new.ts', '')],
  ['a removed file', () => rmSync(join(root, 'app/page.tsx'))],
  ['a renamed file', () => renameSync(join(root, 'app/page.tsx'), join(root, 'app/pages.tsx'))],
  ['what an author calls testing', () => write('content/posts/testing/one.mdx', 'one')],
  ['a changed lockfile', () => write('package-lock.json', '{}')],
])('%s is seen', (_, change) => {
  const before = print()
  change()
  expect(print()).not.toBe(before)
})

test('a setting that is built in is seen', () => {
  expect(print({ SITE_URL: 'https://example.org' })).not.toBe(print())
})

test('a content folder outside of the clone is seen', () => {
  const outside = mkdtempSync(join(tmpdir(), 'print-'))
  const before = print({ contentDir: outside })
  writeFileSync(join(outside, 'one.mdx'), 'one')
  expect(print({ contentDir: outside })).not.toBe(before)
  rmSync(outside, { recursive: true })
})

test('what reaches no page is not: tests, rows, packages, builds, documents, times', () => {
  const before = print()
  write('app/page.test.tsx', 'test')
  write('db/testing/drivers.ts', 'drivers')
  write('rows/database', 'rows')
  write('node_modules/one/index.js', 'one')
  write('.next/BUILD_ID', 'one')
  write('e2e/reading.test.ts', 'test')
  write('README.md', 'read me')
  utimesSync(join(root, 'app/page.tsx'), 1, 1)
  expect(print()).toBe(before)
})

test('nothing that is built imports what is there for tests', () => {
  const imports = /(from|import) ?\(?'[^']*\/testing\//
  const importers = ['app', 'components', 'content', 'db', 'jobs', 'lib']
    .flatMap((room) =>
      readdirSync(room, { recursive: true, encoding: 'utf8' }).map((name) => join(room, name)),
    )
    .filter((path) => /(?<!\.test)\.tsx?$/.test(path) && !path.includes('/testing/'))
    .filter((path) => imports.test(readFileSync(path, 'utf8')))
  expect(importers).toEqual([])
})

test('text does not move from one file to the next unseen', () => {
  write('app/a', 'xy')
  write('app/b', '')
  const before = print()
  write('app/a', 'x')
  write('app/b', 'y')
  expect(print()).not.toBe(before)
})
