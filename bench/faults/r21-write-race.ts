import { randomUUID } from 'node:crypto'
import { openForm, postForm } from './comment-form'
import type { Fault } from './fault'
import { withSite } from './site'

const SLOW = 3_000
const SLACK = 1_000
/** The first page holds 50 comments: more could not be looked for on it. */
const MOST = 48

/** trust.md R21: a page that was being made while a comment came in must not hide the comment. */
export const writeRace: Fault = {
  id: 'R21',
  promise: 'whoever asks 1 s or more after a comment was acknowledged sees it, while pages take 3 s to make',
  run: (long) =>
    withSite({ slowProxy: true }, async (site) => {
      const readers = long ? 50 : 8
      const writers = long ? 10 : 3
      const duration = long ? 60_000 : 12_000
      const until = performance.now() + duration
      // Spread over the whole time, so that comments come in while pages are being made.
      const longestPause = long ? (2 * duration * writers) / MOST : 3_000
      const run = randomUUID()
      const form = await openForm(site.post)
      const acknowledged = new Map<string, number>()
      let begunPosts = 0
      let answers = 0
      let lacking = 0
      site.slowDownReads(SLOW)

      const read = async () => {
        while (performance.now() < until) {
          const begun = performance.now()
          const expected = [...acknowledged].filter(([, at]) => at + SLACK <= begun).map(([body]) => body)
          const html = await (await fetch(site.post)).text()
          answers += 1
          lacking += expected.filter((body) => !html.includes(body)).length
        }
      }
      const write = async (writer: number) => {
        for (let count = 0; performance.now() < until && begunPosts < MOST; count += 1) {
          begunPosts += 1
          const body = `Race ${writer}-${count} of ${run}`
          const posted = await postForm(form, { body, name: `Wren ${writer}` })
          if (posted.ok) acknowledged.set(body, performance.now())
          await new Promise((resolve) => setTimeout(resolve, Math.random() * longestPause))
        }
      }
      await Promise.all([
        ...Array.from({ length: readers }, read),
        ...Array.from({ length: writers }, (_, writer) => write(writer)),
      ])
      site.slowDownReads(0)
      await new Promise((resolve) => setTimeout(resolve, SLACK))
      const last = await (await fetch(site.post)).text()
      const missing = [...acknowledged.keys()].filter((body) => !last.includes(body)).length
      return {
        held: lacking === 0 && missing === 0 && acknowledged.size > 0,
        figures: `${readers} readers, ${answers} answers, ${acknowledged.size} comments, ${lacking} answers lacked one, ${missing} missing at the end`,
      }
    }),
}
