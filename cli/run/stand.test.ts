import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { takeLock } from '../../db/embedded/lock'
import { buildLock, inputsOfBuild, readStand, writeStand } from './stand'

// No dot before it: what the fingerprint leaves out must be left out by name.
vi.hoisted(() => {
  process.env.NEXT_DIST_DIR = 'built'
})

const before = process.cwd()
const project = mkdtempSync(join(tmpdir(), 'project-'))
beforeAll(() => process.chdir(project))
afterAll(() => {
  process.chdir(before)
  rmSync(project, { recursive: true })
})

function write(file: string, text: string) {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

const stand = { inputs: 'abc', builtAt: '2026-11-24T08:00:00.000Z' }

test('a build is not part of what it was made of, and neither is the lock on it', () => {
  write('content/posts/one.mdx', 'one')
  const inputs = inputsOfBuild('key')
  write('built/BUILD_ID', 'one')
  const lock = takeLock(buildLock)
  expect(inputsOfBuild('key')).toBe(inputs)
  lock.release()
  expect(inputsOfBuild('key')).toBe(inputs)
  expect(inputsOfBuild('another key')).not.toBe(inputs)
})

test('a stand is read as it was written, and nothing else is left beside it', () => {
  mkdirSync('stand')
  writeStand('stand/stand.json', stand)
  expect(readStand('stand/stand.json')).toEqual(stand)
  expect(readdirSync('stand')).toEqual(['stand.json'])
})

test.each(['', '{"inputs":"ab', '{"inputs":"abc"}', 'null'])('%j counts as no stand', (text) => {
  write('damaged.json', text)
  expect(readStand('damaged.json')).toBeNull()
})

test('where nothing was built there is none', () => {
  expect(readStand('nowhere/stand.json')).toBeNull()
})
