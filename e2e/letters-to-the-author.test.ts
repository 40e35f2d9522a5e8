import { once } from 'node:events'
import { buffer } from 'node:stream/consumers'
import { eq } from 'drizzle-orm'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { comments, outbox } from '../db/schema'
import { addComment } from '../db/testing/comment-of'
import { everyRow } from '../db/testing/every-row'
import { portOf } from '../db/testing/port-of'
import { listRows } from './conversation'
import { findViolations } from './find-violations'
import { type OwnSite, openOwnSite } from './own-site'
import { openPlainForm, postPlainly } from './plain-form'
import { siteInUse } from './site-in-use'
import { expect, type FixturePost, test } from './test'
import { narrow } from './widths'

// A site of its own: letters of others would be gathered with these, and its log is looked at.
test.describe.configure({ mode: 'serial' })

const author = 'author@blog.example'
const cronSecret = 'a secret for the clock'
const arrived: ParsedMail[] = []
const server = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  disableReverseLookup: true,
  async onData(stream, { envelope }, done) {
    const letter = await simpleParser(await buffer(stream))
    expect(envelope.rcptTo.map(({ address }) => address)).toEqual([author])
    arrived.push(letter)
    done()
  },
})
let own: OwnSite

test.beforeAll(async () => {
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  own = await openOwnSite('author', {
    SMTP_URL: `smtp://127.0.0.1:${portOf(listening)}`,
    MAIL_FROM: `Unpicked <${author}>`,
    CRON_SECRET: cronSecret,
  })
})
test.afterAll(async () => {
  await own.close()
  await new Promise<void>((resolve) => server.close(() => resolve()))
})

/** Says something that has to wait, and gives the letter about it. */
async function sayAndRead(post: FixturePost, name: string, more: Record<string, string> = {}) {
  const form = await openPlainForm(own.url + post.path)
  const body = `${post.words} <b>Kept</b>.\n\nhttps://a.example https://b.example`
  const typed = { body, name, email: `${name}@wren.example`.toLowerCase(), ...more }
  const answer = await postPlainly(form, typed, { origin: siteInUse().url })
  expect(answer.status).toBe(303)
  await expect.poll(() => arrived.find(({ subject }) => subject?.includes(`${name} on`))).toBeDefined()
  const letter = arrived.find(({ subject }) => subject?.includes(`${name} on`))
  if (!letter) throw new Error('There is no letter.')
  return letter
}

/** Where a link of a letter leads: its site believes to be at the address of the site under test. */
function linkOf(letter: ParsedMail, label: string): string {
  const [, href = ''] = new RegExp(`^${label}:\n(.*)$`, 'm').exec(letter.text ?? '') ?? []
  expect(href).toContain(siteInUse().url)
  return own.url + href.slice(siteInUse().url.length)
}

test.describe('without JavaScript, in a narrow window', () => {
  test.use({ javaScriptEnabled: false, viewport: narrow })

  test('the author approves a comment by a letter, and takes that back', async ({ page, post, blog }) => {
    const letter = await sayAndRead(post, 'Ode')
    expect(letter.subject).toBe(`[${blog.name}] Waiting: Ode on "${post.title}"`)
    expect(letter.text).toContain(`> ${post.words} <b>Kept</b>.`)
    expect(letter.text).toContain('It waits for you. ')
    expect(letter.text).toContain('ode@wren.example')

    const link = linkOf(letter, 'Approve')
    const before = await everyRow(own.db)
    for (let look = 0; look < 10; look += 1) {
      const answer = await fetch(link)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('cache-control')).toContain('no-store')
      expect(answer.headers.get('referrer-policy')).toBe('same-origin')
      expect(answer.headers.get('x-robots-tag')).toContain('noindex')
      expect(await answer.text(), 'the address is for the studio alone').not.toContain('wren.example')
    }
    expect(await everyRow(own.db), 'looking changes nothing').toEqual(before)

    // Their blog may be read after the letter was written.
    const latestPost = { blog: 'Small hours', title: 'On rooks', url: 'https://ode.example/rooks' }
    await own.db
      .update(comments)
      .set({ website: 'https://ode.example/', latestPost })
      .where(eq(comments.postId, post.slug))
    await page.goto(link)
    const main = page.getByRole('main')
    const asked = main.getByRole('article', { name: 'Comment by Ode' })
    await expect(asked).toContainText('<b>Kept</b>')
    await expect(asked).toContainText('The name leads to https://ode.example/')
    await expect(asked).toContainText('Lately on Small hours: On rooks (https://ode.example/rooks)')
    await expect(asked.getByRole('link', { name: 'ode.example' })).toHaveCount(0)
    await expect(main.getByRole('button')).toHaveText(['Approve', 'Spam', 'Bin'])
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(narrow.width)
    await main.getByRole('button', { name: 'Approve' }).click()
    await expect(main).toContainText('It is on the page.')
    await page.goto(own.url + post.path)
    await expect(page.getByRole('article', { name: 'Comment 1 by Ode' })).toContainText(post.words)

    await page.goto(linkOf(letter, 'Spam'))
    await expect(main, 'it was decided').toContainText('It is on the page.')
    await expect(main.getByRole('heading', { level: 1 })).toHaveText('Decide about a comment')
    await expect(main.getByRole('button')).toHaveText(['Spam', 'Undo', 'Bin'])
    await main.getByRole('button', { name: 'Spam' }).click()
    await expect(main).toContainText('It is in Spam, and nobody sees it.')
    await expect(main.getByRole('button')).toHaveText(['Undo'])
    await main.getByRole('button', { name: 'Undo' }).click()
    await expect(main).toContainText('It is on the page.')
    await main.getByRole('button', { name: 'Undo' }).click()
    await expect(main).toContainText('It waits for you.')
    await expect(main.getByRole('button', { name: 'Spam' })).toBeVisible()
    await page.goto(own.url + post.path)
    await expect(page.getByRole('article', { name: 'Comment 1 by Ode' })).toBeHidden()
  })

  test('what is changed while the author looks is not approved unread', async ({ page, post }) => {
    const letter = await sayAndRead(post, 'Una')
    await page.goto(linkOf(letter, 'Approve'))
    const main = page.getByRole('main')
    const [row] = await listRows(own.db, post)
    const changed = { body: `Something else. ${post.words}`, editedAt: new Date() }
    await own.db
      .update(comments)
      .set(changed)
      .where(eq(comments.id, row?.id ?? ''))
    await main.getByRole('button', { name: 'Approve' }).click()
    await expect(main.getByRole('alert')).toContainText('Its writer changed it while you looked')
    await expect(main.getByRole('article')).toContainText('Something else.')
    await expect(main.getByRole('article')).toContainText('edited now')
    expect(await listRows(own.db, post)).toMatchObject([{ status: 'held' }])
    await main.getByRole('button', { name: 'Approve' }).click()
    await expect(main).toContainText('It is on the page.')
    expect(await listRows(own.db, post)).toMatchObject([{ status: 'published', body: changed.body }])
  })

  test('a link that opens nothing says so, whatever is sent to it', async ({ page }) => {
    for (const token of ['made-up', 'x'.repeat(90), '%22%3E%3Cb%3E']) {
      await page.goto(`${own.url}/letters/decide/${token}?verb=publish`)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('This link is used up')
      await expect(page.getByRole('main').getByRole('link', { name: 'the studio' })).toBeVisible()
    }
  })
})

test('with JavaScript it is binned in place, and the page has nothing to complain of', async ({
  page,
  post,
}) => {
  const letter = await sayAndRead(post, 'Tam', { forAuthor: 'on' })
  expect(letter.subject).toContain('Just for you: Tam on')
  await page.goto(linkOf(letter, 'Bin'))
  expect(await findViolations(page, 'the page of a letter')).toEqual([])
  const buttons = page.getByRole('main').getByRole('button')
  await expect(buttons).toHaveText(['Bin', 'Spam'])
  await buttons.first().click()
  await expect(page.getByRole('main')).toContainText('It is in the bin, and nobody sees it.')
  await expect(buttons).toHaveText(['Undo'])
  expect(await listRows(own.db, post)).toMatchObject([{ status: 'removed', forAuthor: true }])
})

test('what was deleted before its letter was read is gone', async ({ page, post }) => {
  const letter = await sayAndRead(post, 'Dot')
  await own.db.update(comments).set({ body: '', status: 'removed' })
  await page.goto(linkOf(letter, 'Approve'))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This link is used up')
})

test('the clock’s address is there for whoever knows the secret alone, and does what is due', async () => {
  const ask = (authorization?: string) =>
    fetch(`${own.url}/cron`, { headers: authorization === undefined ? {} : { authorization } })
  for (const guess of [undefined, cronSecret, 'Bearer ', `Bearer ${cronSecret}r`, 'Bearer undefined']) {
    expect((await ask(guess)).status, guess).toBe(404)
  }
  // Nothing else looks at it for a minute; a loopback address is asked nothing.
  await addComment(own.db, { postId: 'by-the-clock', website: 'http://127.0.0.1:9/', wantsLatestPost: true })
  const answer = await ask(`Bearer ${cronSecret}`)
  expect(await answer.json()).toEqual({
    purge: 'done',
    letters: 'done',
    latestPosts: 'done',
    akismet: 'done',
  })
  expect(answer.status).toBe(200)
  const jobs = await own.db.select().from(outbox).where(eq(outbox.kind, 'latest-post'))
  expect(jobs, 'the latest post was tried').toMatchObject([{ attempts: 1 }])
  await own.db.execute('alter table comments rename to comments_away')
  const failed = await ask(`Bearer ${cronSecret}`)
  await own.db.execute('alter table comments_away rename to comments')
  expect(await failed.json(), 'one that fails stops no other').toMatchObject({
    purge: 'failed',
    letters: 'done',
  })
  expect(failed.status).toBe(500)
})

test('nobody’s address, and no token, is said in the log', () => {
  const said = own.blog.said()
  expect(said).toContain('Of the work by the clock, purge was not done')
  expect(said).not.toMatch(/[\w.+-]+@[\w-]+\.[a-z]{2,}/i)
  expect(said).not.toMatch(/letters\/decide/)
  for (const { text } of arrived) {
    for (const [, token = ''] of (text ?? '').matchAll(/decide\/([\w-]+)/g)) expect(said).not.toContain(token)
  }
})
