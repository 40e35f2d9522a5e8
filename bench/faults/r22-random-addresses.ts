import { randomUUID } from 'node:crypto'
import { openForm, postForm } from './comment-form'
import type { Fault } from './fault'
import { diskFiles, residentMegabytes, withSite } from './site'

const AT_ONCE = 16
/** After so many addresses Node has the heap it wants (seen: 211 MB at first, 389 after 4,000, 421 after 24,000). */
const WARM = 3_200
/** Megabytes. */
const MOST_GROWN = 64

/** trust.md R22: addresses that do not exist are 404 on the first request and leave nothing behind. */
export const randomAddresses: Fault = {
  id: 'R22',
  promise: 'random slugs and page numbers answer 404 at once and grow neither memory nor disk',
  run: (long) =>
    withSite({}, async (site) => {
      const count = long ? 10_000 : 1_000
      const form = await openForm(site.post)
      const paths = (index: number): string[] => [
        `/posts/${randomUUID()}`,
        `/posts/${site.slug}/comments/${index + 1_000}`,
        `/tags/${randomUUID()}`,
        `/${randomUUID()}`,
      ]
      const visit = async (index: number) => {
        const path = paths(index)[index % 4] ?? '/'
        const asked = await fetch(site.url + path)
        await asked.arrayBuffer()
        if (asked.status !== 404) wrong.push(`GET ${path} ${asked.status}`)
        if (index % 4 !== 0) return
        const hidden = form.hidden.map(([name, value]): [string, string] => [
          name,
          name === 'slug' ? randomUUID() : value,
        ])
        const posted = await postForm(
          { url: site.url + path, hidden },
          { body: 'Nobody home', name: 'Ansel' },
        )
        if (posted.ok || posted.status !== 404) wrong.push(`POST ${path} ${posted.ok ? 303 : posted.status}`)
      }
      const wrong: string[] = []
      const visitAll = async (from: number, to: number) => {
        for (let index = from; index < to; index += AT_ONCE) {
          await Promise.all(Array.from({ length: AT_ONCE }, (_, offset) => visit(index + offset)))
        }
      }
      // Node takes memory for its heap until it has enough: what is taken after that is what addresses cost.
      await visitAll(0, WARM)
      const before = { memory: residentMegabytes(site), files: diskFiles() }
      await visitAll(WARM, WARM + count)
      const after = { memory: residentMegabytes(site), files: diskFiles() }
      const grown = after.memory - before.memory
      return {
        held: wrong.length === 0 && after.files === before.files && grown < MOST_GROWN,
        figures: `${count} addresses after ${WARM}, ${wrong.length} not 404${wrong[0] ? ` (${wrong[0]})` : ''}, files ${before.files} to ${after.files}, memory ${before.memory} to ${after.memory} MB`,
      }
    }),
}
