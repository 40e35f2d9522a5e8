import type { Locator, Page } from '@playwright/test'
import { commentForm } from './comment-form'
import { addLastWord, listRows, writeRows } from './conversation'
import { holdPost } from './hold-post'
import { openPlainForm, postPlainly } from './plain-form'
import { expect, test } from './test'

test('a comment is shown as being posted before anybody has answered', async ({ page, post }) => {
  const held = await holdPost(page)
  await page.goto(post.path)
  const form = commentForm(page)
  await form.fill({ body: post.words, name: 'Wren' })
  const shown = await watchForPosting(form.status)
  await form.button.click()
  await expect(form.mine).toContainText(post.words)
  await expect(form.mine).toContainText('Wren')
  await expect(form.status).toHaveText('Posting…')
  expect(await shown.evaluate(({ after }) => after)).toBeLessThanOrEqual(100)
  await (await held.arrived).continue()
  await expect(form.status).toHaveText('Posted. Thank you for taking the time.')
})

/** Measured in the page: milliseconds from the next click until the comment and "Posting…" stand in it. */
function watchForPosting(status: Locator) {
  return status.evaluateHandle((element) => {
    const after = new Promise<number>((resolve) => {
      let clicked = Number.NaN
      const start = () => {
        clicked = performance.now()
      }
      document.addEventListener('click', start, { capture: true, once: true })
      new MutationObserver(() => {
        const mine = document.querySelector('article[aria-label="What you wrote"]')
        if (mine && element.textContent === 'Posting…') resolve(performance.now() - clicked)
      }).observe(element, { childList: true, characterData: true, subtree: true })
    })
    return { after }
  })
}

test('when it is posted the comment stands in the list, once, and has the focus', async ({ page, post }) => {
  await page.goto(post.path)
  const form = commentForm(page)
  const seen = await watchComments(page)
  await form.post({ body: post.words, name: 'Wren' })
  await expect(page.getByRole('article', { name: 'Comment 1 by Wren' })).toBeFocused()
  await expect(page.getByText(post.words)).toHaveCount(1)
  expect(await seen.evaluate(({ most }) => most)).toBe(1)
  await expect(form.mine).toHaveCount(0)
  await expect(page.getByRole('heading', { name: '1 comment', exact: true })).toBeVisible()
})

/** How many times the page showed the comment at most, from now on: asked after every change, before any paint. */
function watchComments(page: Page) {
  return page.evaluateHandle(() => {
    const seen = { most: 0 }
    new MutationObserver(() => {
      const comments = document.querySelectorAll('article[id^="c-"], article[aria-label="What you wrote"]')
      seen.most = Math.max(seen.most, comments.length)
    }).observe(document.body, { childList: true, subtree: true })
    return seen
  })
}

test('what becomes of a comment is announced once each', async ({ page, post }) => {
  await page.goto(post.path)
  const form = commentForm(page)
  const said = await form.status.evaluateHandle((status) => {
    const said: (string | null)[] = []
    new MutationObserver(() => said.push(status.textContent)).observe(status, {
      childList: true,
      characterData: true,
      subtree: true,
    })
    return said
  })
  await form.post({ body: post.words, name: 'Wren' })
  await expect(page.getByRole('article', { name: 'Comment 1 by Wren' })).toBeFocused()
  expect(await said.jsonValue()).toEqual(['Posting…', 'Posted. Thank you for taking the time.'])
})

test('the form is ready for another comment of the same person', async ({ page, db, post }) => {
  await page.goto(post.path)
  const form = commentForm(page)
  await form.post({ body: post.words, name: 'Wren' })
  await expect(page.getByRole('article', { name: 'Comment 1 by Wren' })).toBeFocused()
  await expect(form.body).toHaveValue('')
  await form.post({ body: 'And another thing.' })
  await expect(page.getByRole('article', { name: 'Comment 2 by Wren' })).toBeFocused()
  expect(await listRows(db, post)).toMatchObject([{ body: post.words }, { body: 'And another thing.' }])
})

test('whoever begins the next comment while one is on its way keeps it', { tag: '@any-window' }, async ({
  page,
  post,
}) => {
  const held = await holdPost(page)
  await page.goto(post.path)
  const form = commentForm(page)
  await form.post({ body: post.words, name: 'Wren' })
  const route = await held.arrived
  await form.body.fill('And another thing.')
  await route.continue()
  await expect(form.status).toHaveText('Posted. Thank you for taking the time.')
  await expect(form.body).toHaveValue('And another thing.')
})

test('a comment from a page where it does not stand leads to its place', async ({ page, db, post }) => {
  await writeRows(
    db,
    post,
    Array.from({ length: 57 }, () => ({})),
  )
  await addLastWord(db, post)
  await page.goto(post.path)
  const form = commentForm(page)
  await form.post({ body: 'From the first page.', name: 'Wren' })
  await expect(form.status).toHaveText('Posted. Thank you for taking the time.')
  await page.getByRole('link', { name: 'See where it stands' }).click()
  await expect(page).toHaveURL(`${post.path}/comments/2#c-59`)
  await expect(page.getByRole('article', { name: 'Comment 59 by Wren' })).toBeInViewport()
})

test('the same words of the same person, sent many times at once, are one comment', {
  tag: '@any-window',
}, async ({ db, post, baseURL }) => {
  const form = await openPlainForm(`${baseURL}${post.path}`)
  const posts = Array.from({ length: 20 }, () => postPlainly(form, { body: post.words, name: 'Wren' }))
  const answers = await Promise.all(posts)
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]))
  expect(new Set(answers.map(({ headers }) => headers.get('location')))).toEqual(
    new Set([`${post.path}?posted=1#c-1`]),
  )
  expect(await listRows(db, post)).toMatchObject([{ body: post.words, number: 1 }])
})
