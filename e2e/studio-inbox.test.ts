import { eq } from 'drizzle-orm'
import { comments, people } from '../db/schema'
import { listRows } from './conversation'
import { publish } from './own-comments'
import { signInAs } from './studio'
import { caseOf, countsOf, inboxOf, personOf, stateOf, writeWaiting } from './studio-inbox'
import { expect, test } from './test'

const verbs = [
  { button: 'Approve', status: 'published', said: 'Approved Ilka’s comment. It is on the page now.', tab: 1 },
  { button: 'Spam', status: 'spam', said: 'Ilka’s comment is in Spam.', tab: 2 },
  { button: 'Bin', status: 'removed', said: 'Ilka’s comment is in the bin.', tab: 3 },
] as const

test.beforeEach(async ({ context, db }) => {
  await signInAs(context, db)
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    for (const { button, status, said, tab } of verbs) {
      test(`${button} takes effect, and Undo gives back what was before`, async ({ page, db, post }) => {
        const [ilka] = await writeWaiting(db, post, [{ name: 'Ilka', reasons: ['links: 2'] }, { name: 'Bo' }])
        const id = ilka?.id ?? ''
        const before = await stateOf(db, id)
        await page.goto(inboxOf(post))
        const counted = await countsOf(page)
        let loads = 0
        page.on('load', () => loads++)
        await caseOf(page, 'Ilka').getByRole('button', { name: button, exact: true }).click()
        await expect(page.getByRole('status').filter({ hasText: said })).toBeVisible()
        await expect(caseOf(page, 'Ilka')).toHaveCount(0)
        expect((await stateOf(db, id))?.status).toBe(status)
        // Other tests comment meanwhile, so the others are left aside.
        await expect.poll(async () => (await countsOf(page))[tab]).toBeGreaterThan(counted[tab] ?? 0)

        await page.getByRole('button', { name: 'Undo' }).click()
        await expect(caseOf(page, 'Ilka')).toBeVisible()
        await expect(caseOf(page, 'Ilka')).toContainText('Two links')
        // A number once given stays, and the time of it.
        const { number: _, publishedAt: __, ...after } = (await stateOf(db, id)) ?? {}
        expect(before).toMatchObject(after)
        if (javaScriptEnabled) expect(loads).toBe(0)
      })
    }

    test('a reply approves the comment and stands below it, by the author', async ({
      page,
      db,
      post,
      blog,
    }) => {
      const [halla] = await writeWaiting(db, post, [{ name: 'Halla' }])
      await page.goto(inboxOf(post))
      const comment = caseOf(page, 'Halla')
      await comment.getByText('Reply and approve').click()
      const field = comment.getByLabel('Your reply to Halla')
      await test.step('an empty one is refused, and nothing is approved', async () => {
        await comment.getByRole('button', { name: 'Approve and reply' }).click()
        await expect(page.getByText('Write a comment before posting')).toBeVisible()
        expect((await stateOf(db, halla?.id ?? ''))?.status).toBe('held')
      })
      await field.fill('It is still up. Tell us about the *goat*.')
      await comment.getByRole('button', { name: 'Approve and reply' }).click()
      await expect(page.getByText('Your reply to Halla is on the page now.')).toBeVisible()
      const [first, reply] = await listRows(db, post)
      expect(first).toMatchObject({ status: 'published', number: 2 })
      expect(reply).toMatchObject({
        status: 'published',
        byAuthor: true,
        parentId: halla?.id,
        name: blog.author,
      })
      await expect(async () => {
        await page.goto(post.path)
        await expect(page.locator('#c-3')).toContainText('Tell us about the goat', { timeout: 500 })
      }).toPass()
    })

    test('an edit changes the text, trust is kept, and both are undone', async ({ page, db, post }) => {
      const [ilka, bo] = await writeWaiting(db, post, [{ name: 'Ilka' }, { name: 'Bo' }])
      await page.goto(inboxOf(post))
      const comment = caseOf(page, 'Ilka')
      await comment.getByText('Edit', { exact: true }).click()
      await comment.getByLabel('The comment by Ilka', { exact: true }).fill(`${post.words} Mended.`)
      await comment.getByRole('button', { name: 'Save the text' }).click()
      await expect(page.getByText('Changed Ilka’s comment.')).toBeVisible()
      await expect(comment.getByRole('paragraph').filter({ hasText: 'Mended.' })).toBeVisible()
      await page.getByRole('button', { name: 'Undo' }).click()
      await expect(comment.getByRole('paragraph').filter({ hasText: 'Mended.' })).toHaveCount(0)
      expect((await stateOf(db, ilka?.id ?? ''))?.body).toBe(`${post.words} Comment 1.`)

      const standing = () =>
        db
          .select()
          .from(people)
          .where(eq(people.key, personOf(bo?.id ?? '')))
      await caseOf(page, 'Bo').getByLabel('Trust Bo from now on').check()
      await caseOf(page, 'Bo').getByRole('button', { name: 'Approve', exact: true }).click()
      await expect(page.getByText('Bo is trusted from now on.')).toBeVisible()
      expect(await standing()).toMatchObject([{ standing: 'trusted' }])
      await page.getByRole('button', { name: 'Undo' }).click()
      await expect(caseOf(page, 'Bo')).toBeVisible()
      await expect.poll(standing).toEqual([])
    })

    test('readers are told whose the last edit was', async ({ page, anotherReader, db, post, blog }) => {
      await writeWaiting(db, post, [{ name: 'Ilka' }])
      await page.goto(inboxOf(post))
      const comment = caseOf(page, 'Ilka')
      await comment.getByText('Edit', { exact: true }).click()
      await comment.getByLabel('The comment by Ilka', { exact: true }).fill(`${post.words} Mended.`)
      await comment.getByRole('button', { name: 'Save the text' }).click()
      await expect(page.getByText('Changed Ilka’s comment.')).toBeVisible()
      await comment.getByRole('button', { name: 'Approve', exact: true }).click()
      await expect(page.getByText('Approved Ilka’s comment.')).toBeVisible()
      await expect(async () => {
        await anotherReader.goto(post.path)
        await expect(anotherReader.getByRole('article', { name: /by Ilka$/ })).toContainText(
          `Edited by ${blog.author}`,
          { timeout: 500 },
        )
      }).toPass()
    })

    test('what its writer changed since it was read is not approved, alone or among many', async ({
      page,
      db,
      post,
    }) => {
      const [ilka] = await writeWaiting(db, post, [{ name: 'Ilka' }, { name: 'Bo' }])
      const id = ilka?.id ?? ''
      await page.goto(inboxOf(post))
      const changed = { body: `${post.words} Said otherwise.`, editedAt: new Date() }
      await db.update(comments).set(changed).where(eq(comments.id, id))
      await caseOf(page, 'Ilka').getByRole('button', { name: 'Approve', exact: true }).click()
      await expect(page.getByText('Its writer has changed the text since.')).toBeVisible()
      if (javaScriptEnabled) {
        await page.getByLabel('Select the comment by Ilka', { exact: true }).check()
        await page.getByLabel('Select the comment by Bo', { exact: true }).check()
        await page.getByRole('button', { name: 'Approve all that is selected' }).click()
        await expect(caseOf(page, 'Bo')).toHaveCount(0)
        expect((await stateOf(db, id))?.status).toBe('held')
      }
      await page.goto(inboxOf(post))
      await expect(caseOf(page, 'Ilka')).toContainText('Said otherwise.')
      await caseOf(page, 'Ilka').getByRole('button', { name: 'Approve', exact: true }).click()
      await expect(caseOf(page, 'Ilka')).toHaveCount(0)
      expect((await stateOf(db, id))?.status).toBe('published')
    })

    test('many are decided at once, and taken back at once', async ({ page, db, post }) => {
      const rows = Array.from({ length: 40 }, () => ({}))
      await writeWaiting(db, post, rows)
      const all = async () => new Set((await listRows(db, post)).map(({ status }) => status))
      await page.goto(inboxOf(post))
      await expect(page.getByRole('article')).toHaveCount(40)
      if (javaScriptEnabled) await page.getByLabel('Select all').check()
      else await page.getByRole('link', { name: 'Select all' }).click()
      await page.getByLabel('Select the comment by Waiter 7', { exact: true }).uncheck()
      await page.getByRole('button', { name: 'Bin all that is selected' }).click()
      await expect(page.getByText('39 comments are in the bin.')).toBeVisible()
      await expect(page.getByRole('article')).toHaveCount(1)
      expect(await all()).toEqual(new Set(['held', 'removed']))
      await page.getByRole('button', { name: 'Undo' }).click()
      await expect(page.getByRole('article')).toHaveCount(40)
      expect(await all()).toEqual(new Set(['held']))
      await test.step('with nothing selected it is said so', async () => {
        await page.goto(inboxOf(post))
        await page.getByRole('button', { name: 'Spam all that is selected' }).click()
        await expect(page.getByText('Select a comment first.')).toBeVisible()
      })
    })
  })
}

test('Undo is offered for ten seconds', async ({ page, db, post }) => {
  await writeWaiting(db, post, [{ name: 'Ilka' }])
  await page.goto(inboxOf(post))
  await caseOf(page, 'Ilka').getByRole('button', { name: 'Spam', exact: true }).click()
  const undo = page.getByRole('button', { name: 'Undo' })
  await expect(undo).toBeVisible()
  const since = Date.now()
  await expect(undo).toHaveCount(0, { timeout: 15_000 })
  expect(Date.now() - since).toBeGreaterThan(9_000)
  await expect(page.getByText('Nothing more here.')).toBeVisible()
})

test('a list longer than a page goes on by a link, and what is asked for stays', async ({
  page,
  db,
  post,
}) => {
  const rows = Array.from({ length: 55 }, (_, index) => ({
    reasons: index === 54 ? ['links: 3'] : ['flood'],
  }))
  await writeWaiting(db, post, rows)
  await page.goto(inboxOf(post))
  await expect(page.getByRole('article')).toHaveCount(50)
  await page.getByRole('link', { name: 'Older' }).click()
  await expect(page.getByRole('article')).toHaveCount(5)
  await expect(caseOf(page, 'Waiter 55')).toBeVisible()
  await page.goto(inboxOf(post))
  await page.getByRole('link', { name: /^has links \d/ }).click()
  await expect(page.getByRole('article')).toHaveCount(1)
  await expect(caseOf(page, 'Waiter 55')).toContainText('Three links')
})

test('what is just for the author says so in words, and cannot be approved', async ({ page, db, post }) => {
  await writeWaiting(db, post, [{ name: 'Ilka', forAuthor: true, reasons: [] }])
  await page.goto(inboxOf(post))
  await expect(caseOf(page, 'Ilka')).toContainText('Just for you')
  await expect(caseOf(page, 'Ilka').getByRole('button', { name: 'Approve' })).toHaveCount(0)
  await expect(caseOf(page, 'Ilka').getByText('Reply')).toHaveCount(0)
  await expect(caseOf(page, 'Ilka').getByText('Edit')).toHaveCount(0)
  await caseOf(page, 'Ilka').getByRole('button', { name: 'Put away' }).click()
  await expect(page.getByText('Ilka’s comment is in the bin.')).toBeVisible()
})

test('what its writer deleted says so in the bin, and nothing can be done to it', async ({ page, post }) => {
  const comment = await publish(page, post)
  await comment.getByRole('button', { name: 'Delete' }).click()
  await page.getByRole('button', { name: 'Delete it' }).click()
  await expect(page.getByText('Your comment is deleted.')).toBeVisible()
  await page.goto(inboxOf(post, '&tab=bin'))
  await expect(caseOf(page, 'Wren')).toContainText('deleted by its writer, for good')
  await expect(caseOf(page, 'Wren').getByRole('button')).toHaveCount(0)
  await expect(caseOf(page, 'Wren').getByRole('checkbox')).toHaveCount(0)
})

test.describe('when the server is out of reach', () => {
  test.use({ allowedErrors: [/Failed to load resource|net::ERR/] })

  test('no word of a reply is lost', async ({ page, db, post }) => {
    const [ilka] = await writeWaiting(db, post, [{ name: 'Ilka' }])
    await page.goto(inboxOf(post))
    const comment = caseOf(page, 'Ilka')
    await comment.getByText('Reply and approve').click()
    await comment.getByLabel('Your reply to Ilka').fill('Long thought about.')
    await page.route('**/studio*', (route) => route.abort())
    await comment.getByRole('button', { name: 'Approve and reply' }).click()
    await expect(page.getByText('We could not reach the server')).toBeVisible()
    await expect(comment.getByLabel('Your reply to Ilka')).toHaveValue('Long thought about.')
    await page.unroute('**/studio*')
    await comment.getByRole('button', { name: 'Spam' }).click()
    await expect(page.getByText('What you typed to answer was not sent.')).toBeVisible()
    await expect(comment.getByLabel('Your reply to Ilka')).toHaveValue('Long thought about.')
    await comment.getByRole('button', { name: 'Approve and reply' }).click()
    await expect(page.getByText('Your reply to Ilka is on the page now.')).toBeVisible()
    expect((await stateOf(db, ilka?.id ?? ''))?.status).toBe('published')
  })
})
