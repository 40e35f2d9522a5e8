import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { readFolder } from '../../lib/posts/read-folder'
import { writeCatalogue } from '../../lib/posts/stored-catalogue'
import type { Wanted } from './ask-to-remake'
import { publishOnTime } from './publish-on-time'

const content = await vi.hoisted(async () =>
  (await import('../../lib/posts/testing/content-folder')).makeContentFolder(),
)
const before = process.cwd()
const project = mkdtempSync(join(tmpdir(), 'project-'))
process.chdir(project)
afterAll(() => {
  process.chdir(before)
  rmSync(project, { recursive: true })
  content.delete()
})

test('posts that became due since the build are published in their order, and later ones wait', async () => {
  content.writePost('built', { date: '2026-01-01' })
  content.writePost('second', { date: '2026-01-03' })
  content.writePost('first', { date: '2026-01-02' })
  content.writePost('too', { date: '2026-01-02', front: 'id: old-name' })
  content.writePost('later', { date: '2099-01-01' })
  await writeCatalogue(await readFolder())
  const run = new AbortController()
  const asked: Wanted[] = []
  const remake = async (wanted: Wanted) => {
    asked.push(wanted)
    if (asked.length === 2) setTimeout(() => run.abort())
  }
  await publishOnTime(run, { remake }, new Date('2026-01-01T12:00:00Z'))
  expect(asked).toEqual([{ due: ['old-name', 'first'] }, { due: ['second'] }])
})
