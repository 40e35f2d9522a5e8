import { listAddresses, listPosts } from './list-addresses'
import { expect, test } from './test'
import { narrow, wide } from './widths'

const long = '/posts/lists-i-lost'

test('a heading belongs to what follows it: four times the space above', async ({ page, request }) => {
  const wrong = []
  let seen = 0
  for (const address of await listAddresses(request)) {
    await page.goto(address)
    for (const viewport of [wide, narrow]) {
      await page.setViewportSize(viewport)
      const headings = page.locator('.prose').getByRole('heading', { level: 2 })
      const spaces = await headings.evaluateAll((all) =>
        all.map((heading) => {
          const row = heading.parentElement
          const box = heading.getBoundingClientRect()
          // Nothing stands before the first. A note in the margin takes no room: what stands before is the block it belongs to.
          const above = box.top - (row?.previousElementSibling?.getBoundingClientRect().bottom ?? Number.NaN)
          const below = (row?.nextElementSibling?.getBoundingClientRect().top ?? Number.NaN) - box.bottom
          return { words: heading.textContent, above, below }
        }),
      )
      seen += spaces.length
      for (const { words, above, below } of spaces.filter((each) => !Number.isNaN(each.above))) {
        if (!(above / below >= 4))
          wrong.push(`${address} at ${viewport.width} px, ${words}: ${above} by ${below}`)
      }
    }
  }
  expect(wrong).toEqual([])
  expect(seen).toBeGreaterThan(40)
})

test('every heading of every post has a link of its own beside it, named after it', async ({
  page,
  request,
}) => {
  let seen = 0
  for (const address of await listPosts(request)) {
    await page.goto(address)
    const prose = page.locator('.prose')
    for (const heading of await prose.getByRole('heading').filter({ hasText: /\S/ }).all()) {
      const name = (await heading.textContent()) ?? ''
      const link = prose.getByRole('link', { name: `Link to section: ${name}`, exact: true })
      await expect(link, `${address}: ${name}`).toHaveAttribute(
        'href',
        `#${await heading.getAttribute('id')}`,
      )
      await expect(heading.getByRole('link', { name: 'Link to section' })).toHaveCount(0)
      seen++
    }
  }
  expect(seen).toBeGreaterThan(20)
})

for (const viewport of [wide, narrow]) {
  test(`the link of a heading brings it into sight, by the keys, at ${viewport.width} px`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport)
    await page.goto(long)
    const prose = page.locator('.prose')
    const links = prose.getByRole('link', { name: /^Link to section: / })
    expect(await links.count()).toBeGreaterThan(4)
    for (const link of await links.all()) {
      const id = ((await link.getAttribute('href')) ?? '').slice(1)
      // Where the keys do not come by, they do not come back to.
      await link.focus()
      await page.keyboard.press('Shift+Tab')
      await page.keyboard.press('Tab')
      await expect(link).toBeFocused()
      await page.keyboard.press('Enter')
      await expect(page).toHaveURL(`${long}#${id}`)
      const place = () =>
        prose.locator(`[id="${id}"]`).evaluate((heading) => {
          const { top, left, height } = heading.getBoundingClientRect()
          const over = document.elementFromPoint(left + 4, top + height / 2)
          return { top, isCovered: over !== heading }
        })
      await expect.poll(async () => (await place()).top, id).toBeLessThan(viewport.height / 2)
      const { top, isCovered } = await place()
      expect(top, id).toBeGreaterThanOrEqual(16)
      expect(isCovered, id).toBe(false)
    }
  })
}
