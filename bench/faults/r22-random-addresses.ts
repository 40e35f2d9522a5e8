import { randomUUID } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { residentMegabytes } from '../../db/testing/list-processes'
import { distDir } from '../../db/testing/standing-build'
import { openForm, postForm } from './comment-form'
import type { Fault } from './fault'
import { heapOf } from './heap-of'
import { withSite } from './site'

const AT_ONCE = 16
/** After so many rounds everything that is loaded once is loaded. */
const WARM = 320
/** Bytes of memory that a request for an address may leave behind: a stored page would be ten times that. */
const MOST_LEFT = 2_000

/** Each asks three times: for a post that is not there, posts to it, and asks for one of these. */
function otherPath(post: string, index: number): string {
  const number = index + 1_000
  const forms = [
    `${post}/comments/${number}`,
    `${post}/comments/newest/${number}`,
    `${post}/comments/thread/${number}/1`,
    `${post}/c/${number}`,
    `${post}/reply/${number}`,
    `${post}/quotes/${number}`,
    `/posts/${randomUUID()}/quotes/1`,
    `/tags/${randomUUID()}`,
    `/${randomUUID()}`,
  ]
  return forms[index % forms.length] ?? '/'
}

/** trust.md R22: addresses that do not exist are 404 on the first request and leave nothing behind. */
export const randomAddresses: Fault = {
  id: 'R22',
  promise:
    'random slugs and page numbers answer 404 at once, by GET and POST, and grow neither memory nor disk',
  run: (long) =>
    withSite({ inspected: true }, async (site) => {
      const count = long ? 10_000 : 480
      const form = await openForm(site.post)
      const wrong: string[] = []
      async function get(path: string) {
        const answer = await fetch(site.url + path)
        await answer.arrayBuffer()
        if (answer.status !== 404) wrong.push(`GET ${path} ${answer.status}`)
      }
      async function post(slug: string) {
        const hidden = form.hidden.map(([name, value]): [string, string] => [
          name,
          name === 'slug' ? slug : value,
        ])
        const url = `${site.url}/posts/${slug}`
        const posted = await postForm({ url, hidden }, { body: 'Nobody home', name: 'Ansel' })
        if (posted.ok || posted.status !== 404) wrong.push(`POST ${url} ${posted.ok ? 303 : posted.status}`)
      }
      async function visit(index: number) {
        // Two slugs: what a GET had stored would change what the POST is answered.
        await get(`/posts/${randomUUID()}`)
        await post(randomUUID())
        await get(otherPath(`/posts/${site.slug}`, index))
      }
      async function visitAll(from: number, to: number) {
        for (let index = from; index < to; index += AT_ONCE) {
          await Promise.all(Array.from({ length: AT_ONCE }, (_, offset) => visit(index + offset)))
        }
      }
      const measure = async () => ({
        heap: await heapOf(site.appPid(), site.inspectorPort),
        resident: residentMegabytes(site.appPid()),
        ...diskUse(),
      })
      await visitAll(0, WARM)
      const before = await measure()
      await visitAll(WARM, WARM + count)
      const after = await measure()
      const left = (after.heap - before.heap) / (3 * count)
      const stored = after.bytes - before.bytes
      return {
        // A page of the site that grew old may be written again, a word longer.
        held: wrong.length === 0 && after.files === before.files && stored < count && left < MOST_LEFT,
        figures: `${3 * count} requests after ${3 * WARM}, ${wrong.length} not 404${wrong[0] ? ` (${wrong[0]})` : ''}, files ${before.files} to ${after.files}, ${stored} bytes more on disk, ${left.toFixed(0)} bytes of heap left a request, resident ${before.resident} to ${after.resident} MB`,
      }
    }),
}

/** How many files the build folder holds, and bytes in them: pages that are stored become files there. */
function diskUse(): { files: number; bytes: number } {
  const files = readdirSync(distDir, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  const sizes = files.map((file) => statSync(join(file.parentPath, file.name)).size)
  return { files: files.length, bytes: sizes.reduce((sum, size) => sum + size, 0) }
}
