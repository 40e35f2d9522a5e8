import { workAsyncStorage } from 'next/dist/server/app-render/work-async-storage.external'
import { afterAll, expect, test, vi } from 'vitest'
import { findPost } from '@/lib/posts/find-post'
import { remakeEveryPost, remakePagesWith } from './remake-post'

const content = await vi.hoisted(async () => {
  // Next puts it there before anything else of its own is loaded.
  const { AsyncLocalStorage } = await import('node:async_hooks')
  Object.assign(globalThis, { AsyncLocalStorage })
  // Nobody listens there.
  process.env.POSTGRES_URL = 'postgres://127.0.0.1:1/away'
  return (await import('@/lib/posts/testing/content-folder')).makeContentFolder()
})
afterAll(() => content.delete())

/** The paths that Next is told to make again by `work`. */
async function pathsRemadeBy(work: () => Promise<void>): Promise<string[]> {
  const store = { incrementalCache: {}, pendingRevalidatedTags: [] as { tag: string }[] }
  // As much of Next's store as is asked of it here.
  await workAsyncStorage.run(store as never, work)
  return store.pendingRevalidatedTags.map(({ tag }) => tag.replace('_N_T_', ''))
}

test('while the database is away a post that is due gives up lists, and no page of a post', async () => {
  const said = vi.spyOn(console, 'error').mockReturnValue()
  content.writePost('due', { date: '2026-01-02', front: 'tags: [wool]' })
  content.writePost('older', { date: '2026-01-01' })
  const due = await findPost('due')
  if (!due) throw new Error('There is no post.')
  expect(await pathsRemadeBy(() => remakePagesWith(due))).toEqual([
    '/',
    '/index',
    '/archive',
    '/sitemap.xml',
    '/tags/wool',
  ])
  const left = said.mock.calls.flat().filter((line) => /^The page of/.test(line))
  expect(left.sort()).toEqual([
    expect.stringContaining('The page of due is left as it is'),
    expect.stringContaining('The page of older is left as it is'),
  ])
})

test('while the database is away a pause gives up no page, and asks for no more of them', async () => {
  const said = vi.spyOn(console, 'error').mockReturnValue()
  said.mockClear()
  for (let post = 1; post <= 20; post++) content.writePost(`many-${post}`, { date: '2026-01-01' })
  expect(await pathsRemadeBy(remakeEveryPost)).toEqual([])
  const left = said.mock.calls.flat().filter((line) => /^The page of/.test(line))
  expect(left).toHaveLength(6)
})
