import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findDoor, openDoor } from './door'

const door = { url: 'http://127.0.0.1:3000', token: 'secret' }
let dataDir: string

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'door-'))
})
afterEach(() => rmSync(dataDir, { recursive: true }))

test('a site is found while it runs, and by nobody but this user', () => {
  expect(findDoor(dataDir)).toBeNull()
  const close = openDoor(dataDir, door)
  expect(findDoor(dataDir)).toEqual(door)
  expect(statSync(join(dataDir, 'site.json')).mode & 0o777).toBe(0o600)
  close()
  expect(findDoor(dataDir)).toBeNull()
})

test('a site that is up before its data folder makes it', () => {
  const folder = join(dataDir, 'not', 'yet')
  openDoor(folder, door)
  expect(findDoor(folder)).toEqual(door)
  expect(statSync(folder).mode & 0o777).toBe(0o700)
})

test.each([
  ['was killed', JSON.stringify({ ...door, pid: process.pid, startedAt: 'another time' })],
  ['left half a file', '{"pid":'],
])('one that %s is not found', (_, text) => {
  writeFileSync(join(dataDir, 'site.json'), text)
  expect(findDoor(dataDir)).toBeNull()
})
