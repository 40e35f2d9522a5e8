import { expect, test, vi } from 'vitest'
import { beginPage, pagesMade } from './pages-being-made'

/** Whether a promise has resolved by the time all that could happen at once has happened. */
async function isDone(promise: Promise<void>): Promise<boolean> {
  let done = false
  void promise.then(() => {
    done = true
  })
  await new Promise((resolve) => setImmediate(resolve))
  return done
}

const store = (path: string) => globalThis.pageStored?.(path)

test('a writer waits for no page where none is being made', async () => {
  expect(await isDone(pagesMade('/posts/quiet'))).toBe(true)
})

test('a writer waits until the page that was begun before is stored', async () => {
  beginPage('/posts/busy')
  const made = pagesMade('/posts/busy')
  store('/posts/other')
  expect(await isDone(made)).toBe(false)
  store('/posts/busy')
  expect(await isDone(made)).toBe(true)
  expect(await isDone(pagesMade('/posts/busy'))).toBe(true)
})

test('a page that is begun later, or of another post, is not waited for', async () => {
  const made = pagesMade('/posts/one')
  beginPage('/posts/one')
  beginPage('/posts/two')
  expect(await isDone(made)).toBe(true)
})

test('a page that never says it is stored holds writers up for a quarter of a minute only', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  beginPage('/posts/lost')
  const made = pagesMade('/posts/lost')
  vi.advanceTimersByTime(14_999)
  expect(await isDone(made)).toBe(false)
  vi.advanceTimersByTime(1)
  expect(await isDone(made)).toBe(true)
  vi.useRealTimers()
})
