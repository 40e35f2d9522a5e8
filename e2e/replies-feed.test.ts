import { parseRssFeed } from 'feedsmith'
import { makePerson, say, visitAs } from './guests'
import { expect, test } from './test'
import { narrow, wide } from './widths'

for (const [how, use] of Object.entries({
  'by hand and at 1280 px': { javaScriptEnabled: true, viewport: wide },
  'without JavaScript and at 360 px': { javaScriptEnabled: false, viewport: narrow },
})) {
  test.describe(how, () => {
    test.use(use)

    test(`a guest has the replies to them as a feed, at an address of their own, ${how}`, async ({
      page,
      context,
      db,
      post,
      request,
    }) => {
      const wren = makePerson()
      await say(post, wren, `${post.words} Who else?`)
      await visitAs(context, db, wren)
      await page.goto('/my-comments')
      const part = page.getByRole('region', { name: 'Replies to you' })
      await part.getByRole('button', { name: 'Make the address' }).click()
      const shown = part.getByLabel('Address of your feed')
      await expect(shown).toHaveValue(/\/my-comments\/feed\/[\w-]{43}$/)
      const address = await shown.inputValue()
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0)

      await say(post, makePerson('Ida'), `${post.words} Me too, <b>really</b>.`, { parent: '1' })
      const answer = await request.get(address)
      expect(answer.headers()).toMatchObject({
        'cache-control': 'private, no-store',
        'x-robots-tag': /noindex/,
      })
      const { items } = parseRssFeed(await answer.text())
      expect(items).toHaveLength(1)
      expect(items?.[0]?.title).toBe(`Ida on “${post.title}”`)
      expect(items?.[0]?.content?.encoded).toMatch(/Me too, &(lt|#x3C);b>really/)

      await page.reload()
      await expect(part).toContainText('You have a feed of them.')
      await expect(shown, 'loading the page again makes no other').toHaveValue(address)
      expect((await request.get(address)).status()).toBe(200)
      await context.clearCookies({ name: 'guest-feed' })
      await page.reload()
      await expect(part).toContainText('You have a feed of them.')
      await expect(shown, 'as some minutes later').toHaveCount(0)
      await part.getByRole('button', { name: 'Make another address' }).click()
      await expect(shown).not.toHaveValue(address)
      const second = await shown.inputValue()
      expect((await request.get(address)).status()).toBe(404)
      expect((await request.get(second)).status()).toBe(200)
      await part.getByRole('button', { name: 'End the feed' }).click()
      await expect(part.getByRole('button', { name: 'Make the address' })).toBeVisible()
      expect((await request.get(second)).status()).toBe(404)
      await expect(shown).toHaveCount(0)
    })
  })
}
