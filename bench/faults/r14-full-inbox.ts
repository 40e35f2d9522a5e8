import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { closeDb, openDb } from '../../db/client'
import { comments, decisions, studioSessions } from '../../db/schema'
import { fillInbox } from '../../db/testing/fill-inbox'
import { hashToken, makeToken } from '../../lib/studio/token'
import type { Fault } from './fault'
import { type Site, withSite } from './site'
import { cameInTime, sayVisits, visitPages } from './visit-pages'

/** So many people wrote all of it. */
const PEOPLE = 500

const MOST = { firstByte: 300, query: 50 }

/** trust.md R14, at the author's desk: as many comments that wait do not slow it down. */
export const fullInbox: Fault = {
  id: 'R14',
  promise:
    'with 10,000 comments that wait, as many published and as many in Spam, the author’s desk comes at once, in either order',
  run: (long) =>
    withSite({ slowProxy: true }, async (site) => {
      const comments = long ? 10_000 : 2_000
      const headers = { cookie: `studio=${await fill(site, comments)}` }
      const likely = '?order=likely'
      const paths = [
        '',
        '?reason=links',
        await findNext(site, headers, ''),
        likely,
        await findNext(site, headers, likely),
        '/waiting',
      ]
      const pages = paths.map((path) => ({ path: `/studio${path}`, status: 200 }))
      const asked = { from: site.url, pages, headers }
      // What is loaded once is loaded.
      await visitPages(site, { ...asked, rounds: 3 })
      const visits = await visitPages(site, { ...asked, rounds: long ? 60 : 10 })
      return {
        held: cameInTime(visits, MOST),
        figures: `${comments} of each: ${sayVisits(visits)}`,
      }
    }),
}

/** Gives the token of a session of the author, who has decided about all that is in Spam. */
async function fill(site: Site, count: number): Promise<string> {
  const db = openDb(site.target, { max: 1 })
  const token = makeToken()
  for (const status of ['held', 'published', 'spam'] as const)
    await fillInbox(db, count, { people: PEOPLE, status })
  await db.execute(sql`insert into ${decisions} (comment_id, verb, by)
    select ${comments.id}, 'spam', 'author' from ${comments} where ${comments.status} = 'spam'`)
  await db.execute(sql`analyze ${decisions}`)
  await db
    .insert(studioSessions)
    .values({ id: randomUUID(), tokenHash: hashToken(token), device: 'Firefox on Linux' })
  await closeDb(db)
  return token
}

/** The page that this one leads on to, as its address ends. Throws when it leads nowhere. */
async function findNext(site: Site, headers: Record<string, string>, query: string): Promise<string> {
  const html = await (await fetch(`${site.url}/studio${query}`, { headers })).text()
  const next = /href="\/studio(\?[^"]*(?:after|past)=[^"]+)"/.exec(html)?.[1]
  if (!next) throw new Error(`The inbox leads nowhere from ${query || 'the newest'}.`)
  return next.replaceAll('&amp;', '&')
}
