import { findUnfit } from './find-unfit'
import { walkStudio } from './states'
import { signInAs } from './studio'
import { writeWaiting } from './studio-inbox'
import { expect, test } from './test'
import { narrow } from './widths'

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

test('the studio has room from 320 px on and for wider text, and is whole in forced colours', async ({
  page,
  context,
  db,
  post,
}) => {
  const found: string[] = []
  await walkStudio({ page, context, db, post }, async (name) => {
    found.push(...(await findUnfit(page, name)))
  })
  expect(found).toEqual([])
})
