import { searchOver } from './search-over'
import { expect, test } from './test'

// One page of each kind: without React, with React that waits, with React at once.
for (const path of ['/archive', '/posts/sometimes-we-fail', '/search']) {
  test.describe(`on ${path}`, () => {
    test.use({ givesSign: false })

    for (const key of ['Control+k', 'Meta+k']) {
      test(`${key} opens the search, arrows choose, Enter opens the post`, async ({ page }) => {
        await page.goto(path)
        await page.keyboard.press(key)
        const { dialog, field, status, posts, chosen } = searchOver(page)
        await expect(field).toBeFocused()
        await expect(status).toHaveText('Newest posts')
        await expect(posts).toHaveCount(5)
        await expect(chosen).toHaveCount(0)

        // At once: where a machine pauses between two letters, the posts with the first ones come before these.
        await page.keyboard.insertText('fail')
        await expect(status).toHaveText(/^\d+ posts?$/)
        await expect(field).toHaveAttribute('aria-expanded', 'true')
        const all = await posts.all()
        expect(all.length).toBeGreaterThan(1)
        const expectChosen = async (place: number) => {
          await expect(chosen).toHaveCount(1)
          const id = (await all.at(place)?.getAttribute('id')) ?? ''
          await expect(chosen).toHaveId(id)
          await expect(field).toHaveAttribute('aria-activedescendant', id)
          await expect(chosen).toBeInViewport()
          await expect(field).toBeFocused()
        }
        await expectChosen(0)
        await expect(chosen.getByText('fail', { exact: true }).first()).toBeVisible()
        await page.keyboard.press('ArrowUp')
        await expectChosen(-1)
        await page.keyboard.press('ArrowDown')
        await expectChosen(0)
        await page.keyboard.press('ArrowDown')
        await expectChosen(1)
        const title = (await chosen.locator('h2').textContent()) ?? ''
        await page.keyboard.press('Enter')
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
        await expect(dialog).toBeHidden()
      })
    }
  })
}

test('Esc and Close lead back to where the reader was, and the words stay for the next time', async ({
  page,
}) => {
  await page.goto('/')
  const from = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'About' })
  const { dialog, field, status } = searchOver(page)
  for (const close of [
    () => page.keyboard.press('Escape'),
    () => dialog.getByRole('button', { name: 'Close' }).click(),
  ]) {
    await from.focus()
    await page.keyboard.press('Control+k')
    await expect(field).toBeFocused()
    await page.keyboard.type('fail')
    await expect(status).toHaveText(/^\d+ posts?$/)
    await close()
    await expect(dialog).toBeHidden()
    await expect(from).toBeFocused()
  }
  await page.keyboard.press('Control+k')
  await expect(field).toHaveValue('fail')
  await expect(status).toHaveText(/^\d+ posts?$/)
})

test('whoever types elsewhere keeps their keys, and a search field hands over its words', async ({
  page,
}) => {
  const { dialog, field } = searchOver(page)
  await page.goto('/posts/sometimes-we-fail')
  for (const label of ['Your comment', 'Name']) {
    await page.getByRole('textbox', { name: label, exact: true }).focus()
    await page.keyboard.press('Control+k')
  }
  // A key that is heard comes after those that were not.
  await page.getByRole('radio', { name: 'System' }).focus()
  await page.keyboard.press('Control+Shift+k')
  await page.keyboard.press('Control+k')
  await expect(field).toBeFocused()
  await expect(page.getByRole('dialog')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()

  await page.goto('/search')
  await page.getByRole('searchbox').fill('wool')
  await page.keyboard.press('Control+k')
  await expect(field).toHaveValue('wool')
})

test('in a comment Ctrl-K opens nothing and fetches nothing', async ({ page }) => {
  const fetched: string[] = []
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname))
  await page.goto('/posts/sometimes-we-fail')
  await page.getByLabel('Your comment').focus()
  await page.keyboard.press('Control+k')
  await page.keyboard.press('Meta+k')
  await page.keyboard.type('Said.')
  await expect(page.getByText('Draft saved on this device.')).toBeVisible()
  expect(fetched.filter((path) => path.includes('search'))).toEqual([])
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('Enter with a key that opens links elsewhere opens the post elsewhere', async ({ page, context }) => {
  await page.goto('/')
  await page.keyboard.press('Control+k')
  const { dialog, chosen } = searchOver(page)
  await page.keyboard.type('fail')
  await expect(chosen).toHaveCount(1)
  const href = (await chosen.getAttribute('href')) ?? ''
  for (const key of ['Control+Enter', 'Shift+Enter']) {
    const opened = context.waitForEvent('page')
    await page.keyboard.press(key)
    await expect(await opened, key).toHaveURL(href)
    await expect(dialog).toBeVisible()
    await expect(page).toHaveURL('/')
    await page.bringToFront()
  }
})

test('words that are nowhere stay in the field, and tags are offered', async ({ page }) => {
  await page.goto('/')
  await page.keyboard.press('Control+k')
  const { dialog, field, status, posts } = searchOver(page)
  await expect(field).toBeFocused()
  await page.keyboard.type('xyzzy')
  await expect(status).toHaveText('Nothing for ‘xyzzy’. Try a tag:')
  await expect(posts).toHaveCount(0)
  await expect(field).toHaveValue('xyzzy')
  await expect(field).toHaveAttribute('aria-expanded', 'false')
  await dialog.getByRole('list', { name: 'Tags' }).getByRole('link', { name: /wool/ }).click()
  await expect(page).toHaveURL('/tags/wool')
})

test('a page that is left closes the dialog, as it may be shown again as it was', async ({ page }) => {
  await page.goto('/')
  await page.keyboard.press('Control+k')
  const { dialog, field } = searchOver(page)
  await expect(field).toBeFocused()
  // This browser keeps no page that was left; others say so by the same event.
  await page.evaluate(() => dispatchEvent(new Event('pagehide')))
  await expect(dialog).toBeHidden()
})
