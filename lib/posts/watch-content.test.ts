import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { env } from '../env'
import { watchContent } from './watch-content'

const usual = env.CONTENT_DIR
beforeEach(() => {
  env.CONTENT_DIR = mkdtempSync(join(tmpdir(), 'watch-'))
  mkdirSync(join(env.CONTENT_DIR, 'posts'))
})
afterEach(() => {
  rmSync(env.CONTENT_DIR, { recursive: true })
  env.CONTENT_DIR = usual
})

test('an edit of a post is told once, however many writes it takes', async () => {
  const post = join(env.CONTENT_DIR, 'posts', 'one.mdx')
  writeFileSync(post, 'one')
  const edits = new EventTarget()
  let told = 0
  const stop = new AbortController()
  watchContent(() => {
    told += 1
    edits.dispatchEvent(new Event('edit'))
  }, stop.signal)

  const edited = once(edits, 'edit')
  writeFileSync(post, '')
  writeFileSync(post, 'two')
  await edited
  expect(told).toBe(1)

  const editedAgain = once(edits, 'edit')
  writeFileSync(post, 'three')
  await editedAgain
  expect(told).toBe(2)
  stop.abort()
})
