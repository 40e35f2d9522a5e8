import type { Thread } from './threads'

/** How many comments fill a page. Part of the public addresses: another figure would move every comment. */
export const commentsPerPage = 50
/** How many comments a thread too long for one page shows among the others, before a link to the rest. */
export const shownOfLongThread = 30

/** A thread as it stands on a page: all of it, or the first part of a long one. */
export type Excerpt = { rootNumber: number; numbers: number[]; total: number }

/**
 * Lays threads on pages, in order and whole, so that no page holds more than `commentsPerPage` comments.
 * There is always a first page, maybe an empty one.
 */
export function layOutPages(threads: Thread[]): Excerpt[][] {
  let page: Excerpt[] = []
  let room = commentsPerPage
  const pages = [page]
  for (const { rootNumber, numbers } of threads) {
    const isLong = numbers.length > commentsPerPage
    const shown = isLong ? numbers.slice(0, shownOfLongThread) : numbers
    if (shown.length > room) {
      page = []
      room = commentsPerPage
      pages.push(page)
    }
    page.push({ rootNumber, numbers: shown, total: numbers.length })
    room -= shown.length
  }
  return pages
}

/** How many pages `count` comments in one row fill; at least one. */
export function countPages(count: number): number {
  return Math.max(1, Math.ceil(count / commentsPerPage))
}

/**
 * The end of the address of the page where comment `number` stands, after the post's own: `''`,
 * `/comments/2`, or `/comments/thread/7/2` for one that a long thread shows only on its own pages. Null when
 * it stands nowhere.
 */
export function suffixOf(threads: Thread[], number: number): string | null {
  const page = layOutPages(threads).findIndex((excerpts) =>
    excerpts.some(({ numbers }) => numbers.includes(number)),
  )
  if (page === 0) return ''
  if (page > 0) return `/comments/${page + 1}`
  const thread = threads.find(({ numbers }) => numbers.includes(number))
  if (!thread) return null
  return `/comments/thread/${thread.rootNumber}/${Math.floor(thread.numbers.indexOf(number) / commentsPerPage) + 1}`
}
