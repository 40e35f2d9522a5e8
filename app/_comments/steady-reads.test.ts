import { expect, test } from 'vitest'
import { outdateReads, readSteadily } from './steady-reads'

/** A read that answers when it is told to, each time with what it is told then. */
function slowRead() {
  const waiting: { answer: (rows: string) => void; fail: (error: Error) => void }[] = []
  const read = () =>
    new Promise<string>((answer, fail) => {
      waiting.push({ answer, fail })
    })
  return { read, waiting }
}

/** Lets everything run that waits for nothing from outside. */
function turn() {
  return new Promise((resolve) => setImmediate(resolve))
}

async function isDone(promise: Promise<unknown>) {
  let done = false
  promise.then(() => {
    done = true
  })
  await turn()
  return done
}

test('rows are read once when nothing changes', async () => {
  const { read, waiting } = slowRead()
  const rows = readSteadily('quiet', read)
  await outdateReads('another post')
  waiting[0]?.answer('the only ones')
  expect(await rows).toBe('the only ones')
  expect(waiting).toHaveLength(1)
})

test('rows from before a write are read again, and whoever wrote waits until they are gone', async () => {
  const { read, waiting } = slowRead()
  const rows = readSteadily('race', read)
  const outdated = outdateReads('race')
  expect(await isDone(outdated)).toBe(false)
  waiting[0]?.answer('old')
  await outdated
  expect(await isDone(rows)).toBe(false)
  waiting[1]?.answer('new')
  expect(await rows).toBe('new')
})

test('a read that began after the write holds up no writer', async () => {
  await outdateReads('after')
  const { read, waiting } = slowRead()
  const rows = readSteadily('after', read)
  waiting[0]?.answer('new')
  expect(await rows).toBe('new')
  expect(await isDone(outdateReads('after'))).toBe(true)
})

test('comments that come without a pause are read three times and no more', async () => {
  const { read, waiting } = slowRead()
  const rows = readSteadily('busy', read)
  for (let reads = 0; reads < 3; reads += 1) {
    const outdated = outdateReads('busy')
    waiting[reads]?.answer(`rows ${reads + 1}`)
    await outdated
    await turn()
  }
  expect(await rows).toBe('rows 3')
})

test('a read that fails is told to whoever asked, and lets the writer go on', async () => {
  const { read, waiting } = slowRead()
  const rows = readSteadily('broken', read)
  const outdated = outdateReads('broken')
  waiting[0]?.fail(new Error('away'))
  await expect(rows).rejects.toThrow('away')
  await outdated
})
