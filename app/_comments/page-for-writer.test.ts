import { workUnitAsyncStorage } from 'next/dist/server/app-render/work-unit-async-storage.external'
import { expect, test, vi } from 'vitest'
import type { CommentPage } from '@/db/comments'
import { findForWriter, keepForWriter } from './page-for-writer'

await vi.hoisted(async () => {
  // Next puts it there before anything else of its own is loaded.
  const { AsyncLocalStorage } = await import('node:async_hooks')
  Object.assign(globalThis, { AsyncLocalStorage })
})

const page: CommentPage = { comments: [], total: 7, shown: 0, pages: 1, cut: [], elsewhere: 0 }

/** Does `work` as a part of one unit of Next's work. */
function within<T>(unit: { type: 'request' | 'prerender-legacy' }, work: () => T): T {
  // As much of Next's store as is asked of it here.
  return workUnitAsyncStorage.run(unit as never, work)
}

test('the answer to a request shows the page that was read after its comment', () => {
  const request = { type: 'request' } as const
  within(request, () => keepForWriter('a-post', page))
  expect(within(request, () => findForWriter('a-post'))).toBe(page)
  expect(within(request, () => findForWriter('another-post'))).toBeNull()
})

test('no other request is answered with it', () => {
  within({ type: 'request' }, () => keepForWriter('a-post', page))
  expect(within({ type: 'request' }, () => findForWriter('a-post'))).toBeNull()
})

test('a page that will be stored is never made of it', () => {
  const making = { type: 'prerender-legacy' } as const
  within(making, () => keepForWriter('a-post', page))
  expect(within(making, () => findForWriter('a-post'))).toBeNull()
  keepForWriter('a-post', page)
  expect(findForWriter('a-post')).toBeNull()
})
