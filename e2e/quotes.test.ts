import { listPosts } from './list-addresses'
import { contrast, paint } from './paint'
import { expect, test } from './test'
import { wide } from './widths'

const words = 'You can hold the pieces for as long as you need to. They are not getting any more broken.'

test.use({ viewport: wide })

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('Click to Tweet leads to X with the words and the address of the post', async ({ page }) => {
    await page.goto('/posts/sometimes-we-fail')
    const link = page.getByRole('link', { name: 'Click to Tweet' })
    const intent = new URL((await link.getAttribute('href')) ?? '')
    expect(intent.origin + intent.pathname).toBe('https://x.com/intent/tweet')
    expect(intent.searchParams.get('text')).toBe(words)
    const canonical = await page.locator('link[rel=canonical]').getAttribute('href')
    expect(intent.searchParams.get('url')).toBe(canonical)
    // X counts any address as 23, and one space before it.
    expect(words.length + 1 + 23).toBeLessThanOrEqual(280)
  })

  test('other networks and the plain words are in the folded part', async ({ page }) => {
    await page.goto('/posts/sometimes-we-fail')
    const card = page.getByRole('figure').filter({ hasText: words })
    await card.getByText('Share elsewhere').click()
    for (const network of ['Bluesky', 'Threads']) {
      const href = await card.getByRole('link', { name: network }).getAttribute('href')
      expect(new URL(href ?? '').searchParams.get('text')).toContain(words)
    }
    await expect(card.getByRole('textbox')).toHaveValue(new RegExp(`${words}.*/posts/sometimes-we-fail`))
  })
})

test('the quote is larger than the text and stands out as clearly', async ({ page }) => {
  await page.goto('/posts/sometimes-we-fail')
  const quote = await paint(page.getByRole('blockquote').getByText(words))
  const text = await paint(page.getByText('Trying gets good press.'))
  expect(quote.size / text.size).toBeGreaterThanOrEqual(1.3)
  expect(contrast(quote.ink, quote.ground)).toBeGreaterThanOrEqual(10)
})

test('a quote is read to nobody twice', async ({ page, request }) => {
  for (const address of await listPosts(request)) {
    await page.goto(address)
    const repeated = await page
      .getByRole('article')
      .first()
      .evaluate((article) => {
        const cards = [...article.querySelectorAll('figure blockquote')]
        return cards
          .filter((card) => card.getAttribute('aria-hidden') !== 'true')
          .map((card) => card.textContent.replace(/[“”]/g, '').trim())
          .filter((quote) => {
            const paragraphs = [...article.querySelectorAll('p')].filter((p) => !p.closest('figure'))
            return paragraphs.some((p) => p.textContent.includes(quote))
          })
      })
    expect(repeated, address).toEqual([])
  }
})
