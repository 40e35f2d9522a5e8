import { workUnitAsyncStorage } from 'next/dist/server/app-render/work-unit-async-storage.external'
import type { CommentPage } from '@/db/comments'
import { oncePerProcess } from '@/db/once-per-process'

/** By Next's own record of a request. */
const pages = oncePerProcess(
  'pages for writers',
  () => new WeakMap<object, { postId: string; page: CommentPage }>(),
)

/** Keeps the first page of a post, as it was read after a commit, for the answer to the same request. */
export function keepForWriter(postId: string, page: CommentPage): void {
  const request = requestAtHand()
  if (request) pages.set(request, { postId, page })
}

/** What was kept for the answer to this request; null for another post, in any other request, and for a page that will be stored. */
export function findForWriter(postId: string): CommentPage | null {
  const request = requestAtHand()
  const kept = request && pages.get(request)
  return kept?.postId === postId ? kept.page : null
}

function requestAtHand(): object | null {
  const store = workUnitAsyncStorage.getStore()
  return store?.type === 'request' ? store : null
}
