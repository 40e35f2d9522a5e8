import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findOrMakeActionKey } from './action-key'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'key-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('the key is made once, for nobody else to read, and stays', () => {
  const dataDir = join(folder, 'data')
  const key = findOrMakeActionKey(dataDir)
  expect(Buffer.from(key, 'base64')).toHaveLength(32)
  expect(findOrMakeActionKey(dataDir)).toBe(key)
  expect(statSync(join(dataDir, 'action-key')).mode & 0o777).toBe(0o600)
  expect(readdirSync(dataDir)).toEqual(['action-key'])
})

test('two folders have two keys', () => {
  expect(findOrMakeActionKey(join(folder, 'a'))).not.toBe(findOrMakeActionKey(join(folder, 'b')))
})
