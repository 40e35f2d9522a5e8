import { randomUUID } from 'node:crypto'
import { openForm, postByScript, postForm, readFields } from './comment-form'
import { countBodies } from './count-bodies'
import { type Fault, percentile, statusOf, until } from './fault'
import { withSite } from './site'

const notSaved = 'Your text is safe, but it could not be saved.'
/** trust.md R4. Short runs are too few answers to tell it from noise. */
const SLOWER = 1.5

const stack = /\bat \S+ \(\S+:\d+:\d+\)|node_modules|ECONNREFUSED/

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
      else if (stack.test(text)) bad.push(`${url} shows a stack`)
    }
  }
  return { bad, p95: percentile(times, 0.95) }
}

/** What is wrong with a page that needs the database and has to say that it cannot: null when it says so. */
async function speechless(url: string, words: RegExp): Promise<string | null> {
  const answer = await fetch(url)
  const text = await answer.text()
  if (stack.test(text)) return `${url} shows a stack`
  return words.test(text) && answer.status < 500 ? null : `${url} answers ${answer.status} without the words`
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
      const paths = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(
        ([, loc]) => new URL(loc ?? '').pathname,
      )
      const urls = [...paths, '/feed.xml', '/sitemap.xml'].map((path) => site.url + path)
      const form = await openForm(site.post)
      const first = await postForm(form, { body: `Before of ${run}`, name: 'Ansel' })
      await timeAll(urls, 1)
      const normal = await timeAll(urls, long ? 20 : 3)

      // Nobody asks for the page between this comment and the end of the database.
      const last = await postForm(form, { body: `Last of ${run}`, name: 'Ansel' })
      await site.stopDatabase()
      const health = await statusOf(`${site.url}/health`)
      const down = await timeAll(urls, long ? 20 : 3)
      const held = await (await fetch(site.post)).text()
      const address = await statusOf(`${site.post}/c/1`, { redirect: 'manual' })

      const typed = { name: 'Ansel Down', email: 'ansel@example.com', website: 'https://ansel.example' }
      const plain = { ...typed, body: `During & "after" of ${run}` }
      const refused = await postForm(form, plain)
      const fields = readFields(refused.ok ? '' : refused.html)
      const lostFields = Object.entries(plain).filter(([name, text]) => fields.get(name) !== text)
      const key = randomUUID()
      const scripted = { ...typed, body: `By script of ${run}` }
      const told = await postByScript(form, scripted, key)
      const silent = await Promise.all([
        speechless(`${site.post}/comments/2`, /cannot be|could not|just now/),
        speechless(`${site.post}/receipt/${randomUUID()}`, /cannot be looked up just now/),
      ])
      const afterPost = await timeAll([site.post], 3)

      await site.startDatabase()
      const health200 = async () => (await statusOf(`${site.url}/health`)) === 200
      const back = await until('the database answers again', health200, 15_000)
      const saved = await postForm(form, { body: `After of ${run}`, name: 'Ansel' })
      const again = await postByScript(form, scripted, key)
      const shown = await (await fetch(site.post)).text()
      const rows = await countBodies(site, `% of ${run}`)
      const ratio = down.p95 / normal.p95

      const wrong = [
        ...down.bad,
        ...afterPost.bad,
        ...silent.filter((text) => text !== null),
        ...lostFields.map(([name]) => `${name} is not in the form any more`),
        ...Object.entries({
          'a comment before': first.ok && last.ok,
          'health says 503': health === 503,
          'the last known comments': held.includes(`Before of ${run}`) && held.includes(`Last of ${run}`),
          'the address of a comment': address === 307,
          'a plain post is told': !refused.ok && refused.status === 200 && refused.html.includes(notSaved),
          'a post by script is told': told.status === 'failed' && told.message?.includes(notSaved),
          'the first post after': saved.ok && shown.includes(`After of ${run}`),
          'the same key again': again.status === 'published' && shown.includes(scripted.body),
          'one row each': rows.get(`After of ${run}`) === 1 && rows.get(scripted.body) === 1,
          'no row of what was refused': !rows.has(plain.body),
          'as quick as before': !long || ratio <= SLOWER,
        }).flatMap(([what, is]) => (is ? [] : [`not so: ${what}`])),
      ]
      return {
        held: wrong.length === 0,
        figures: `${urls.length} addresses, ${down.bad.length + afterPost.bad.length} not 200, p95 ${ratio.toFixed(2)} × normal (${normal.p95.toFixed(0)} ms), ${4 - lostFields.length} of 4 fields kept, back ${back.toFixed(0)} ms after the database, saved after ${rows.get(`After of ${run}`) ?? 0} of 1${wrong.length > 0 ? `; ${wrong.slice(0, 5).join('; ')}` : ''}`,
      }
    }),
}
