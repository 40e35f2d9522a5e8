import { listPosts } from './list-addresses'
import { expect, test } from './test'
import { narrow, wide } from './widths'

/** Who pays for links, and whom the author named by `<Sponsored>`. */
const payingHosts = ['haberdash.example', 'boundpages.example', 'longlast.example']
const paidLinks = [...payingHosts.map((host) => `a[href*="//${host}/"]`), 'a[rel~="sponsored"]'].join(', ')

for (const viewport of [wide, narrow]) {
  test(`the note stands before the first paid link, at ${viewport.width} px`, async ({ page, request }) => {
    await page.setViewportSize(viewport)
    const hosts = new Set<string>()
    let withPaidLinks = 0
    for (const address of await listPosts(request)) {
      await page.goto(address)
      const note = page.getByRole('complementary', { name: 'Disclosure' })
      const paid = page.getByRole('article').first().locator(paidLinks)
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
        const rel = (await link.getAttribute('rel'))?.split(' ')
        expect(rel, address).toEqual(expect.arrayContaining(['sponsored', 'nofollow']))
        const mark = link.locator('xpath=following-sibling::*[1]')
        await expect(mark, address).toHaveText('ad')
        await expect(mark, address).toBeVisible()
        const { href } = await link.evaluate(({ href }: HTMLAnchorElement) => ({ href }))
        hosts.add(new URL(href).host)
      }
    }
    expect(withPaidLinks).toBeGreaterThan(1)
    expect([...hosts].sort()).toEqual([...payingHosts].sort())
  })
}

test('a paid link is announced as one', async ({ page }) => {
  await page.goto('/posts/sometimes-we-fail')
  await expect(page.getByRole('link', { name: 'beechwood darning mushroom' })).toBeVisible()
  await expect(page.getByRole('img', { name: '(paid link)' }).first()).toBeVisible()
})
