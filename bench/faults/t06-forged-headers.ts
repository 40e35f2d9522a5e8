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
  promise: 'forged X-Forwarded-For open no further bucket, behind the nginx.conf we ship and without a proxy',
  async run(long) {
    const count = long ? 1_000 : 60
    const behind = await behindNginx(count)
    // Enough posts that the limit of the site is met before those of its posts are.
    const slugs = long ? Array.from({ length: 12 }, (_, index) => index) : [0]
    const alone = await withSite({ limited: 0 }, async (site) => {
      const paths = (await listPosts(site)).slice(0, slugs.length)
      const forms = await Promise.all(paths.map((path) => openForm(site.url + path)))
      return { posts: forms.length, ...(await flood(forms, count, {})) }
    })
    const expected = Math.min(LIMITS.site, LIMITS.post * alone.posts)
    const isHeld = alone.taken === expected && alone.other === 0
    return {
      held: isHeld && (behind === null || (behind.taken === LIMITS.address && behind.other === 0)),
      skipped: behind === null ? ['behind nginx: it is not installed here'] : [],
      figures: `${behind === null ? '' : `behind nginx ${behind.taken} of ${count} taken (${LIMITS.address} allowed), ${behind.other} answered otherwise; `}without a proxy ${alone.taken} of ${count} on ${alone.posts} posts (${expected} allowed), ${alone.other} answered otherwise`,
    }
  },
}

async function behindNginx(count: number) {
  const folder = mkdtempSync(join(tmpdir(), 'forged-'))
  // It says by this that it is up.
  mkdirSync(join(folder, 'static'))
  writeFileSync(join(folder, 'static', 'page.html.gz'), gzipSync('up'))
  try {
    return await withSite({ limited: 1 }, async (site) => {
      const [filePort, blogPort] = [await findFreePort(), await findFreePort()]
      const upstreamPort = Number(new URL(site.url).port)
      const nginx = await startNginx({ folder, filePort, blogPort, upstreamPort })
      if (nginx === null) return null
      try {
        const form = await openForm(`http://127.0.0.1:${blogPort}/posts/${talkedAbout[0]}`)
        return await flood([form], count, { origin: 'http://localhost' })
      } finally {
        await nginx.stop()
      }
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** As many comments, each by somebody who claims another address. */
async function flood(forms: CommentForm[], count: number, headers: Record<string, string>) {
  const run = randomUUID()
  const answers = { taken: 0, refused: 0, other: 0 }
  let next = 0
  async function write() {
    for (let index = next++; index < count; index = next++) {
      const form = forms[index % forms.length]
      if (!form) continue
      const from = `203.0.${index >> 8}.${index & 255}, 2001:db8:${index.toString(16)}::1`
      const posted = await postForm(
        form,
        { body: `Forged ${index} of ${run}`, name: 'Wren' },
        { 'x-forwarded-for': from, forwarded: `for=${from}`, 'x-real-ip': from, ...headers },
      )
      if (posted.ok) answers.taken += 1
      else if (posted.html.includes('That was quick.')) answers.refused += 1
      else answers.other += 1
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, write))
  return answers
}

async function listPosts(site: Site): Promise<string[]> {
  const html = await (await fetch(`${site.url}/archive`)).text()
  return [...new Set([...html.matchAll(/href="(\/posts\/[\w-]+)"/g)].map(([, path = '']) => path))]
}
