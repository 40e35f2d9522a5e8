import { randomUUID } from 'node:crypto'
import { openForm, postForm } from './comment-form'
import { type Fault, percentile, until } from './fault'
import { countBodies, withSite } from './site'

async function timeAll(urls: string[], rounds: number): Promise<{ bad: string[]; p95: number }> {
  const times: number[] = []
  const bad: string[] = []
  for (let round = 0; round < rounds; round += 1) {
    for (const url of urls) {
      const begun = performance.now()
      const answer = await fetch(url)
      const text = await answer.text()
      times.push(performance.now() - begun)
      if (answer.status !== 200) bad.push(`${url} ${answer.status}`)
      else if (/\bat \S+ \(\S+:\d+:\d+\)/.test(text)) bad.push(`${url} shows a stack`)
    }
  }
  return { bad, p95: percentile(times, 0.95) }
}

/** trust.md R4: without a database everything can be read, and nobody's words are lost. */
export const databaseDown: Fault = {
  id: 'R4',
  promise:
    'with the database down every page is read as before, posting keeps the words, and works again after',
  run: (long) =>
    withSite({ postgres: 'own' }, async (site) => {
      const run = randomUUID()
      const sitemap = await (await fetch(`${site.url}/sitemap.xml`)).text()
      const posts = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc]) => loc ?? '')
      const urls = [...posts, `${site.url}/feed.xml`, `${site.url}/sitemap.xml`]
      const form = await openForm(site.post)
      const first = await postForm(form, { body: `Before of ${run}`, name: 'Ansel' })
      await timeAll(urls, 1)
      const normal = await timeAll(urls, long ? 20 : 3)

      // Nobody asks for the page between this comment and the end of the database.
      const last = await postForm(form, { body: `Last of ${run}`, name: 'Ansel' })
      await site.stopDatabase()
      const health = await fetch(`${site.url}/health`)
      const down = await timeAll(urls, long ? 20 : 3)
      const held = await (await fetch(site.post)).text()
      const address = await fetch(`${site.post}/c/1`, { redirect: 'manual' })
      const refused = await postForm(form, { body: `During of ${run}`, name: 'Ansel Down' })
      const kept =
        !refused.ok && refused.html.includes(`During of ${run}`) && refused.html.includes('Ansel Down')
      const afterPost = await timeAll([site.post], 3)

      await site.startDatabase()
      await until(
        'a post is saved again',
        async () => (await postForm(form, { body: `After of ${run}`, name: 'Ansel' })).ok,
        15_000,
      )
      const shown = await (await fetch(site.post)).text()
      const rows = await countBodies(site, `% of ${run}`)
      const ratio = down.p95 / normal.p95
      return {
        held:
          first.ok &&
          down.bad.length === 0 &&
          afterPost.bad.length === 0 &&
          health.status === 503 &&
          held.includes(`Before of ${run}`) &&
          last.ok &&
          held.includes(`Last of ${run}`) &&
          address.status === 307 &&
          kept &&
          !refused.ok &&
          refused.status < 500 &&
          shown.includes(`After of ${run}`) &&
          rows.get(`After of ${run}`) === 1 &&
          !rows.has(`During of ${run}`),
        figures: `${urls.length} addresses, ${down.bad.length + afterPost.bad.length} not 200${down.bad[0] ? ` (${down.bad[0]})` : ''}, p95 ${ratio.toFixed(2)} × normal, words kept ${kept ? 'yes' : 'no'} (${refused.ok ? 303 : refused.status}), saved after ${rows.get(`After of ${run}`) ?? 0} of 1`,
      }
    }),
}
