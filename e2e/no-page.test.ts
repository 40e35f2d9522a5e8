import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { specialPosts } from './fixture-posts'
import { paint } from './paint'
import { signInAs } from './studio'
import { expect, test } from './test'

test.use({ allowedErrors: [/404/] })

const lostHeading = 'This thread comes to nothing.'
const deadEnds = ['c/99', 'reply/99', `receipt/${randomUUID()}`, 'comments/99', 'comments/newest/99']
const elsewhere = [
  '/posts/never-a-post/follow',
  '/my-comments/cut-off-by-a-letter',
  '/studio/people/nobody',
  '/studio/never-a-page',
]

/** Goes to an address that leads nowhere, and to where it leads on to. */
async function lose(page: Page, address: string) {
  const answer = await page.goto(address)
  expect(answer?.status(), address).toBe(404)
  await page.waitForURL('/404')
  const heading = page.getByRole('main').getByRole('heading', { name: lostHeading })
  await expect(heading, address).toBeVisible()
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('an address that leads nowhere answers 404, and says so', async ({ page, context, db, post }) => {
      await signInAs(context, db)
      const addresses = deadEnds.map((end) => `${post.path}/${end}`)
      for (const address of [...addresses, ...elsewhere]) await lose(page, address)
    })

    test('a post or a quote that is not there, or not yet, is answered by the lost page itself', async ({
      page,
      post,
    }) => {
      for (const address of [
        '/posts/never-a-post',
        `/posts/${specialPosts.scheduled}`,
        `${post.path}/quotes/99`,
      ]) {
        const answer = await page.goto(address)
        expect(answer?.status(), address).toBe(404)
        expect(answer?.headers()['cache-control'], address).toContain('no-store')
        await expect(page.getByRole('heading', { name: lostHeading })).toBeVisible()
        await expect(page, address).toHaveURL(address)
      }
    })

    test('whoever is lost in the dark stays in the dark', async ({ page, post }) => {
      await page.emulateMedia({ colorScheme: 'dark' })
      await lose(page, `${post.path}/c/99`)
      const { ground } = await paint(page.getByText('The page may have been renamed'))
      expect(Math.max(...ground)).toBeLessThan(60)
    })
  })
}

test('an address that cannot be decoded leads to the lost page, too', async ({ baseURL }) => {
  for (const address of ['/%', '/%E0%A4%A', '/posts/%ff', '/posts/%/comments.xml', '/studio/%']) {
    const answer = await fetch(`${baseURL}${address}`)
    expect(answer.status, address).toBe(404)
    expect(await answer.text(), address).toContain(lostHeading)
  }
})

test('the theme that was chosen and the search by keys go along to a dead end', async ({ page, post }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto(post.path)
  await page.getByRole('radio', { name: 'Dark' }).check()
  await lose(page, `${post.path}/c/99`)
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked()
  const { ground } = await paint(page.getByText('The page may have been renamed'))
  expect(Math.max(...ground)).toBeLessThan(60)
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused()
})

test('an address with a slip in it lies ready as words to search for, and finds the post', async ({
  page,
}) => {
  const main = page.getByRole('main')
  for (const address of ['/2019/05/sometimes_we_fial.html', '/posts/sometimes-we-fial']) {
    await page.goto(address)
    await expect(main.getByRole('searchbox')).toHaveValue('sometimes we fial')
  }
  await main.getByRole('button', { name: 'Search' }).click()
  await expect(main.getByRole('link', { name: 'Sometimes we fail' })).toBeVisible()
})

test('whoever goes back from a dead end is where they came from', async ({ page, post }) => {
  await page.goto(post.path)
  await lose(page, `${post.path}/c/99`)
  await page.goBack()
  await expect(page).toHaveURL(post.path)
})
