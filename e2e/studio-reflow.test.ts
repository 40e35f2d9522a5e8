import { findCutOff, spaceOut } from './find-cut-off'
import { signInAs } from './studio'
import { caseOf, inboxOf, writeWaiting } from './studio-inbox'
import { expect, test } from './test'
import { narrow, wide } from './widths'

test('at 360 px the first comment is well in view, and all that narrows the list is at hand', async ({
  page,
  context,
  db,
  post,
}) => {
  await page.setViewportSize(narrow)
  await signInAs(context, db)
  await writeWaiting(db, post, [{ name: 'Ilka' }])
  await page.goto('/studio')
  const top = async () => (await page.getByRole('article').first().boundingBox())?.y
  expect(await top()).toBeLessThanOrEqual(420)
  const field = page.getByLabel('Search names and texts')
  await expect(field).toBeHidden()
  await page.getByText('Find a comment').click()
  await expect(page.getByRole('link', { name: /^first comment \d+$/ })).toBeVisible()
  await field.fill(post.words)
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page.getByRole('article')).toHaveCount(1)
  await expect(field).toBeVisible()
})

for (const viewport of [wide, narrow, { width: 320, height: 200 }]) {
  test(`the inbox has room for wider text, at ${viewport.width} px`, async ({ page, context, db, post }) => {
    await page.setViewportSize(viewport)
    await signInAs(context, db)
    await writeWaiting(db, post, [
      { name: 'Ilka', body: `${post.words} ${'Long words and short ones. '.repeat(20)}` },
      { name: 'Bo', forAuthor: true },
    ])
    await page.goto(inboxOf(post))
    await expect(caseOf(page, 'Ilka')).toBeVisible()
    const width = () => page.evaluate(() => document.documentElement.scrollWidth)
    expect(await width()).toBe(viewport.width)
    await spaceOut(page)
    expect(await width()).toBe(viewport.width)
    expect(await findCutOff(page)).toEqual([])
  })
}
