import { randomBytes } from 'node:crypto'
import { parseOpml, parseRssFeed } from 'feedsmith'
import { commentContacts, guests, letterKeys } from '../db/schema'
import { listRows, type Row, writeRows } from './conversation'
import { fixtureSlug } from './fixture-posts'
import { openGuestForm, sendAs } from './guests'
import { expectHarmless, payloads } from './hostile'
import { type OwnSite, openOwnSite } from './own-site'
import { hashOf } from './studio'
import { expect, test } from './test'

// A site of its own: home and the regulars show what the whole blog says.
let own: OwnSite
test.beforeAll(async () => {
  own = await openOwnSite('hostile')
})
test.afterAll(() => own.close())

const slug = fixtureSlug(1)
const post = { slug, title: 'Fixture 1', path: `/posts/${slug}`, words: '' }
const inAnHour = () => new Date(Date.now() + 3_600_000)
const all = payloads.join('\n\n')

/** Three comments of each payload's own person, who is a regular, and all of them once more by one guest, waiting and published. */
async function writeHostile() {
  const { db } = own
  const said = (payload: string): Row => ({
    name: payload,
    body: payload,
    website: payload,
    latestPost: { blog: payload, title: payload, url: payload },
  })
  const waits = { status: 'held', number: null, publishedAt: null } as const
  // Home quotes the newest: not three of one kind, and not the last of the list.
  const round = payloads.toReversed().map(said)
  const ofPeople = [...round, ...round, ...round]
  const ofGuest = [...payloads, all].map((payload) => ({ ...said(payload), ...waits }))
  const last = { ...said(all), publishedAt: new Date() }
  await writeRows(db, post, [...ofPeople, ...ofGuest, last])
  const rows = await listRows(db, post)
  const personOf = (number: number | null) =>
    number === null || number > ofPeople.length ? 'guest' : `person ${(number - 1) % payloads.length}`
  await db
    .insert(commentContacts)
    .values(rows.map(({ id, number, name }) => ({ commentId: id, email: name, emailHash: personOf(number) })))
  const proved = { confirmedAt: new Date(), listedAt: new Date() }
  await db
    .insert(guests)
    .values([
      ...payloads.map((email, index) => ({ key: `person ${index}`, email, ...proved })),
      { key: 'guest', email: all, ...proved },
    ])
  const visit = randomBytes(32).toString('base64url')
  const decide = randomBytes(32).toString('base64url')
  const whole = rows.find(({ body, status }) => body === all && status === 'held')?.id ?? ''
  await db.insert(letterKeys).values([
    { hash: hashOf(visit), purpose: 'visit', guestKey: 'guest', expiresAt: inAnHour() },
    { hash: hashOf(decide), purpose: 'decide', commentId: whole, expiresAt: inAnHour() },
  ])
  return {
    visit,
    decide,
    whole,
    published: rows.find(({ number }) => number === ofPeople.length + ofGuest.length + 1),
  }
}

function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

test('no text of a stranger is more than text on home, among the regulars, before a guest, in a letter’s page and in feeds', async ({
  page,
  context,
}) => {
  const { visit, decide, whole, published } = await writeHostile()
  // Whoever takes something away has home and the regulars made again.
  const path = `/my-comments/comments/${published?.id}`
  const deleted = await sendAs(await openGuestForm(path, 'Delete it', visit, own.url), {}, visit)
  expect(deleted.status).toBe(303)
  const read = async (path: string) => (await fetch(own.url + path)).text()
  await expect.poll(() => read('/')).toContain('alert(1)')
  await expect.poll(() => read('/regulars')).toContain('alert(1)')

  await context.addCookies([{ name: 'guest', value: visit, url: `${own.url}/my-comments` }])
  const shows: [string, string[]][] = [
    ['/', []],
    ['/regulars', payloads],
    ['/my-comments', []],
    [`/my-comments/comments/${whole}`, []],
    ['/my-comments/erase', payloads],
    [`/letters/decide/${decide}`, payloads],
  ]
  for (const [path, words] of shows) {
    await expectHarmless(page, () => page.goto(own.url + path))
    const shown = inOneLine((await page.locator('main').textContent()) ?? '')
    expect(shown, path).toContain('alert(1)')
    for (const payload of words) expect(shown, path).toContain(inOneLine(payload))
  }
  await page.goto(`${own.url}/my-comments/comments/${whole}`)
  await expect(page.getByLabel('Edit your comment')).toHaveValue(all)

  const { body } = parseOpml(await read('/blogroll.opml'))
  for (const { htmlUrl, outlines = [] } of body?.outlines ?? [])
    for (const url of [htmlUrl, ...outlines.map((each) => each.url)]) expect(url).toMatch(/^https?:\/\//)
  for (const path of ['/comments.xml', `${post.path}/comments.xml`]) {
    const { items = [] } = parseRssFeed(await read(path))
    expect(items).toHaveLength(30)
    // As a reader of feeds that takes all of it for HTML.
    const html = items.map(({ title, content }) => `<h2>${title}</h2>${content?.encoded}`).join('')
    await expectHarmless(page, () => page.setContent(html))
  }
})
