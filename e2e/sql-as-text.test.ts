import { everyRow } from '../db/testing/every-row'
import { inside } from '../db/testing/inside'
import { listRows } from './conversation'
import { fixtureSlug } from './fixture-posts'
import { type OwnSite, openOwnSite } from './own-site'
import { openPlainForm, postPlainly } from './plain-form'
import { siteInUse } from './site-in-use'
import { addSession } from './studio'
import { expect, test } from './test'

// A site of its own: every row of every table is looked at.
test.describe.configure({ mode: 'serial' })

let own: OwnSite
test.beforeAll(async () => {
  own = await openOwnSite('sql')
})
test.afterAll(() => own.close())

const slug = fixtureSlug(1)
const post = { slug, title: 'Fixture 1', path: `/posts/${slug}`, words: '' }

/** What would be SQL if any of it were put together from texts. */
const statements = [
  "' or '1'='1",
  "') or ('1'='1",
  "'; drop table comments; --",
  "'; select pg_sleep(5); --",
  '1; select pg_sleep(5)',
  "' union select email, null, null from comment_contacts --",
  "'||(select value from secrets limit 1)||'",
  "\\'; delete from people; --",
  '" or ""="',
  "admin'/*",
  '*/ or 1=1 --',
  '1 or 1=1',
  '1 order by 99',
  '1) limit 0 --',
  '$1',
  '%27%20or%201=1',
  "E'\\x27'",
  'ʼ or 1=1 --',
  '%_%',
  "$$; update comments set status = 'published'; $$",
]

/** Fails when an answer tells of the inside or of SQL, or takes as long as a statement that sleeps. */
async function expectText(what: string, answer: Promise<Response>): Promise<number> {
  const begun = performance.now()
  const { status, text } = await answer.then(async (got) => ({ status: got.status, text: await got.text() }))
  expect(status, what).toBeLessThan(500)
  expect(text, what).not.toMatch(inside)
  expect(text, what).not.toMatch(/syntax error|SQLSTATE|invalid input syntax/i)
  expect(performance.now() - begun, what).toBeLessThan(4_000)
  return status
}

/** Every address that takes something from whoever asks: T stands for the text. */
const addresses = [
  ...['c/T', 'reply/T', 'comments/T', 'comments/newest/T', 'comments/thread/T/1', 'comments/thread/1/T'].map(
    (end) => `${post.path}/${end}`,
  ),
  ...['receipt/T', 'quotes/T'].map((end) => `${post.path}/${end}`),
  ...['/search?q=T', '/posts/T', '/tags/T', '/series/T', '/pictures/T'],
  ...['confirm/T', 'stop/T', 'stop/T/now', 'decide/T'].map((end) => `/letters/${end}`),
  ...['T', 'comments/T', 'feed/T'].map((end) => `/my-comments/${end}`),
  ...['?search=T', '?tab=T&reason=T&after=T', '?reason=T', '?done=T', '/log?before=T', '/sign-in?next=T'].map(
    (end) => `/studio${end}`,
  ),
  ...['?after=T&standing=T', '/T', '/T/export', '/T/erase'].map((end) => `/studio/people${end}`),
]

// Before anything is posted, whose letters would be noted meanwhile.
test('what would be SQL is a text in every address, and changes no row', async () => {
  const { token } = await addSession(own.db)
  const before = await everyRow(own.db, 'active_at')
  expect(Object.keys(before).length).toBeGreaterThan(10)
  let tries = 0
  for (const words of statements) {
    const text = encodeURIComponent(words)
    for (const path of addresses.map((each) => each.replaceAll('T', text))) {
      const cookie = `studio=${token}; writer=${text}; guest=${text}`
      // A copy of the build has no index of words: that is asked of the site itself.
      const site = path.startsWith('/search') ? siteInUse().url : own.url
      await expectText(path, fetch(site + path, { headers: { cookie }, redirect: 'manual' }))
      tries += 1
    }
  }
  expect(await everyRow(own.db, 'active_at')).toEqual(before)
  console.info(`T20: ${tries} of ${tries} addresses answered as text, 0 rows changed`)
})

test('what would be SQL is a text in every field', async () => {
  const form = await openPlainForm(own.url + post.path)
  const origin = { origin: siteInUse().url }
  const fields = ['email', 'website', 'parent', 'key', 'latestChoice', 'slug', 'intent', 'elapsed', 'topic']
  for (const words of statements) {
    const typed = { body: words, name: words.slice(0, 80) }
    expect(await expectText(`as a comment: ${words}`, postPlainly(form, typed, origin))).toBe(303)
    for (const field of fields) {
      const one = { body: words, name: 'Wren', [field]: words }
      await expectText(`${field}: ${words}`, postPlainly(form, one, origin))
    }
    const body = JSON.stringify({ website: words })
    const headers = { ...origin, 'content-type': 'application/json' }
    await expectText(
      `latest posts: ${words}`,
      fetch(`${own.url}/latest-posts`, { method: 'POST', headers, body }),
    )
  }
  const stored = await listRows(own.db, post)
  for (const words of statements) {
    const same = stored.filter(({ body, name }) => body === words && name === words.slice(0, 80))
    expect(same, words).toHaveLength(1)
  }
  const tries = statements.length * (fields.length + 2)
  console.info(`T20: ${tries} of ${tries} fields read as text, ${statements.length} stored as typed`)
  expect((await fetch(`${own.url}/health`)).status).toBe(200)
})
