import { closeDb, openDb } from '../../db/client'
import { conversations } from '../../db/schema'
import { fillPost } from '../../db/testing/fill-post'
import { fillWriters } from '../../db/testing/fill-writers'
import { openForm, postForm } from './comment-form'
import type { Fault } from './fault'
import { heapOf } from './heap-of'
import { type Site, withSite } from './site'
import { cameInTime, sayVisits, visitPages } from './visit-pages'

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
const pages = [
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
].map((path) => ({ path, status: path.startsWith('/c/') ? 307 : 200 }))

/** trust.md R14: however long a conversation is, its pages are bounded and come at once. */
export const longConversation: Fault = {
  id: 'R14',
  promise:
    'pages of 10,000 comments, 2,000 of them in one thread and 500 of them deep, are small and come at once',
  run: (long) =>
    withSite({ slowProxy: true, inspected: true }, async (site) => {
      await talk(site)
      const asked = { from: site.post, pages }
      // What is loaded once is loaded.
      await visitPages(site, { ...asked, rounds: 3 })
      const before = await heapOf(site.appPid(), site.inspectorPort)
      const visits = await visitPages(site, { ...asked, rounds: long ? 60 : 6 })
      const heap = (await heapOf(site.appPid(), site.inspectorPort)) - before
      return {
        held: cameInTime(visits, MOST) && visits.largest <= MOST.html && heap <= MOST.heap,
        figures: `${sayVisits(visits)}, heap ${(heap / 1_000_000).toFixed(1)} MB more`,
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
