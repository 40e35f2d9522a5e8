import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { closeDb, openDb } from '../../db/client'
import { outbox } from '../../db/schema'
import { addComment } from '../../db/testing/comment-of'
import { forgetVisits } from '../../db/testing/latest-posts'
import { openForm, postForm } from './comment-form'
import { type Fault, percentile, until } from './fault'
import { talkedAbout, withSite } from './site'

const HANGING = 50
/** Noise of a machine that does something else, too. */
const MOST = { ratio: 1.25, milliseconds: 5 }

/** trust.md R15: whoever posts does not wait for anybody's blog. */
export const hangingFeeds: Fault = {
  id: 'R15',
  promise: 'while 50 blogs that hang are to be read, posting takes as long as when none is',
  run: (long) =>
    withSite({ readsLoopback: true }, async (site) => {
      const rounds = long ? 10 : 3
      const posts = long ? 60 : 30
      const blogs = await serveSilence()
      const db = openDb(site.target, { max: 1 })
      const form = await openForm(site.post)
      const waits = { alone: [] as number[], hanging: [] as number[] }
      let lost = 0

      /** Each comment wants its latest post read, too: what the two differ in is who is due before it. */
      const post = async (into: number[]) => {
        const typed = { body: `Said ${randomUUID()}`, name: 'Wren', website: 'wren.example', addLatest: 'on' }
        const begun = performance.now()
        const posted = await postForm(form, typed)
        into.push(performance.now() - begun)
        if (!posted.ok) lost += 1
      }
      const forgetAll = async () => {
        await db
          .update(outbox)
          .set({ doneAt: sql`now()` })
          .where(and(eq(outbox.kind, 'latest-post'), isNull(outbox.doneAt)))
        await forgetVisits(db)
      }
      const letHang = async () => {
        await forgetAll()
        for (let n = 1; n <= HANGING; n += 1) {
          const website = `http://127.0.0.${n}:${blogs.port}/`
          await addComment(db, { postId: talkedAbout[1] ?? '', website, wantsLatestPost: true })
        }
      }
      // What is loaded once is loaded.
      for (let n = 0; n < 20; n += 1) await post([])
      try {
        // In turns, so that both meet the same machine, and a conversation of the same length.
        for (let round = 0; round < rounds; round += 1) {
          await forgetAll()
          await until('the last visit has ended', async () => blogs.open() === 0, 15_000)
          for (let n = 0; n < posts; n += 1) await post(waits.alone)
          await letHang()
          for (let n = 0; n < posts; n += 1) await post(waits.hanging)
        }
      } finally {
        await closeDb(db)
        blogs.close()
      }
      const say = (share: number) =>
        [waits.alone, waits.hanging].map((list) => `${percentile(list, share).toFixed(1)} ms`).join(' / ')
      const [alone, hanging] = [percentile(waits.alone, 0.95), percentile(waits.hanging, 0.95)]
      return {
        held: lost === 0 && blogs.visits() >= rounds && hanging <= alone * MOST.ratio + MOST.milliseconds,
        figures: `${waits.alone.length} posts each, alone / hanging: p50 ${say(0.5)}, p95 ${say(0.95)}; ${lost} lost, ${blogs.visits()} visits that hung`,
      }
    }),
}

/** Servers that take every connection, at any address of this machine, and never say a word. */
async function serveSilence() {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    // Unread, its end would never be heard of.
    socket.resume()
    socket.on('error', () => {})
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
