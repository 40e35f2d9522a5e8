import { commentForm } from './comment-form'
import { expect, test } from './test'

test.use({ allowedErrors: [/Broken by the test/] })

test('a page that breaks says so, and Try again brings it back with the draft', async ({ page, post }) => {
  await page.addInitScript(() => {
    const { namedItem } = HTMLFormControlsCollection.prototype
    HTMLFormControlsCollection.prototype.namedItem = function (name) {
      if (sessionStorage.getItem('broken')) throw new Error('Broken by the test.')
      return namedItem.call(this, name)
    }
  })
  await page.goto(post.path)
  const form = commentForm(page)
  await form.fill({ body: post.words })
  await expect(page.getByText('Draft saved on this device.')).toBeVisible()

  // The form cannot fill in the draft, and takes the page with it.
  await page.evaluate(() => sessionStorage.setItem('broken', 'yes'))
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Something came apart on our side.' })).toBeVisible()
  await expect(page.getByText('Your draft, if you had one, is saved on this device.')).toBeVisible()

  await page.evaluate(() => sessionStorage.removeItem('broken'))
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(form.body).toHaveValue(post.words)
})
