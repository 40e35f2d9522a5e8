import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { findFreePort } from '../../db/testing/free-port'
import { startNginx } from '../measure/nginx'
import { type CommentForm, openForm, postForm } from './comment-form'
import type { Fault } from './fault'
import { type Site, talkedAbout, withSite } from './site'

const AT_ONCE = 8
/** As the blog comes (trust.md §6): comments of one address in ten minutes, of one post and of the site in an hour. */
const LIMITS = { address: 5, post: 30, site: 300 }

/** trust.md T6: whoever says that they are somebody else each time is taken for one, or is counted with everybody. */
export const forgedHeaders: Fault = {
  id: 'T6',
  promise:
    'no address that a client claims is believed: behind a proxy, behind our nginx.conf, and without one',
  async run(long) {
    const count = long ? 1_000 : 60
    const { behind, nginx } = await withSite({ limited: 1 }, async (site) => ({
      behind: await behindProxy(site, count),
      nginx: await behindNginx(site, count),
    }))
    const { alike, others, posts } = await withSite({ limited: 0 }, async (site) => {
      const [first = '', ...rest] = await listPosts(site)
      // Enough posts that the limit of the site is met before those of its posts are.
      const paths = rest.slice(0, long ? 12 : 1)
      return {
        // Were it believed, the limit of one address would stop them before that of the post does.
        alike: await flood([await openForm(site.url + first)], 2 * LIMITS.post, () => claim('203.0.113.7')),
        others: await flood(
          await Promise.all(paths.map((path) => openForm(site.url + path))),
          count,
          claimAnew,
        ),
        posts: paths.length,
      }
    })
    const expected = Math.min(LIMITS.site - LIMITS.post, LIMITS.post * posts)
    const ways = [
      { where: 'behind a proxy that adds to the list', found: behind, allowed: LIMITS.address },
      ...(nginx ? [{ where: 'behind nginx', found: nginx, allowed: LIMITS.address }] : []),
      { where: 'without a proxy, all by one name', found: alike, allowed: LIMITS.post },
      { where: `on ${posts} more posts, each by another`, found: others, allowed: expected },
    ]
    return {
      held: ways.every(({ found, allowed }) => found.taken === allowed && found.other === 0),
      skipped: nginx === null ? ['behind nginx: it is not installed here'] : [],
      figures: ways
        .map(({ where, found, allowed }) => {
          const otherwise = found.other === 0 ? '' : `, ${found.other} answered otherwise`
          return `${where} ${found.taken} of ${found.sent} taken (${allowed} allowed)${otherwise}`
        })
        .join('; '),
    }
  },
}

/** What a proxy passes on that adds its client to what the client claims: somebody with a whole /64 of addresses. */
async function behindProxy(site: Site, count: number) {
  const form = await openForm(`${site.url}/posts/${talkedAbout[0]}`)
  return flood([form], count, (index) => {
    const claimed = claimAnew(index)
    const list = `${claimed['x-forwarded-for']}, 2001:db8:7:1::${index.toString(16)}`
    return { ...claimed, 'x-forwarded-for': list }
  })
}

async function behindNginx(site: Site, count: number) {
  const folder = mkdtempSync(join(tmpdir(), 'forged-'))
  // It says by this that it is up.
  mkdirSync(join(folder, 'static'))
  writeFileSync(join(folder, 'static', 'page.html.gz'), gzipSync('up'))
  try {
    const [filePort, blogPort] = [await findFreePort(), await findFreePort()]
    const upstreamPort = Number(new URL(site.url).port)
    const nginx = await startNginx({ folder, filePort, blogPort, upstreamPort })
    if (nginx === null) return null
    try {
      const form = await openForm(`http://127.0.0.1:${blogPort}/posts/${talkedAbout[1]}`)
      return await flood([form], count, (index) => ({ ...claimAnew(index), origin: 'http://localhost' }))
    } finally {
      await nginx.stop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Every header in which some proxy or other names its client. */
function claim(address: string) {
  return {
    'x-forwarded-for': address,
    forwarded: `for=${address}`,
    'x-real-ip': address,
    'cf-connecting-ip': address,
    'true-client-ip': address,
  }
}

/** Another address each time. */
function claimAnew(index: number) {
  return claim(`203.0.${index >> 8}.${index & 255}`)
}

/** As many comments, each sent with the headers of its number. */
async function flood(
  forms: CommentForm[],
  count: number,
  headersOf: (index: number) => Record<string, string>,
) {
  const run = randomUUID()
  const answers = { sent: count, taken: 0, other: 0 }
  let next = 0
  async function write() {
    for (let index = next++; index < count; index = next++) {
      const form = forms[index % forms.length]
      if (!form) continue
      const typed = { body: `Forged ${index} of ${run}`, name: 'Wren' }
      const posted = await postForm(form, typed, headersOf(index))
      if (posted.ok) answers.taken += 1
      else if (!posted.html.includes('That was quick.')) answers.other += 1
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, write))
  return answers
}

async function listPosts(site: Site): Promise<string[]> {
  const html = await (await fetch(`${site.url}/archive`)).text()
  return [...new Set([...html.matchAll(/href="(\/posts\/[\w-]+)"/g)].map(([, path = '']) => path))]
}
