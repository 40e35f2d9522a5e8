import { setTimeout as wait } from 'node:timers/promises'

/** Milliseconds to the first byte of each page, one after the other, over and over for so long. Throws when an answer is no 200. */
export async function readAll(urls: string[], ms: number): Promise<number[][]> {
  const times = urls.map((): number[] => [])
  const end = performance.now() + ms
  while (performance.now() < end) {
    for (const [index, url] of urls.entries()) times[index]?.push(await firstByte(url))
  }
  return times
}

/** Milliseconds to the first byte of one page, again and again until it is to end, with a `pause` in between. Throws when an answer is no 200. */
export async function readUntil(url: string, signal: AbortSignal, pause = 50): Promise<number[]> {
  const times: number[] = []
  while (!signal.aborted) {
    times.push(await firstByte(url))
    await wait(pause)
  }
  return times
}

async function firstByte(url: string): Promise<number> {
  const { value, ms } = await time(() => fetch(url))
  await value.arrayBuffer()
  if (value.status !== 200) throw new Error(`${url} answered ${value.status}`)
  return ms
}

/** What came of some work, and how many milliseconds it took. */
export async function time<T>(work: () => Promise<T>): Promise<{ value: T; ms: number }> {
  const begun = performance.now()
  const value = await work()
  return { value, ms: performance.now() - begun }
}
