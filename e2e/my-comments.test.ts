import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { eq } from 'drizzle-orm'
import { comments, follows, guests } from '../db/schema'
import { everyRow } from '../db/testing/every-row'
import { keyOf, linkFor, makePerson, say, visitAs } from './guests'
import { age } from './own-comments'
import { siteInUse } from './site-in-use'
import { expect, test } from './test'
import { narrow, wide } from './widths'

const { url: site } = siteInUse()

const told = 'If there are comments under that address, a letter is on its way.'

for (const [how, use] of Object.entries({
  'by hand and at 1280 px': { javaScriptEnabled: true, viewport: wide },
  'without JavaScript and at 360 px': { javaScriptEnabled: false, viewport: narrow },
})) {
  test.describe(how, () => {
    test.use(use)

    test(`a guest finds, edits, deletes and takes along what they wrote, and is forgotten, ${how}`, async ({
      page,
      anotherReader,
      context,
      db,
      post,
    }) => {
      const wren = makePerson()
      for (const words of ['The first of it.', 'A second thing.', 'The third.', 'One more, the fourth.'])
        await say(post, wren, `${post.words} ${words}`)
      await say(post, wren, `${post.words} That waits.`, { topic: 'Cheap shoes' })

      await page.goto('/my-comments')
      await page.getByLabel('Email').fill('wren at')
      await page.getByRole('button', { name: 'Send me a letter' }).click()
      const field = page.getByLabel('Email')
      await expect(field).toHaveAccessibleDescription(/^Enter an email like name@example.com/)
      await expect(field).toHaveValue('wren at')
      await field.fill(wren.email.toUpperCase())
      await page.getByRole('button', { name: 'Send me a letter' }).click()
      await expect(page.getByText(told)).toBeInViewport()

      await page.goto(await linkFor(wren))
      await page.getByRole('button', { name: 'Show my comments' }).click()
      await expect(page).toHaveURL(`${site}/my-comments`)
      const written = page.getByRole('region', { name: 'What you wrote' })
      const mine = written.getByRole('article')
      await expect(mine).toHaveCount(5)
      await expect(mine.last()).toContainText('The first of it.')
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0)

      await mine
        .last()
        .getByRole('link', { name: /^Edit or delete/ })
        .click()
      await page.getByLabel('Edit your comment').fill('')
      await page.getByRole('button', { name: 'Save' }).click()
      await expect(page.getByLabel('Edit your comment')).toHaveAccessibleDescription(/Write a comment/)
      await page.getByLabel('Edit your comment').fill('Said *better*.')
      await page.getByRole('button', { name: 'Save' }).click()
      await expect(mine.last()).toContainText('Said better.')
      await anotherReader.goto(post.path)
      await expect(anotherReader.getByText('Said better.')).toBeVisible()

      await age(db, post, 3600)
      await page.reload()
      const second = mine.filter({ hasText: 'A second thing.' })
      await second.getByRole('link', { name: /^Delete/ }).click()
      await expect(page.getByText('The fifteen minutes in which you could change it are over.')).toBeVisible()
      await page.getByRole('button', { name: 'Delete it' }).click()
      await expect(mine).toHaveCount(4)
      await expect(second).toHaveCount(0)
      await anotherReader.reload()
      await expect(anotherReader.getByText('A second thing.')).toHaveCount(0)

      const download = page.waitForEvent('download')
      await page.getByRole('link', { name: 'Take it with you' }).click()
      const exported: unknown = JSON.parse(await readFile(await (await download).path(), 'utf8'))
      expect(exported).toMatchObject({ guest: { email: wren.email } })
      expect(JSON.stringify(exported)).toContain('Said *better*.')

      const key = await keyOf(db, wren)
      const here = await db.select().from(comments).where(eq(comments.postId, post.slug))
      const answerable = here.filter(({ number }) => number === null || number > 2)
      await db.insert(follows).values([
        { id: randomUUID(), guestKey: key, postId: post.slug },
        { id: randomUUID(), guestKey: key, postId: 'a-post-that-went' },
        ...answerable.map(({ id }) => ({
          id: randomUUID(),
          guestKey: key,
          postId: post.slug,
          commentId: id,
        })),
      ])
      await page.reload()
      const letters = page.getByRole('region', { name: 'Letters' })
      const stop = (about: string) => letters.getByRole('button', { name: `Stop these letters: ${about}` })
      await expect(stop(`Replies to your comment 3 on ${post.title}`)).toHaveCount(1)
      await expect(stop(`Replies to your comment 4 on ${post.title}`)).toHaveCount(1)
      await expect(stop(`Replies to your comment “${post.words} That waits.” on ${post.title}`)).toHaveCount(
        1,
      )
      await stop(`Everything said on ${post.title}`).click()
      await expect(letters.getByRole('button', { name: /^Stop these/ })).toHaveCount(4)
      await letters.getByRole('button', { name: 'Stop all letters' }).click()
      await expect(letters).toContainText('You stopped all letters.')
      const stopped = await db.select().from(follows).where(eq(follows.guestKey, key))
      expect(stopped.map(({ stoppedAt }) => stoppedAt !== null)).toEqual(Array(5).fill(true))

      const regulars = page.getByRole('region', { name: 'The regulars' })
      await regulars.getByRole('button', { name: 'Name me there' }).click()
      await expect(regulars).toContainText('You are named among the regulars.')
      const named = anotherReader.getByRole('main').locator(`a[href="${wren.website}"]`)
      await expect(async () => {
        await anotherReader.goto('/regulars')
        await expect(named).toHaveText('Wren', { timeout: 500 })
      }).toPass({ timeout: 10_000 })
      await expect(named).toHaveAttribute('rel', 'ugc nofollow noopener')
      const opml = async () => (await anotherReader.request.get('/blogroll.opml')).text()
      expect(await opml()).toContain(`htmlUrl="${wren.website}"`)
      await regulars.getByRole('button', { name: 'Take me off' }).click()
      await expect(regulars).toContainText('You are not named')
      await anotherReader.reload()
      await expect(named).toHaveCount(0)
      expect(await opml()).not.toContain(wren.website)
      await regulars.getByRole('button', { name: 'Name me there' }).click()
      await expect(regulars).toContainText('You are named among the regulars.')

      await page.getByRole('link', { name: 'Erase me' }).click()
      await expect(page.getByRole('heading', { name: 'Erase me' })).toBeVisible()
      await page.getByLabel('Take my words away.').check()
      await page.getByRole('button', { name: 'Erase me' }).click()
      await expect(page.getByText('You are forgotten here')).toBeVisible()
      expect((await context.cookies()).filter(({ name }) => name === 'guest')).toEqual([])
      await expect(page.getByRole('button', { name: 'Send me a letter' })).toBeVisible()

      const rows = JSON.stringify(await everyRow(db))
      const mark = wren.email.slice('wren-'.length, wren.email.indexOf('@'))
      for (const word of [mark, key, post.words]) expect(rows, word).not.toContain(word)
      for (const path of [
        post.path,
        '/',
        '/comments.xml',
        `${post.path}/comments.xml`,
        '/regulars',
        '/blogroll.opml',
      ]) {
        const answer = await (await anotherReader.request.get(path)).text()
        for (const word of [mark, key, post.words]) expect(answer, `${word} at ${path}`).not.toContain(word)
      }
      expect((await page.request.get(`${site}/my-comments/export`, { maxRedirects: 0 })).status()).toBe(303)
    })
  })
}

test('whoever keeps their words loses their name alone', async ({
  page,
  context,
  anotherReader,
  db,
  post,
}) => {
  const ode = makePerson('Ode')
  await say(post, ode, post.words)
  await visitAs(context, db, ode)
  await page.goto('/my-comments/erase')
  const main = page.getByRole('main')
  await expect(main).toContainText('This cannot be undone. Nothing is changed until you press the button.')
  await expect(main.getByRole('listitem')).toHaveText([
    new RegExp(`^Your name, your address ${ode.email}, your website and your latest posts are taken off`),
    /^What your comments said before an edit is forgotten, and so is whether .+ trusted you\.$/,
    /^No letter comes any more/,
    /^Comments you left without this address are not touched/,
    /^You cannot be known again/,
    /^What others wrote stays.+copies that were made before, as feeds and backups are\.$/,
    /^You may want to take everything with you first/,
  ])
  await expect(main).toContainText('They stand as said by “Someone”.')
  await expect(main).toContainText('Where others answered, an empty place with its number is left.')
  await page.getByLabel('Keep my words, without my name.').check()
  await page.getByRole('button', { name: 'Erase me' }).click()
  await expect(page.getByText('You are forgotten here')).toBeVisible()
  await anotherReader.goto(post.path)
  await expect(anotherReader.getByRole('article', { name: 'Comment 1 by Someone' })).toContainText(post.words)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('whoever follows nothing can still stop all letters', async ({ page, context, db, post }) => {
    const una = makePerson('Una')
    await say(post, una, post.words)
    await visitAs(context, db, una)
    await page.goto('/my-comments')
    const letters = page.getByRole('region', { name: 'Letters' })
    await expect(letters).toContainText('You have asked for none that are to come.')
    await letters.getByRole('button', { name: 'Stop all letters' }).click()
    await expect(letters).toContainText('You stopped all letters.')
    await expect(letters.getByRole('button')).toHaveCount(0)
    const [guest] = await db
      .select()
      .from(guests)
      .where(eq(guests.key, await keyOf(db, una)))
    expect(guest?.stoppedAt).toBeInstanceOf(Date)
  })
})

test('a comment that waited shows one and the same time under its post and among one’s own', async ({
  page,
  context,
  db,
  post,
}) => {
  const wren = makePerson()
  await say(post, wren, post.words)
  await age(db, post, 3 * 24 * 3600)
  const shown = page.getByRole('article', { name: /^Comment \d+ by Wren$/ }).getByRole('time')
  await expect(async () => {
    await page.goto(post.path)
    await expect(shown).toBeVisible({ timeout: 500 })
  }).toPass()
  const time = await shown.textContent()
  await visitAs(context, db, wren)
  await page.goto('/my-comments')
  const mine = page.getByRole('article', { name: 'Your comment' })
  await expect(mine.getByRole('time')).toHaveText(time ?? '')
  await mine.getByRole('link', { name: /^Delete/ }).click()
  await expect(mine.getByRole('time')).toHaveText(time ?? '')
})
