import type { Locator } from '@playwright/test'
import { specialPosts } from './fixture-posts'
import { expect, test } from './test'

const post = '/posts/sometimes-we-fail'
const talked = `/posts/${specialPosts.talked}`

test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
})

const after = (part: Locator) => part.evaluate((element) => getComputedStyle(element, '::after').content)

test('on paper a post has its words, its disclosure and its quotes, and no head of the page', async ({
  page,
}) => {
  await page.goto(post)
  const main = page.getByRole('main')
  for (const part of [
    main.getByRole('heading', { level: 1 }),
    main.getByRole('complementary', { name: 'Disclosure' }),
    main.getByRole('figure', { name: 'Quote' }).first().getByRole('blockquote'),
    main.getByRole('complementary', { name: 'Note 1' }),
  ]) {
    await expect(part).toBeVisible()
  }
  await expect(main.getByRole('link', { name: 'Click to Tweet' }).first()).toBeHidden()
  for (const role of ['banner', 'contentinfo', 'dialog', 'form'] as const) {
    for (const part of await page.getByRole(role).all()) await expect(part).toBeHidden()
  }
})

test('on paper all words are black, and the paper is white', async ({ page }) => {
  for (const path of [post, '/posts/enough-for-a-hat', talked, '/about']) {
    await page.goto(path)
    const coloured = await page.locator('body').evaluate((body) => {
      const words = document.createTreeWalker(body, NodeFilter.SHOW_TEXT)
      const found = new Set<string>()
      let seen = 0
      while (words.nextNode()) {
        const parent = words.currentNode.parentElement
        // Some are for screen readers alone.
        if (!parent?.checkVisibility() || parent.closest('.vh') || !words.currentNode.textContent?.trim())
          continue
        seen++
        const { color } = getComputedStyle(parent)
        if (color !== 'rgb(0, 0, 0)') found.add(`${color}: ${words.currentNode.textContent.slice(0, 40)}`)
      }
      return seen > 20 ? [...found] : ['hardly a word']
    })
    expect(coloured, path).toEqual([])
    await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)')
  }
})

test('on paper a link to another site says its address, in comments too', async ({ page }) => {
  await page.goto(post)
  expect(await after(page.getByRole('link', { name: 'beechwood darning mushroom' }))).toContain('http')
  await page.goto(talked)
  const ada = page.getByRole('article', { name: 'Comment 1 by Ada' })
  for (const name of [/^Ada/, /^https:\/\/example\.com\/twice/, /^Rain, again/]) {
    expect(await after(ada.getByRole('link', { name })), String(name)).toContain('https://example.com/')
  }
  await page.emulateMedia({ media: 'screen' })
  expect(await after(ada.getByRole('link', { name: /^Ada/ }))).not.toContain('http')
})

test('on paper the comments are notes behind their numbers, smaller than the text', async ({ page }) => {
  await page.goto(talked)
  const [text, comment] = await Promise.all(
    [page.locator('.prose p').first(), page.locator('.c-body p').first()].map((part) =>
      part.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize)),
    ),
  )
  expect(comment).toBeLessThan(text ?? 0)
  const notes = page.getByRole('article', { name: /^Comment \d+ by / })
  expect(await notes.count()).toBeGreaterThan(40)
  const wrong = await notes.evaluateAll((notes) =>
    notes.flatMap((note) => {
      const number = note.querySelector('.no')?.getBoundingClientRect()
      const words = note.querySelector('.c-body')?.getBoundingClientRect()
      const who = note.querySelector('.who')?.getBoundingClientRect()
      const isBefore =
        number && words && who && number.right < words.left && Math.abs(number.top - who.top) < 10
      return isBefore ? [] : [note.getAttribute('aria-label')]
    }),
  )
  expect(wrong).toEqual([])
  await expect(page.locator('.avatar').first()).toBeHidden()
})

test('on paper nothing that fits on a page is cut in two', async ({ page }) => {
  await page.goto(post)
  const main = page.getByRole('main')
  const whole = [
    main.getByRole('figure', { name: 'Quote' }).first(),
    main.getByRole('figure').filter({ has: page.getByRole('img') }),
  ]
  for (const part of whole) await expect(part).toHaveCSS('break-inside', 'avoid')
  for (const heading of await main.locator('.prose .h').all())
    await expect(heading).toHaveCSS('break-after', 'avoid')
  await page.goto(talked)
  await expect(page.getByRole('article', { name: 'Comment 1 by Ada' })).toHaveCSS('break-inside', 'avoid')
})

test('on paper the border of a quote is a line, and no white ground over its words', async ({ page }) => {
  await page.goto(post)
  const quote = page.getByRole('figure', { name: 'Quote' }).first()
  const seam = await quote.evaluate((element) => {
    const { borderTopStyle, backgroundColor } = getComputedStyle(element, '::before')
    return { borderTopStyle, backgroundColor }
  })
  expect(seam).toEqual({ borderTopStyle: 'dashed', backgroundColor: 'rgba(0, 0, 0, 0)' })
})
