import { request } from 'node:http'
import { eq } from 'drizzle-orm'
import { follows, guests, outbox } from '../db/schema'
import { everyRow } from '../db/testing/every-row'
import { commentForm } from './comment-form'
import { findViolations } from './find-violations'
import { linkOf, openSiteWithMail, type SiteWithMail } from './guest-letters'
import { waiting } from './own-comments'
import { openPlainForm, postPlainly, readHidden } from './plain-form'
import { siteInUse } from './site-in-use'
import { expect, type FixturePost, test } from './test'
import { narrow } from './widths'

// A site of its own, with a mail server, where comments wait for the author. It takes long to open: all that needs one is
// in this file.
test.describe.configure({ mode: 'serial' })

let own: SiteWithMail
test.beforeAll(async () => {
  own = await openSiteWithMail('guests')
})
test.afterAll(() => own.close())

const oneClick = (href: string, body = 'List-Unsubscribe=One-Click') =>
  fetch(href, {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    redirect: 'manual',
  })

/** The same in pieces, of which nobody knows how many are to come. */
function oneClickInPieces(href: string, pieces: string[]): Promise<number | undefined> {
  return new Promise((resolve) => {
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded', 'Transfer-Encoding': 'chunked' }
    const sent = request(href, { method: 'POST', headers }, (answer) => {
      answer.resume()
      resolve(answer.statusCode)
    })
    // Who is refused in the middle finds nobody there to take the rest.
    sent.on('error', () => {})
    for (const piece of pieces) sent.write(piece)
    sent.end()
  })
}

/** Says something as somebody without a browser, and has the author approve it by their letter. */
async function sayAndApprove(post: FixturePost, typed: Record<string, string>, page = post.path) {
  await own.sendAll()
  const form = await openPlainForm(own.url + page)
  const answer = await postPlainly(form, { body: '', name: '', ...typed }, { origin: siteInUse().url })
  expect(answer.status).toBe(303)
  const letter = await own.letterTo('author@blog.example', `${typed.name} on`)
  const token = /decide\/([\w-]+)/.exec(letter.text ?? '')?.[1] ?? ''
  const decide = `${own.url}/letters/decide/${token}`
  const html = await (await fetch(decide)).text()
  const data = new FormData()
  for (const [name, value] of readHidden(html.slice(html.indexOf('<form')))) data.append(name, value)
  data.append('verb', 'publish')
  const decided = await fetch(decide, {
    method: 'POST',
    body: data,
    headers: { origin: siteInUse().url },
    redirect: 'manual',
  })
  expect(decided.status).toBe(303)
}

test('from the box in the form to the letter that stops them all', async ({
  page,
  post,
  blog,
  anotherReader,
}) => {
  const nell = 'nell@small.example'
  const main = page.getByRole('main')
  const form = commentForm(page)

  await test.step('replies need an address, which is said at its field', async () => {
    await page.goto(own.url + post.path)
    await form.letters.check()
    await form.post({ body: `${post.words} What do you think?`, name: 'Nell' })
    await expect(form.problem.getByRole('listitem')).toHaveText(['Enter your email to get replies'])
    await expect(form.email).toHaveAccessibleDescription(/^Enter your email to get replies/)
    await form.letters.uncheck()
    await expect(form.problem, 'without the box there is nothing wrong').toBeHidden()
    await form.letters.check()
    await form.post({ email: nell })
    await expect(form.status).toContainText('Replies come by e-mail.')
    await expect(waiting(page)).toBeVisible()
    const { height = 0 } = (await form.status.boundingBox()) ?? {}
    expect(height, 'it can still be read').toBeGreaterThan(16)
  })

  await test.step('a letter asks whose address it is, without a word of anybody’s', async () => {
    const letter = await own.letterTo(nell, 'Is this address yours?')
    expect(`${letter.subject} ${letter.text} ${letter.html}`).not.toMatch(/Nell|What do you think/)
    expect(letter.text).toContain(`a conversation goes on under “${post.title}”.`)
    expect(letter.headers.has('list')).toBe(false)
    await page.goto(linkOf(letter, 'Yes, write to me', own))
    await main.getByRole('button', { name: 'Yes, write to me' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thank you')
    await page.reload()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thank you')
  })

  await test.step('the author approves, and the writer hears that it is up', async () => {
    await page.goto(linkOf(await own.letterTo('author@blog.example', 'Nell on'), 'Approve', own))
    await main.getByRole('button', { name: 'Approve' }).click()
    await expect(main).toContainText('It is on the page.')
    await own.sendAll()
    const letter = await own.letterTo(nell, 'is up')
    expect(letter.subject).toBe(`Your comment on "${post.title}" is up`)
    await page.goto(linkOf(letter, 'See it in its place', own))
    await expect(page).toHaveURL(/#c-1$/)
    await own.sendAll()
    expect(own.subjectsTo(nell), 'each once').toHaveLength(2)
  })

  await test.step('somebody answers, and the writer gets both texts', async () => {
    await anotherReader.goto(own.url + post.path)
    await anotherReader.getByRole('link', { name: 'Reply to Nell' }).click()
    await commentForm(anotherReader).post({ body: 'I think so, <b>too</b>.', name: 'Tam' })
    await expect(commentForm(anotherReader).status).toContainText('Waiting for a read-through')
    const toAuthor = await own.letterTo('author@blog.example', 'Tam on')
    await own.sendAll()
    expect(own.subjectsTo(nell), 'none before it is up').toHaveLength(2)
    await page.goto(linkOf(toAuthor, 'Approve', own))
    await main.getByRole('button', { name: 'Approve' }).click()
    await expect(main).toContainText('It is on the page.')
    await own.sendAll()
    const letter = await own.letterTo(nell, 'replied')
    expect(letter.subject).toBe(`Tam replied to your comment on "${post.title}"`)
    expect(letter.text).toContain('Tam:\n> I think so, <b>too</b>.')
    expect(letter.text).toContain(`You wrote:\n> ${post.words} What do you think?`)
    expect(letter.html).toMatch(/I think so, &(?:lt|#x3C);b/)
    expect(letter.html).not.toContain('<b>too')
    expect(letter.references, 'a thread with the letter before it').toEqual(
      (await own.letterTo(nell, 'is up')).references,
    )
    await page.goto(linkOf(letter, 'See it in its place', own))
    await expect(page.getByRole('article', { name: 'Comment 2 by Tam' })).toBeVisible()
  })

  await test.step('the mail program’s own button stops them, and they can be had again', async () => {
    const letter = await own.letterTo(nell, 'replied')
    const header = letter.headerLines.find(({ key }) => key === 'list-unsubscribe')?.line ?? ''
    const href = /<([^>]+)>/.exec(header)?.[1]?.replace(siteInUse().url, own.url) ?? ''
    expect(letter.headerLines.find(({ key }) => key === 'list-unsubscribe-post')?.line).toBe(
      'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    )
    const stop = linkOf(letter, 'Stop e-mails for this conversation', own)
    for (const body of [
      '',
      'List-Unsubscribe=Two-Clicks',
      `List-Unsubscribe=One-Click&x=${'x'.repeat(2000)}`,
    ]) {
      expect((await oneClick(href, body)).status, body.slice(0, 40)).toBe(400)
    }
    expect(await oneClickInPieces(href, Array(200).fill('List-Unsubscribe=One-Click&'))).toBe(400)
    expect(await oneClickInPieces(href, ['List-Unsub', 'scribe=One-Click'])).toBe(200)
    await page.goto(stop)
    await expect(main).toContainText(`You get no more letters about the conversation on ${post.title}.`)
    for (const time of ['first', 'second']) expect((await oneClick(href)).status, time).toBe(200)
    await sayAndApprove(post, { body: 'Me too.', name: 'Ode' }, `${post.path}/reply/1`)
    await own.sendAll()
    expect(own.subjectsTo(nell)).toHaveLength(3)

    await page.goto(stop)
    await expect(main).toContainText(`You get no more letters about the conversation on ${post.title}.`)
    await main.getByRole('button', { name: 'Send them again' }).click()
    await expect(main).toContainText(`${blog.name} writes to you about your comment on ${post.title}.`)
    await sayAndApprove(post, { body: 'So do I.', name: 'Dot' }, `${post.path}/reply/1`)
    await own.sendAll()
    expect(own.subjectsTo(nell).at(-1)).toBe(`Dot replied to your comment on "${post.title}"`)

    await page.goto(stop)
    await main.getByRole('button', { name: 'Stop all letters' }).click()
    await expect(main).toContainText('writes to you about no conversation any more.')
    await sayAndApprove(post, { body: 'And I.', name: 'Fay' }, `${post.path}/reply/1`)
    await own.sendAll()
    expect(own.subjectsTo(nell)).toHaveLength(4)
  })
})

test('who was answered before they confirmed hears of it then, in one letter', async ({ page, post }) => {
  const una = 'una@small.example'
  await sayAndApprove(post, { body: post.words, name: 'Una', email: una, letters: 'on' })
  await sayAndApprove(post, { body: 'The answer.', name: 'Vic' }, `${post.path}/reply/1`)
  await own.sendAll()
  expect(own.subjectsTo(una), 'none but the question').toEqual([expect.stringContaining('yours?')])
  const confirm = linkOf(await own.letterTo(una, 'yours?'), 'Yes, write to me', own)
  await page.goto(confirm)
  await page.getByRole('main').getByRole('button', { name: 'Yes, write to me' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thank you')
  await expect(page.getByRole('link', { name: 'everything you wrote here' })).toBeVisible()
  await own.sendAll()
  expect(own.subjectsTo(una).slice(1)).toEqual([`Vic replied to your comment on "${post.title}"`])
  const letter = await own.letterTo(una, 'replied')
  expect(letter.text).toContain('Vic:\n> The answer.')
  expect(letter.text).toContain(`You wrote:\n> ${post.words}`)
})

test.describe('without JavaScript, in a narrow window', () => {
  test.use({ javaScriptEnabled: false, viewport: narrow })

  test('the box is kept with a mistake, and the receipt says what comes', async ({ page, post }) => {
    const form = commentForm(page)
    await page.goto(own.url + post.path)
    await form.letters.check()
    await form.post({ body: post.words, name: 'Ilka' })
    await expect(form.problem.getByRole('link')).toHaveText(['Enter your email to get replies'])
    await expect(form.letters).toBeChecked()
    await form.post({ email: 'ilka@small.example' })
    await expect(page).toHaveURL(/\/receipt\//)
    await expect(page.getByRole('main')).toContainText('Replies come by e-mail.')
    await own.letterTo('ilka@small.example', 'Is this address yours?')
  })

  test('a conversation is followed without taking part', async ({ page, post }) => {
    const main = page.getByRole('main')
    await page.goto(own.url + post.path)
    await page.getByRole('link', { name: 'Follow this conversation by e-mail' }).click()
    const email = main.getByLabel('Email')
    for (const [typed, message] of [
      ['', 'Enter your email to get letters'],
      ['finn at small', 'Enter an email like name@example.com'],
    ] as const) {
      await email.fill(typed)
      await main.getByRole('button', { name: 'Follow' }).click()
      await expect(main.getByRole('region', { name: 'There is a problem' })).toContainText(message)
      await expect(email).toHaveValue(typed)
      await expect(email).toHaveAccessibleDescription(`${message} Never shown`)
    }
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(narrow.width)
    const answers: string[] = []
    for (const address of ['finn@small.example', 'finn@small.example', 'Gus@small.example']) {
      await page.goto(`${own.url}${post.path}/follow`)
      await email.fill(address)
      await main.getByRole('button', { name: 'Follow' }).click()
      await expect(main).toContainText('Thank you.')
      answers.push(`${page.url()} ${await main.textContent()}`)
    }
    expect(new Set(answers).size, 'whoever it is').toBe(1)
    await own.letterTo('Gus@small.example', 'Is this address yours?')
    await own.sendAll()
    expect(own.subjectsTo('finn@small.example'), 'asked twice, and written to once').toHaveLength(1)

    await page.goto(linkOf(await own.letterTo('finn@small.example', 'yours?'), 'Yes, write to me', own))
    await main.getByRole('button', { name: 'Yes, write to me' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Thank you')
    await sayAndApprove(post, { body: post.words, name: 'Hob' })
    await own.sendAll()
    const letter = await own.letterTo('finn@small.example', 'commented')
    expect(letter.subject).toBe(`Hob commented on "${post.title}"`)
    await page.goto(linkOf(letter, 'Stop e-mails for this conversation', own))
    await main.getByRole('button', { name: 'Stop letters about this conversation' }).click()
    await expect(main).toContainText(`You get no more letters about the conversation on ${post.title}.`)
  })

  test('looking at the address of a letter changes nothing', async () => {
    const confirm = linkOf(await own.letterTo('ilka@small.example', 'yours?'), 'Yes, write to me', own)
    const stop = linkOf(
      await own.letterTo('finn@small.example', 'commented'),
      'Stop e-mails for this conversation',
      own,
    )
    const before = await everyRow(own.db)
    for (const href of [confirm, stop, `${stop}/now`]) {
      for (const method of ['GET', 'HEAD']) {
        for (let look = 0; look < 10; look++) {
          const answer = await fetch(href, { method, redirect: 'manual' })
          expect([200, 303]).toContain(answer.status)
          expect(answer.headers.get('cache-control')).toContain('no-store')
          expect(answer.headers.get('referrer-policy')).toBe('same-origin')
          expect(answer.headers.get('x-robots-tag')).toContain('noindex')
        }
      }
    }
    expect(await everyRow(own.db)).toEqual(before)
  })

  test('a link that opens nothing says so kindly', async ({ page }) => {
    for (const path of ['confirm/made-up', 'stop/made-up', 'stop/made-up/now', `confirm/${'x'.repeat(90)}`]) {
      await page.goto(`${own.url}/letters/${path}`)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('This link is used up')
    }
    expect((await oneClick(`${own.url}/letters/stop/made-up/now`)).status).toBe(404)
  })
})

test('a draft keeps the box, and a comment for the author alone asks nobody', async ({ page, post }) => {
  const form = commentForm(page)
  await page.goto(own.url + post.path)
  await form.letters.check()
  await form.fill({ body: post.words, name: 'Kit', email: 'kit@small.example' })
  await expect(page.getByText('Draft saved on this device.')).toBeVisible()
  await page.reload()
  await expect(form.letters).toBeChecked()
  await form.forAuthor.check()
  await form.post({ email: 'kit@small.example' })
  await expect(form.status).toHaveText(/^Sent\. Only .+ will read this\.$/)
  expect(await own.db.select().from(guests).where(eq(guests.email, 'kit@small.example'))).toEqual([])
})

test('the pages have nothing to complain of', async ({ page, post }) => {
  await page.goto(`${own.url}${post.path}/follow`)
  await page.getByRole('main').getByRole('button', { name: 'Follow' }).click()
  await expect(page.getByRole('region', { name: 'There is a problem' })).toBeFocused()
  expect(await findViolations(page, 'follow')).toEqual([])
  await page.goto(linkOf(await own.letterTo('ilka@small.example', 'yours?'), 'Yes, write to me', own))
  expect(await findViolations(page, 'confirm')).toEqual([])
  await page.goto(
    linkOf(await own.letterTo('nell@small.example', 'replied'), 'Stop e-mails for this conversation', own),
  )
  expect(await findViolations(page, 'stop')).toEqual([])
})

test('nobody’s address, and no token, is said in the log', async () => {
  const said = own.blog.said()
  expect(said).not.toMatch(/[\w.+-]+@[\w-]+\.[a-z]{2,}/i)
  expect(said).not.toMatch(/letters\/(confirm|stop)/)
  expect(await own.db.select({ id: follows.id }).from(follows)).not.toEqual([])
  expect(JSON.stringify(await own.db.select({ payload: outbox.payload }).from(outbox))).not.toContain('@')
})
