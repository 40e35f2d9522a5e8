import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commentsPerPage, countPages, layOutPages, shownOfLongThread, suffixOf } from './pages'
import type { Thread } from './threads'

/** Threads of these sizes, numbered on. */
function threadsOf(sizes: number[]): Thread[] {
  let next = 1
  return sizes.map((size) => {
    const rootNumber = next
    next += size
    return { rootNumber, numbers: Array.from({ length: size }, (_, index) => rootNumber + index) }
  })
}

function roots(sizes: number[]) {
  return layOutPages(threadsOf(sizes)).map((page) => page.map(({ rootNumber }) => rootNumber))
}

test('there is a first page without any comments', () => {
  expect(layOutPages([])).toEqual([[]])
  expect(countPages(0)).toBe(1)
})

test('fifty comments fill a page and one more begins the next', () => {
  expect(roots(Array(50).fill(1))).toHaveLength(1)
  expect(roots(Array(51).fill(1)).map((page) => page.length)).toEqual([50, 1])
  expect(countPages(50)).toBe(1)
  expect(countPages(51)).toBe(2)
})

test('a thread that does not fit stands whole on the next page', () => {
  expect(roots([20, 20, 20])).toEqual([[1, 21], [41]])
  expect(roots([50, 50])).toEqual([[1], [51]])
})

test('a thread of more than fifty shows its first thirty', () => {
  const [page] = layOutPages(threadsOf([51, 20]))
  expect(page?.map(({ numbers, total }) => [numbers.length, total])).toEqual([
    [30, 51],
    [20, 20],
  ])
})

test('no page holds more than fifty, and nothing is lost or moved', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 120 }), { maxLength: 60 }), (sizes) => {
      const threads = threadsOf(sizes)
      const pages = layOutPages(threads)
      for (const page of pages) {
        expect(page.flatMap(({ numbers }) => numbers).length).toBeLessThanOrEqual(commentsPerPage)
      }
      expect(pages.flat().map(({ rootNumber }) => rootNumber)).toEqual(
        threads.map(({ rootNumber }) => rootNumber),
      )
      for (const { numbers, total } of pages.flat()) {
        expect(numbers).toHaveLength(total > commentsPerPage ? shownOfLongThread : total)
      }
    }),
  )
})

test('a comment is found on the page that shows it', () => {
  const threads = threadsOf([120, 20, 20])
  expect(suffixOf(threads, 30)).toBe('')
  expect(suffixOf(threads, 31)).toBe('/comments/thread/1/1')
  expect(suffixOf(threads, 51)).toBe('/comments/thread/1/2')
  expect(suffixOf(threads, 120)).toBe('/comments/thread/1/3')
  expect(suffixOf(threads, 121)).toBe('')
  expect(suffixOf(threads, 141)).toBe('/comments/2')
  expect(suffixOf(threads, 161)).toBeNull()
})
