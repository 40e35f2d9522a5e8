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

test('a writer waits for no page where none is being made', async () => {
  expect(await isDone(pagesMade('quiet'))).toBe(true)
})

test('a writer waits until every page that was begun before is stored', async () => {
  const ends = [beginPage('busy'), beginPage('busy')]
  const made = pagesMade('busy')
  ends[0]?.()
  expect(await isDone(made)).toBe(false)
  ends[1]?.()
  expect(await isDone(made)).toBe(true)
})

test('a page that is begun later, or of another post, is not waited for', async () => {
  const end = beginPage('one')
  const made = pagesMade('one')
  beginPage('one')
  beginPage('two')
  end()
  expect(await isDone(made)).toBe(true)
})

test('a page that never says it is stored holds writers up for a quarter of a minute only', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  beginPage('lost')
  const made = pagesMade('lost')
  vi.advanceTimersByTime(14_999)
  expect(await isDone(made)).toBe(false)
  vi.advanceTimersByTime(1)
  expect(await isDone(made)).toBe(true)
  vi.useRealTimers()
})
