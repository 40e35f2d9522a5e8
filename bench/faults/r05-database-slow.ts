import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { type CommentForm, openForm, postByScript, postForm } from './comment-form'
import { countBodies } from './count-bodies'
import { type Fault, percentile, statusOf, until } from './fault'
import { readAll, readUntil, time } from './first-bytes'
import { type Site, talkedAbout, withSite } from './site'

const notSaved = 'it could not be saved'
/** trust.md R5: how much longer a first byte may take. */
const SLOWER = 1.2
/** Beside others, as in `npm test`, a first byte of some 5 ms is not measured to a fifth: a page that waits for its database is late by far more. */
const SLOWER_SHORT = 2
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
/** Somebody begins to write as often as this, in milliseconds: what the pool can carry at 1 s a query. */
const PACE = 1_500
/** No page may be later than this, in milliseconds, whatever else the machine does: less than two queries of 1 s. */
const LATEST = 1_500

/** trust.md R5: a database that takes its time, or for ever, keeps nobody from reading and is given up in time. */
export const databaseSlow: Fault = {
  id: 'R5',
  promise:
    'while the database takes 1 s, 10 s or for ever, pages are read as before, queries give up at 5 s, and all is well 5 s after',
  run: (long) =>
    withSite({ slowProxy: true }, async (site) => {
      const run = randomUUID()
      const [first = '', ...others] = talkedAbout
      const form = await openForm(`${site.url}/posts/${first}`)
      const before = await postForm(form, { body: `Before of ${run}`, name: 'Ansel' })
      const wrong = before.ok ? [] : ['an honest comment was not taken before']
      const urls = [
        form.url,
        ...[...others.map((slug) => `/posts/${slug}`), '/', '/archive'].map((path) => site.url + path),
      ]
      const figures: string[] = []
      for (const ms of long ? [1_000, 10_000, HANG] : [1_000, HANG]) {
        const name = ms === HANG ? 'hangs' : `takes ${ms / 1_000} s`
        const trial = { site, ms, urls, form, run: `${name} of ${run}`, long }
        const parts = []
        // In short, each where more can go wrong.
        if (long || ms === HANG) parts.push(await readBeside(trial))
        if (long || ms !== HANG) parts.push(await crowd(trial))
        const bodies = parts.flatMap((part) => part.bodies)
        const rows = await countBodies(site, `%${name} of ${run}`)
        const lost = bodies.filter((body) => rows.get(body) !== 1).length
        if (lost > 0) wrong.push(`${name}: ${lost} acknowledged comments not stored once`)
        figures.push(
          `${name}: ${parts.map((part) => part.line).join(', ')}, ${lost} of ${bodies.length} acknowledged lost`,
        )
        wrong.push(...parts.flatMap((part) => part.faults).map((fault) => `${name}: ${fault}`))
      }
      return {
        held: wrong.length === 0,
        figures: `${figures.join('; ')}${wrong.length > 0 ? `; WRONG: ${wrong.join('; ')}` : ''}`,
      }
    }),
}

type Trial = { site: Site; ms: number; urls: string[]; form: CommentForm; run: string; long: boolean }
type Part = { bodies: string[]; faults: string[]; line: string }

/**
 * Reading beside people who write at one pace, while the database takes its time and while it does not, in turns: what
 * writing costs the machine is the same in both, and what else the machine does meets both. The first of the pages
 * is the one that is written on; the others, which nobody writes to, must each be as quick as before.
 */
async function readBeside({ site, ms, urls, form, run, long }: Trial): Promise<Part> {
  const bodies: string[] = []
  const faults: string[] = []
  const times = { quick: urls.map((): number[] => []), slow: urls.map((): number[] => []) }
  let health = ''
  await readAll(urls, 1_000)
  for (let turn = 0; turn < (long ? 5 : 1); turn += 1) {
    for (const kind of ['quick', 'slow'] as const) {
      site.holdQueries(kind === 'slow' ? ms : 0)
      const writing = new AbortController()
      let answered = 0
      const writers = writeAtPace(writing.signal, async (count) => {
        await write(form, `Pace ${turn} ${count} ${kind}, it ${run}`, bodies, faults)
        answered += 1
      })
      if (kind === 'slow') health = await askHealth(site, ms, faults)
      // From here on the pages are given up, or the writers turned away, as often as they come.
      await until('a writer was answered', async () => answered > 0, 60_000)
      const read = await readAll(urls, long ? 6_000 : 4_000)
      for (const [index, each] of read.entries()) times[kind][index]?.push(...each)
      writing.abort()
      site.holdQueries(0)
      await writers
      await until('the database is used again', () => isWell(site), 30_000)
    }
  }
  const compare = (share: number) =>
    urls.map(
      (_, index) => percentile(times.slow[index] ?? [], share) / percentile(times.quick[index] ?? [], share),
    )
  const [written = Number.NaN, ...others] = compare(0.5)
  const [writtenLate = Number.NaN] = compare(0.95)
  const worst = Math.max(written, ...others)
  const limit = long ? SLOWER : SLOWER_SHORT
  if (!(worst <= limit)) faults.push(`a page was read in ${worst.toFixed(2)} × the time`)
  const slowest = Math.max(...times.slow.flat())
  if (slowest > LATEST) faults.push(`a page came after ${slowest.toFixed(0)} ms`)
  const normal = percentile(times.quick.flat(), 0.5)
  return {
    bodies,
    faults,
    line: `first byte ${Math.min(...others).toFixed(2)} to ${Math.max(...others).toFixed(2)} × that of a quick database under the same load (${normal.toFixed(1)} ms), of the page written on ${written.toFixed(2)} × (p95 ${writtenLate.toFixed(2)} ×), ${times.slow.flat().length} answers, ${slowest.toFixed(0)} ms at the slowest, ${health}`,
  }
}

/** More writers at once than the database has connections: they are told in time, and so is who reads. */
async function crowd({ site, ms, form, run, long }: Trial): Promise<Part> {
  const bodies: string[] = []
  const faults: string[] = []
  // Given up for what is written now, and not made again yet: it is made for whoever asks.
  await write(form, `Before the crowd, it ${run}`, bodies, faults)
  site.holdQueries(ms)
  const told = Promise.all(
    Array.from({ length: WRITERS }, (_, writer) =>
      time(() => write(form, `Slow ${writer}, it ${run}`, bodies, faults)),
    ),
  )
  const untilHeld = bodies.length
  const reading = new AbortController()
  const pages = readUntil(form.url, reading.signal)
  const health = await askHealth(site, ms, faults)
  // In short nobody waits until the last writer has been told.
  if (long) await told
  if (long && ms > PATIENCE && bodies.length > untilHeld)
    faults.push(`${bodies.length - untilHeld} acknowledged by a database that does not answer`)

  site.holdQueries(0)
  const back = await until('the database is used again', () => isWell(site), 30_000)
  const waits = (await told).map((each) => each.ms)
  reading.abort()
  const page = Math.max(...(await pages))
  if (page > LATEST) faults.push(`the page written on came after ${page.toFixed(0)} ms`)
  const saved = await time(() =>
    Promise.all(
      Array.from({ length: WRITERS }, async (_, writer) => {
        const typed = { body: `Back ${writer}, it ${run}`, name: `Wren ${writer}` }
        if ((await postForm(form, typed)).ok) bodies.push(typed.body)
        else faults.push('a comment was refused after')
      }),
    ),
  )
  const limit = long ? BACK : BACK_SHORT
  if (back + saved.ms > limit) faults.push(`back after ${(back + saved.ms).toFixed(0)} ms`)
  return {
    bodies,
    faults,
    line: `beside ${WRITERS} writers at once the page written on ${page.toFixed(0)} ms at the slowest, ${health}, writers answered within ${(Math.max(...waits) / 1_000).toFixed(1)} s, used again after ${back.toFixed(0)} ms, ${WRITERS} comments at once in ${saved.ms.toFixed(0)} ms (${limit / 1_000} s allowed${long ? '' : ' in the short form'})`,
  }
}

/** One comment; notes it in `bodies` when it was acknowledged, and in `faults` when its writer was told neither that nor that it was not saved. */
async function write(form: CommentForm, body: string, bodies: string[], faults: string[]) {
  const told = await postByScript(form, { body, name: 'Wren' }, randomUUID())
  if (told.status === 'published') bodies.push(body)
  else if (!told.message?.includes(notSaved)) faults.push(`a writer was told ${told.status}`)
}

/** Begins one act after the other, and resolves when it is to end and all of them are done. */
async function writeAtPace(signal: AbortSignal, act: (count: number) => Promise<void>) {
  const acts: Promise<void>[] = []
  while (!signal.aborted) {
    acts.push(act(acts.length))
    await wait(PACE, undefined, { signal }).catch(() => {})
  }
  await Promise.all(acts)
}

/** What health says meanwhile, and when: a query is given up in time, and none before its time. */
async function askHealth(site: Site, ms: number, faults: string[]): Promise<string> {
  const given = await time(() => statusOf(`${site.url}/health`))
  const isGivenUp = ms > PATIENCE
  if ((given.value === 503) !== isGivenUp) faults.push(`health said ${given.value}`)
  if (isGivenUp && Math.abs(given.ms - PATIENCE) > SLACK)
    faults.push(`given up after ${given.ms.toFixed(0)} ms`)
  return `health ${given.value} after ${given.ms.toFixed(0)} ms`
}

async function isWell(site: Site): Promise<boolean> {
  return (await statusOf(`${site.url}/health`)) === 200
}
