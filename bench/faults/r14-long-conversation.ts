import { closeDb, openDb } from '../../db/client'
import { conversations } from '../../db/schema'
import { fillPost } from '../../db/testing/fill-post'
import { fillWriters } from '../../db/testing/fill-writers'
import { openForm, postForm } from './comment-form'
import { type Fault, percentile } from './fault'
import { heapOf } from './heap-of'
import { type Site, withSite } from './site'

const COMMENTS = 10_000
/** So many replies to comment 1. */
const REPLIES = 2_000
/** Where a chain begins in which each answers the one before, and how long it is. */
const CHAIN = 2_002
const DEPTH = 500
/** So many people wrote all of it. */
const WRITERS = 50

const MOST = { firstByte: 300, query: 50, html: 300_000, heap: 100_000_000 }

/** Every kind of page that shows a part of it, from its beginning, its middle and its end. */
const paths = [
  '',
  '/comments/2',
  '/comments/80',
  '/comments/newest/1',
  '/comments/newest/200',
  '/comments/thread/1/1',
  '/comments/thread/1/41',
  `/comments/thread/${CHAIN}/10`,
  `/c/${COMMENTS}`,
  `/reply/${CHAIN + DEPTH - 1}`,
]

/** trust.md R14: however long a conversation is, its pages are bounded and come at once. */
export const longConversation: Fault = {
  id: 'R14',
  promise:
    'pages of 10,000 comments, 2,000 of them in one thread and 500 of them deep, are small and come at once',
  run: (long) =>
    withSite({ slowProxy: true, inspected: true }, async (site) => {
      await talk(site)
      const wrong: string[] = []
      const waits: number[] = []
      let largest = 0
      /** By the path of a page: how long the longest query of each visit took. */
      const longest = new Map<string, number[]>(paths.map((path) => [path, []]))
      const queries: number[] = []
      async function visit(path: string) {
        const begun = performance.now()
        const answer = await fetch(site.post + path, { redirect: 'manual' })
        waits.push(performance.now() - begun)
        largest = Math.max(largest, (await answer.arrayBuffer()).byteLength)
        const expected = path.startsWith('/c/') ? 307 : 200
        if (answer.status !== expected) wrong.push(`${path} ${answer.status}`)
        const times = site.takeQueryTimes()
        queries.push(...times)
        if (times.length > 0) longest.get(path)?.push(Math.max(...times))
      }
      async function visitAll(rounds: number) {
        for (let round = 0; round < rounds; round += 1) for (const path of paths) await visit(path)
      }
      // What is loaded once is loaded.
      await visitAll(3)
      waits.length = 0
      queries.length = 0
      for (const times of longest.values()) times.length = 0
      const before = await heapOf(site.appPid(), site.inspectorPort)
      await visitAll(long ? 60 : 6)
      const heap = (await heapOf(site.appPid(), site.inspectorPort)) - before
      const firstByte = percentile(waits, 0.95)
      // One visit in which the machine was busy elsewhere says nothing of the page.
      const perPage = [...longest].flatMap(([path, times]) =>
        times.length > 0 ? [{ path, time: percentile(times, 0.5) }] : [],
      )
      const slowest = perPage.toSorted((a, b) => b.time - a.time)[0]
      return {
        held:
          wrong.length === 0 &&
          firstByte <= MOST.firstByte &&
          slowest !== undefined &&
          slowest.time <= MOST.query &&
          largest <= MOST.html &&
          heap <= MOST.heap,
        figures: `${waits.length} pages, first byte p95 ${firstByte.toFixed(0)} ms, ${queries.length} queries, p95 ${percentile(queries, 0.95).toFixed(0)} ms, longest ${Math.max(...queries).toFixed(0)} ms, longest of a visit ${perPage.map(({ path, time }) => `${path || 'the post'} ${time.toFixed(0)}`).join(', ')} ms, largest page ${(largest / 1_000).toFixed(0)} KB, heap ${(heap / 1_000_000).toFixed(1)} MB more${wrong[0] ? `, ${wrong.length} wrong (${wrong[0]})` : ''}`,
      }
    }),
}

/** The conversation, and one comment as readers make it, so that the page of the post is made again. */
async function talk(site: Site) {
  const db = openDb(site.target, { max: 1 })
  await fillPost(db, site.slug, COMMENTS, parentOf)
  await fillWriters(db, site.slug, WRITERS)
  await db.insert(conversations).values({ postId: site.slug, nextNumber: COMMENTS + 1 })
  await closeDb(db)
  const posted = await postForm(await openForm(site.post), { body: 'The last word.', name: 'Ansel' })
  if (!posted.ok) throw new Error(`The conversation could not be joined: ${posted.status}`)
}

function parentOf(number: number): number | null {
  if (number > 1 && number <= 1 + REPLIES) return 1
  return number > CHAIN && number < CHAIN + DEPTH ? number - 1 : null
}
