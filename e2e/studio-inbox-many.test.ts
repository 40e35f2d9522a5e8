import { eq } from 'drizzle-orm'
import { comments } from '../db/schema'
import { listRows, takeNextNumber } from './conversation'
import { signInAs } from './studio'
import { caseOf, countsOf, inboxOf, stateOf, writeWaiting } from './studio-inbox'
import { expect, test } from './test'
import { narrow } from './widths'

test.beforeEach(async ({ context, db }) => {
  await signInAs(context, db)
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('what is left among many says why', async ({ page, db, post }) => {
      await writeWaiting(db, post, [{ name: 'Ilka' }, { name: 'Bo' }, { name: 'Wren', forAuthor: true }])
      await page.goto(inboxOf(post))
      if (javaScriptEnabled) await page.getByLabel('Select all').check()
      else await page.getByRole('link', { name: 'Select all' }).click()
      await page.getByRole('button', { name: 'Approve all that is selected' }).click()
      await expect(
        page.getByText(
          'Approved 2 comments. They are on the page now. Wren was left: what was written for you alone is never published.',
        ),
      ).toBeVisible()
      await expect(page.getByRole('article')).toHaveCount(1)
      await page.getByRole('button', { name: 'Undo' }).click()
      await expect(page.getByRole('article')).toHaveCount(3)
    })

    test('what was done to many at once is taken back at once in the log', async ({ page, db, post }) => {
      const stored = await writeWaiting(db, post, [{ name: 'Ilka' }, { name: 'Bo' }, { name: 'Wren' }])
      await page.goto(inboxOf(post, '&all=1'))
      await page.getByRole('button', { name: 'Spam all that is selected' }).click()
      await expect(page.getByText('3 comments are in Spam.')).toBeVisible()
      await page.goto('/studio/log')
      const lines = page.getByRole('listitem').filter({ hasText: post.title })
      await expect(lines).toHaveCount(3)
      await lines.getByRole('button', { name: 'Undo', exact: true }).first().click()
      await expect(lines.filter({ hasText: 'Taken back' })).toHaveCount(1)
      await lines
        .filter({ hasText: 'Done in one go with 2 others on this page.' })
        .getByRole('button', { name: 'Undo all 2' })
        .click()
      await expect(lines.filter({ hasText: 'Taken back' })).toHaveCount(3)
      await expect(lines.getByRole('button')).toHaveCount(0)
      for (const { id } of stored) expect(await stateOf(db, id)).toMatchObject({ status: 'held' })
    })

    test('what was not taken back among many in the log says why, also when nothing is left to take back', async ({
      page,
      context,
      db,
      post,
    }) => {
      await writeWaiting(db, post, [{ name: 'Ilka' }, { name: 'Bo' }])
      await page.goto(inboxOf(post, '&all=1'))
      await page.getByRole('button', { name: 'Spam all that is selected' }).click()
      await expect(page.getByText('2 comments are in Spam.')).toBeVisible()
      await page.goto('/studio/log')
      const lines = page.getByRole('listitem').filter({ hasText: post.title })
      await expect(lines).toHaveCount(2)
      const another = await context.newPage()
      await another.goto(inboxOf(post, '&tab=spam'))
      await caseOf(another, 'Ilka').getByRole('button', { name: 'Bin' }).click()
      await expect(another.getByText('Ilka’s comment is in the bin.')).toBeVisible()
      await lines.getByRole('button', { name: 'Undo all 2' }).click()
      await expect(page.getByText('Something else was done to it since, as the log says.')).toBeVisible()
      await expect(lines.filter({ hasText: 'Taken back' })).toHaveCount(1)
      await expect(lines.getByRole('button', { name: /^Undo all/ })).toHaveCount(0)
    })

    test('what the database did not do is told by name, with what the log calls it', async ({
      page,
      db,
      post,
    }) => {
      await writeWaiting(db, post, [{ name: 'Ilka' }])
      await takeNextNumber(db, post)
      await writeWaiting(db, { ...post, slug: `${post.slug}-and-another` }, [{ name: 'Bo' }, { name: 'Una' }])
      await page.goto(inboxOf(post, '&all=1'))
      await page.getByRole('button', { name: 'Approve all that is selected' }).click()
      const left = /Ilka was left: the database did not answer\. In the log it is [0-9a-f]{8}\./
      await expect(page.getByText(left)).toContainText('Approved 2 comments. They are on the page now. Ilka')
      await expect(page.getByRole('article')).toHaveCount(1)
      await page.goto(inboxOf(post, '&all=1'))
      await page.getByRole('button', { name: 'Approve all that is selected' }).click()
      await expect(page.getByText(left)).toContainText('Nothing was changed. Ilka')
    })

    test('what was changed since it was read is told by name, and the name leads to it', async ({
      page,
      db,
      post,
    }) => {
      const stored = await writeWaiting(db, post, [{ name: 'Ilka' }, { name: 'Bo' }, { name: 'Wren' }])
      await page.goto(inboxOf(post, '&all=1'))
      for (const { id, name } of stored) {
        if (name === 'Wren') continue
        const changed = { body: `${post.words} Said otherwise.`, editedAt: new Date() }
        await db.update(comments).set(changed).where(eq(comments.id, id))
      }
      await page.getByLabel('Select the comment by Wren', { exact: true }).uncheck()
      await page.getByRole('button', { name: 'Approve all that is selected' }).click()
      const told = page.getByText(
        'Nothing was changed. Ilka and Bo were left: the text was changed since you read it.',
      )
      await expect(told).toBeVisible()
      await told.getByRole('link', { name: 'Bo' }).click()
      await expect(caseOf(page, 'Bo')).toBeFocused()
      if (!javaScriptEnabled) return
      await told.getByRole('link', { name: 'Load the page again' }).click()
      await expect(caseOf(page, 'Ilka')).toContainText('Said otherwise.')
      await expect(told).toHaveCount(0)
    })

    test('wherever in a long list it was, the way back is in view', async ({ page, db, post }) => {
      await page.setViewportSize(narrow)
      await writeWaiting(
        db,
        post,
        Array.from({ length: 30 }, () => ({})),
      )
      await page.goto(inboxOf(post))
      for (const name of ['Waiter 28', 'Waiter 29'])
        await page.getByLabel(`Select the comment by ${name}`, { exact: true }).check()
      await page.getByRole('button', { name: 'Spam all that is selected' }).click()
      await expect(page.getByText('2 comments are in Spam.')).toBeInViewport()
      await expect(page.getByRole('button', { name: 'Undo' })).toBeInViewport()
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
      await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0)
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

test('whoever decides about all that is there is led to the way back', async ({ page, db, post }) => {
  await writeWaiting(db, post, [{ name: 'Ilka' }, { name: 'Bo' }])
  await page.goto(inboxOf(post))
  await page.getByLabel('Select all').check()
  await page.getByRole('button', { name: 'Bin all that is selected' }).press('Enter')
  await expect(page.getByRole('button', { name: 'all that is selected' })).toHaveCount(0)
  await expect(page.getByRole('status').filter({ hasText: '2 comments are in the bin.' })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused()
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

test('the title of every tab names it and how many it holds', async ({ page, db, post, blog }) => {
  await writeWaiting(db, post, [{}, { status: 'spam' }, { status: 'removed' }])
  for (const [tab, place, said] of [
    ['waiting', 0, 'waiting'],
    ['published', 1, 'published'],
    ['spam', 2, 'in Spam'],
    ['bin', 3, 'in the bin'],
  ] as const) {
    await page.goto(`/studio?tab=${tab}`)
    const heading = await page.getByRole('heading', { level: 1 }).textContent()
    expect(heading).toMatch(new RegExp(`^((${(await countsOf(page))[place]} comments?|Nothing) ${said})$`))
    await expect(page).toHaveTitle(`${heading} · Inbox · ${blog.name} Studio`)
  }
})
