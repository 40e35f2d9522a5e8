import { randomUUID } from 'node:crypto'
import { type CommentForm, openForm, postByScript, postForm } from './comment-form'
import { type Fault, percentile, until } from './fault'
import { countBodies, type Site, talkedAbout, withSite } from './site'

const notSaved = 'it could not be saved'
/** trust.md R5: how much longer a first byte may take, in one run. Short runs are too few answers to tell it from noise. */
const SLOWER = 1.2
/** trust.md R5: a query is given up after so long, in milliseconds; and so long after a hang all is as before. */
const PATIENCE = 5_000
const BACK = 5_000
/** The short form is run beside others: a machine that is busy for so long says nothing of the blog. */
const BACK_SHORT = 30_000
/** What stands around one query that is given up: the request, and a turn of the processor on a busy machine. */
const SLACK = 2_000
const HANG = 2 ** 31 - 1
/** More than the pool has connections. */
const WRITERS = 30

/** trust.md R5: a database that takes its time, or for ever, keeps nobody from reading and is given up in time. */
export const databaseSlow: Fault = {
  id: 'R5',
  promise:
    'while the database takes 1 s, 10 s or for ever, pages are read as before, queries give up at 5 s, and all is well 5 s after',
  run: (long) =>
    withSite({ slowProxy: true }, async (site) => {
      const run = randomUUID()
      const [first = '', ...others] = talkedAbout
      const urls = [...others.map((slug) => `/posts/${slug}`), '/', '/archive'].map((path) => site.url + path)
      const form = await openForm(`${site.url}/posts/${first}`)
      const before = await postForm(form, { body: `Before of ${run}`, name: 'Ansel' })
      const wrong = before.ok ? [] : ['an honest comment was not taken before']
      const figures: string[] = []
      for (const ms of long ? [1_000, 10_000, HANG] : [HANG]) {
        const name = ms === HANG ? 'hangs' : `takes ${ms / 1_000} s`
        const { bodies, lines, faults } = await tryOut(site, {
          ms,
          urls,
          form,
          run: `${name} of ${run}`,
          long,
        })
        const rows = await countBodies(site, `%${name} of ${run}`)
        const lost = bodies.filter((body) => rows.get(body) !== 1).length
        if (lost > 0) faults.push(`${lost} acknowledged comments not stored once`)
        figures.push(`${name}: ${lines.join(', ')}, ${lost} of ${bodies.length} acknowledged lost`)
        wrong.push(...faults.map((fault) => `${name}: ${fault}`))
      }
      return {
        held: wrong.length === 0,
        figures: `${figures.join('; ')}${wrong.length > 0 ? `; WRONG: ${wrong.join('; ')}` : ''}`,
      }
    }),
}

type Trial = { ms: number; urls: string[]; form: CommentForm; run: string; long: boolean }

async function tryOut(site: Site, { ms, urls, form, run, long }: Trial) {
  const rounds = long ? 40 : 5
  const faults: string[] = []
  await firstBytes(urls, rounds)
  const normal = await firstBytes(urls, rounds)
  const warm = await time(() => fetch(`${site.url}/health`))
  site.holdQueries(ms)
  // People write all the while, more of them than there are connections.
  const bodies: string[] = []
  const waits: number[] = []
  const writers = Promise.all(
    Array.from({ length: WRITERS }, async (_, writer) => {
      const typed = { body: `Slow ${writer}, it ${run}`, name: `Wren ${writer}` }
      const told = await time(() => postByScript(form, typed, randomUUID()))
      waits.push(told.ms)
      if (told.value.status === 'published') bodies.push(typed.body)
      else if (!told.value.message?.includes(notSaved)) faults.push(`a writer was told ${told.value.status}`)
    }),
  )
  const [given, page, slow] = await Promise.all([
    time(() => fetch(`${site.url}/health`)),
    // Given up for what was written before, and not made again yet: it must be read again for whoever asks.
    time(() => fetch(form.url)),
    firstBytes(urls, rounds),
  ])
  const isGivenUp = ms > PATIENCE
  if ((given.value.status === 503) !== isGivenUp) faults.push(`health said ${given.value.status}`)
  if (isGivenUp && Math.abs(given.ms - PATIENCE) > SLACK)
    faults.push(`given up after ${given.ms.toFixed(0)} ms`)
  if (page.value.status !== 200 || page.ms > PATIENCE + SLACK)
    faults.push(`the page written on came with ${page.value.status} after ${page.ms.toFixed(0)} ms`)
  // In short nobody waits until the last writer has been told.
  if (long) await writers
  if (long && isGivenUp && bodies.length > 0)
    faults.push(`${bodies.length} acknowledged by a database that does not answer`)

  site.holdQueries(0)
  const back = await until(
    'the database is used again',
    async () => (await fetch(`${site.url}/health`)).status === 200,
    30_000,
  )
  await writers
  const saved = await time(() =>
    Promise.all(
      Array.from({ length: WRITERS }, async (_, writer) => {
        const typed = { body: `Back ${writer}, it ${run}`, name: `Wren ${writer}` }
        if ((await postForm(form, typed)).ok) bodies.push(typed.body)
        else faults.push('a comment was refused after')
      }),
    ),
  )
  const again = await firstBytes(urls, rounds)
  const [ratio, later] = [slow / normal, again / normal]
  if (long && Math.max(ratio, later) > SLOWER)
    faults.push(`reading took ${ratio.toFixed(2)} and ${later.toFixed(2)} × normal`)
  const limit = long ? BACK : BACK_SHORT
  if (back + saved.ms > limit) faults.push(`back after ${(back + saved.ms).toFixed(0)} ms`)
  return {
    bodies,
    faults,
    lines: [
      `first byte ${ratio.toFixed(2)} × normal (${normal.toFixed(1)} ms) during, ${later.toFixed(2)} × after`,
      `the page written on ${page.ms.toFixed(0)} ms`,
      `health ${given.value.status} after ${given.ms.toFixed(0)} ms (normally ${warm.ms.toFixed(0)} ms)`,
      `writers answered within ${(Math.max(...waits) / 1_000).toFixed(1)} s`,
      `used again after ${back.toFixed(0)} ms, ${WRITERS} comments at once in ${saved.ms.toFixed(0)} ms (${limit / 1_000} s allowed${long ? '' : ' in the short form'})`,
    ],
  }
}

async function time<T>(work: () => Promise<T>): Promise<{ value: T; ms: number }> {
  const begun = performance.now()
  const value = await work()
  return { value, ms: performance.now() - begun }
}

/** The median of milliseconds to the first byte. Throws when an answer is no 200. */
async function firstBytes(urls: string[], rounds: number): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    for (const url of urls) {
      const { value, ms } = await time(() => fetch(url))
      await value.arrayBuffer()
      if (value.status !== 200) throw new Error(`${url} answered ${value.status}`)
      times.push(ms)
    }
  }
  return percentile(times, 0.5)
}
