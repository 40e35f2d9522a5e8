import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { closeDb, openDb } from '../../db/client'
import { addComment } from '../../db/testing/comment-of'
import { forgetLatestPosts } from '../../db/testing/latest-posts'
import { type Fault, until } from './fault'
import { postInTurns } from './post-in-turns'
import { talkedAbout, withSite } from './site'
import { siteUrl } from './site-process'

/** Comments whose blogs are to be read, and people with a form open who ask for the posts of theirs. */
const HANGING = 50
/** Of those who ask, so many have their blog visited at once, and one comment has. */
const VISITED = { asking: 8, queued: 1 }

/** trust.md R15: whoever posts does not wait for anybody's blog. */
export const hangingFeeds: Fault = {
  id: 'R15',
  promise:
    'while 50 blogs that hang are to be read and 50 more are asked for, posting takes as long as when none is',
  run: (long) =>
    withSite({ blogsHere: true }, async (site) => {
      const blogs = await serveSilence()
      const db = openDb(site.target, { max: 1 })
      let asking: Promise<unknown>[] = []
      let told = 0

      const ask = async (website: string) => {
        const headers = { origin: siteUrl, 'content-type': 'application/json' }
        const body = JSON.stringify({ website })
        const request = { method: 'POST', headers, body }
        // Who gets no answer is not told, and counted below.
        const answer = await fetch(`${site.url}/latest-posts`, request).catch(() => null)
        if (answer?.ok && (await answer.json()) === null) told += 1
      }
      try {
        const { rounds, isUnaffected, figures } = await postInTurns(site, {
          long,
          /** Each comment wants its latest post read, too: what the two differ in is who is due before it. */
          typed: { website: 'wren.example', addLatest: 'on' },
          async letGo() {
            await forgetLatestPosts(db)
            await Promise.all(asking)
            await until('the last visit has ended', async () => blogs.open() === 0, 15_000)
          },
          async hang() {
            await forgetLatestPosts(db)
            const listWebsites = (whose: string) =>
              Array.from({ length: HANGING }, (_, n) => `http://${whose}-${n}.example:${blogs.port}/`)
            asking = listWebsites('asking').map(ask)
            await until('blogs are visited', async () => blogs.open() >= VISITED.asking, 5_000)
            for (const website of listWebsites('queued'))
              await addComment(db, { postId: talkedAbout[1] ?? '', website, wantsLatestPost: true })
          },
          isHanging: () => blogs.open() >= VISITED.asking,
        })
        const atOnce = VISITED.asking + VISITED.queued
        return {
          held: isUnaffected && blogs.visits() >= rounds * atOnce && told === rounds * HANGING,
          figures: `${figures}; ${blogs.visits()} visits that hung, ${atOnce} at once; ${told} of ${rounds * HANGING} who asked told nothing`,
        }
      } finally {
        await closeDb(db)
        blogs.close()
      }
    }),
}

/** Servers that take every connection, at any address of this machine, begin an answer and never end it. */
async function serveSilence() {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    // Unread, its end would never be heard of.
    socket.resume()
    socket.on('error', () => {})
    // Without a head it would be left after three seconds: a body is waited for until the visit ends.
    socket.write('HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n<')
  })
  server.listen(0, '0.0.0.0')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('It listens to no port.')
  return {
    port: address.port,
    visits: () => sockets.size,
    open: () => [...sockets].filter(({ closed }) => !closed).length,
    close() {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}
