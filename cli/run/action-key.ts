import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The key under which Next names and seals server actions, base64 of 32 bytes: made at the first start and
 * kept in the data folder, so that a page opened before a new build can still be posted from. The file
 * appears whole or not at all, and the first of two starters wins.
 */
export function findOrMakeActionKey(dataDir: string): string {
  const file = join(dataDir, 'action-key')
  return read(file) ?? make(dataDir, file)
}

function make(dataDir: string, file: string): string {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, randomBytes(32).toString('base64'), { mode: 0o600 })
  try {
    linkSync(draft, file)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    rmSync(draft)
  }
  return readFileSync(file, 'utf8')
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
