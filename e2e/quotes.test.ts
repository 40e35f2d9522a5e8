import type { Page } from '@playwright/test'
import { repeatedWords, specialPosts } from './fixture-posts'
import { listPosts } from './list-addresses'
import { contrast, paint } from './paint'
import { expect, test } from './test'

const post = '/posts/sometimes-we-fail'
const words = 'You can hold the pieces for as long as you need to. They are not getting any more broken.'

/** Opens the post and the folded part of its card. */
async function openCard(page: Page) {
  await page.goto(post)
  const card = page.getByRole('figure').filter({ hasText: words })
  await card.getByText('Share elsewhere').click()
  const canonical = await page.locator('link[rel=canonical]').getAttribute('href')
  // The page of the quote, from which a network draws a card with the words.
  return { card, address: `${canonical}/quotes/1` }
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('Click to Tweet leads to X with the words and the address of the post', {
    tag: '@any-window',
  }, async ({ page }) => {
    await page.goto(post)
    const link = page.getByRole('link', { name: 'Click to Tweet' })
    const intent = new URL((await link.getAttribute('href')) ?? '')
    expect(intent.origin + intent.pathname).toBe('https://x.com/intent/tweet')
    expect(intent.searchParams.get('text')).toBe(words)
    const canonical = await page.locator('link[rel=canonical]').getAttribute('href')
    expect(intent.searchParams.get('url')).toBe(canonical)
  })

  test('other networks and the plain words are in the folded part', async ({ page }) => {
    const { card, address } = await openCard(page)
    const fields = async (network: string) => {
      const href = await card.getByRole('link', { name: network }).getAttribute('href')
      return Object.fromEntries(new URL(href ?? '').searchParams)
    }
    expect(await fields('Threads')).toEqual({ text: words, url: address })
    // Bluesky has one field for both.
    expect(await fields('Bluesky')).toEqual({ text: `${words}\n${address}` })
    await expect(card.getByRole('textbox')).toHaveValue(`${words} ${address}`)
    await expect(card.getByRole('textbox')).toHaveAttribute('readonly')
    await expect(card.getByRole('button')).toHaveCount(0)
  })
})

test('Mastodon asks for the server once, remembers it, and lets it be changed', async ({ page, context }) => {
  await context.route(/^https:\/\/(stitch|darn)\.example\//, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Share</title>' }),
  )
  let { card, address } = await openCard(page)
  const share = (server: string) =>
    `https://${server}/share?text=${encodeURIComponent(`${words} ${address}`)}`
  const answer = async (server: string) => {
    await card.getByLabel('Your Mastodon server').fill(server)
    const opened = page.waitForEvent('popup')
    await card.getByRole('button', { name: 'Share', exact: true }).click()
    return opened
  }
  await card.getByRole('button', { name: 'Mastodon' }).click()
  await expect(await answer('@wren@stitch.example')).toHaveURL(share('stitch.example'))

  for (const [server, next] of [
    ['stitch.example', 'darn.example'],
    ['darn.example', null],
  ] as const) {
    card = (await openCard(page)).card
    await expect(card.getByLabel('Your Mastodon server')).toHaveCount(0)
    await expect(card.getByRole('link', { name: 'Mastodon' })).toHaveAttribute('href', share(server))
    if (next === null) break
    await card.getByRole('button', { name: `not ${server}?` }).click()
    await expect(await answer(next)).toHaveURL(share(next))
  }
})

test('what asks for the Mastodon server opens below, and nothing moves under the hand', async ({ page }) => {
  const { card } = await openCard(page)
  const button = card.getByRole('button', { name: 'Mastodon' })
  await button.scrollIntoViewIfNeeded()
  const before = await button.boundingBox()
  await button.click()
  await expect(card.getByLabel('Your Mastodon server')).toBeVisible()
  expect(await button.boundingBox()).toEqual(before)
})

test('Copy copies the words and the address, and says so', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const { card, address } = await openCard(page)
  await card.getByRole('button', { name: 'Copy the words' }).click()
  await expect(card.getByRole('button', { name: 'Copied' })).toBeVisible()
  await expect(card.getByRole('status').filter({ hasText: 'Copied' })).toHaveCount(1)
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${words} ${address}`)
})

test('what is sent to X fits there, whichever card it is from', { tag: '@any-window' }, async ({
  request,
}) => {
  const tooLong = []
  let cards = 0
  for (const address of await listPosts(request)) {
    const html = await (await request.get(address)).text()
    for (const [, href = ''] of html.matchAll(/<a\b[^>]*\shref="([^"]*)"[^>]*>Click to Tweet</g)) {
      cards++
      const fields = new URL(href.replaceAll('&amp;', '&')).searchParams
      const [text, via] = [fields.get('text') ?? '', fields.get('via')]
      expect(text, address).not.toBe('')
      // X counts any address as 23, and one space before it.
      const length = weigh(text) + (fields.has('url') ? 1 + 23 : 0) + (via ? ` via @${via}`.length : 0)
      if (length > 280) tooLong.push(`${address}: ${length}`)
    }
  }
  expect(tooLong).toEqual([])
  expect(cards).toBeGreaterThan(5)
})

/** As X counts (its `v3.json`): letters of most alphabets 1, all others 2. */
function weigh(text: string): number {
  const heavy = /[^\0-\u10ff\u2000-\u200d\u2010-\u201f\u2032-\u2037]/gu
  return [...text].length + (text.match(heavy)?.length ?? 0)
}

test('the quote is larger than the text and stands out as clearly', async ({ page }) => {
  await page.goto(post)
  const quote = await paint(page.getByRole('blockquote').getByText(words))
  const text = await paint(page.getByText('Trying gets good press.'))
  expect(quote.size / text.size).toBeGreaterThanOrEqual(1.3)
  expect(contrast(quote.ink, quote.ground)).toBeGreaterThanOrEqual(10)
})

test('a quote that the text says too is read once, and can still be shared', async ({ page }) => {
  await page.goto(`/posts/${specialPosts.alone}`)
  const card = page.getByRole('figure')
  await expect(card.locator('blockquote')).toHaveAttribute('aria-hidden', 'true')
  await expect(card.locator('blockquote')).toBeVisible()
  const heard = await page.getByRole('main').ariaSnapshot()
  expect(heard.split(repeatedWords)).toHaveLength(2)
  const group = card.getByRole('group', { name: 'Share this quote' })
  await expect(group.getByRole('link', { name: 'Click to Tweet' })).toBeVisible()
})
