import { listPosts } from './list-addresses'
import { expect, test } from './test'
import { narrow, wide } from './widths'

for (const viewport of [wide, narrow]) {
  test(`the note stands before the first paid link, at ${viewport.width} px`, async ({ page, request }) => {
    await page.setViewportSize(viewport)
    let withPaidLinks = 0
    for (const address of await listPosts(request)) {
      await page.goto(address)
      const note = page.getByRole('complementary', { name: 'Disclosure' })
      const paid = page.getByRole('article').first().locator('a[rel~="sponsored"]')
      if ((await paid.count()) === 0) {
        await expect(note, address).toHaveCount(0)
        continue
      }
      withPaidLinks++
      await expect(note, address).toBeVisible()
      const first = await paid.first().elementHandle()
      const before = await note.evaluate(
        (element, link) =>
          link !== null && Boolean(element.compareDocumentPosition(link) & Node.DOCUMENT_POSITION_FOLLOWING),
        first,
      )
      expect(before, address).toBe(true)
      expect((await note.boundingBox())?.y, address).toBeLessThan((await paid.first().boundingBox())?.y ?? 0)
      for (const link of await paid.all()) {
        expect(await link.getAttribute('rel'), address).toContain('nofollow')
        await expect(link.locator('xpath=following-sibling::*[1]'), address).toHaveText('ad')
      }
    }
    expect(withPaidLinks).toBeGreaterThan(1)
  })
}

test('a paid link is announced as one', async ({ page }) => {
  await page.goto('/posts/sometimes-we-fail')
  await expect(page.getByRole('link', { name: 'beechwood darning mushroom' })).toBeVisible()
  await expect(page.getByRole('img', { name: '(paid link)' }).first()).toBeVisible()
})
