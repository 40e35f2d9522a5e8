import type { Locator, Page } from '@playwright/test'
import { extractText, getDocumentProxy } from 'unpdf'
import { arabicQuote, besideArabicTitle, specialPosts } from './fixture-posts'
import { expect, test } from './test'
import { narrow, wide } from './widths'

const path = `/posts/${specialPosts.arabic}`
const title = 'رتق الجورب'
const description = 'عن ثقب صغير.'

/** Where the words of a part begin and end, without the room beside them; in CSS pixels. */
function wordsOf(part: Locator) {
  return part.evaluate((element) => {
    const range = document.createRange()
    range.selectNodeContents(element)
    const { left, right } = range.getBoundingClientRect()
    return { left, right }
  })
}

/** The signs of a part as they stand in its first line, from left to right. */
function fromTheLeft(part: Locator) {
  return part.evaluate((element) => {
    const signs: { sign: string; left: number; top: number; bottom: number }[] = []
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    while (texts.nextNode()) {
      const { data } = texts.currentNode as Text
      for (const [index, sign] of [...data].entries()) {
        const range = document.createRange()
        range.setStart(texts.currentNode, index)
        range.setEnd(texts.currentNode, index + 1)
        const { left, top, bottom, width } = range.getBoundingClientRect()
        if (width > 0) signs.push({ sign, left, top, bottom })
      }
    }
    const first = signs[0]
    const line = signs.filter(
      ({ top, bottom }) => first && top < first.bottom - 8 && bottom <= first.bottom + 8,
    )
    return line
      .sort((a, b) => a.left - b.left)
      .map(({ sign }) => sign)
      .join('')
      .trim()
  })
}

function partsOf(page: Page) {
  const main = page.getByRole('main')
  const head = page.getByRole('article').filter({ has: page.getByRole('heading', { level: 1 }) })
  return {
    text: page.locator('.prose'),
    date: head.getByRole('time').first(),
    minutes: head.getByText(/^\d+ min$/),
    place: head.getByText(/^2 of 2 in/),
    disclosure: main.getByRole('complementary', { name: 'Disclosure' }),
    postScript: main.getByRole('complementary', { name: 'You might enjoy' }).filter({ visible: true }),
    tag: main.getByRole('list', { name: 'Tags' }).getByRole('link'),
    series: main.getByRole('navigation', { name: 'Holes from both sides' }),
    share: main.getByText('Pass it on', { exact: true }),
    near: main.getByRole('navigation', { name: 'Newer and older posts' }),
  }
}

for (const viewport of [wide, narrow]) {
  test(`what belongs to a text from the right begins where it does, at ${viewport.width} px`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport)
    await page.goto(path)
    const { text, date, disclosure, postScript, tag, series, share, near } = partsOf(page)
    const { right } = await text.evaluate((element) => element.getBoundingClientRect())
    for (const [name, part] of Object.entries({
      title: page.getByRole('heading', { level: 1 }),
      description: page.getByText(description),
      date,
      'P.S.': postScript.getByText('If you liked this'),
      why: postScript.getByText('For a test to read.'),
      series: series.getByRole('heading'),
      share,
      older: near.getByText('Older', { exact: true }),
    })) {
      expect(Math.abs((await wordsOf(part)).right - right), name).toBeLessThan(3)
    }
    const chip = await tag.boundingBox()
    expect(Math.abs((chip?.x ?? 0) + (chip?.width ?? 0) - right)).toBeLessThan(1)
    // Behind a seam, or behind its number.
    for (const part of [disclosure, series.getByRole('listitem').first()]) {
      const inset = right - (await wordsOf(part)).right
      expect(inset).toBeGreaterThan(15)
      expect(inset).toBeLessThan(30)
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width)
  })
}

test('the chapters of such a text are listed from the right, beside it and above it', async ({ page }) => {
  await page.setViewportSize(wide)
  await page.goto(path)
  const rail = page.getByRole('navigation', { name: 'On this page' })
  const edge = (await wordsOf(rail.getByRole('heading'))).right
  expect(edge - (await wordsOf(rail)).left).toBeGreaterThan(150)
  for (const link of await rail.getByRole('link').all()) {
    expect(edge - (await wordsOf(link)).right).toBeGreaterThan(15)
    expect(edge - (await wordsOf(link)).right).toBeLessThan(30)
    await expect(link).toHaveJSProperty('lang', '')
  }
  await expect(rail.locator('[lang=ar]').getByRole('link')).toHaveText(['الإبرة', 'الخيط', 'الثقب', 'العقدة'])

  await page.setViewportSize(narrow)
  const box = page.getByRole('group').filter({ hasText: 'On this page' })
  await box.getByText('On this page').click()
  for (const link of await box.getByRole('link').all()) {
    expect(Math.abs((await wordsOf(link)).right - (narrow.width - 20))).toBeLessThan(2)
  }
})

test('English beside a text from the right is read from the left', async ({ page }) => {
  await page.setViewportSize(wide)
  await page.goto(path)
  const { date, minutes, place, disclosure, postScript, series, near } = partsOf(page)
  expect(await fromTheLeft(date)).toBe('5 Jan 2018')
  expect(await fromTheLeft(minutes)).toMatch(/^\d+ min$/)
  expect(await fromTheLeft(place)).toBe('2 of 2 in Holes from both sides')
  expect(await fromTheLeft(disclosure)).toMatch(/^One link below is paid: /)
  expect(await fromTheLeft(postScript.getByText('If you liked this'))).toMatch(
    /^P\.S\. If you liked this, you/,
  )
  expect(await fromTheLeft(postScript.getByText('For a test to read.'))).toBe('For a test to read.')
  expect(await fromTheLeft(series.getByRole('link'))).toBe(besideArabicTitle)
  expect(await fromTheLeft(near.getByText(besideArabicTitle))).toBe(besideArabicTitle)
  expect(await fromTheLeft(page.getByText('mend(sock);'))).toBe('mend(sock);')
})

test('the page round it, with its comments, begins at the left', async ({ page }) => {
  await page.setViewportSize(wide)
  await page.goto(path)
  const { left } = await partsOf(page).text.evaluate((element) => element.getBoundingClientRect())
  for (const name of ['Comments', 'Leave a comment']) {
    const heading = page.getByRole('heading', { level: 2, name, exact: true })
    expect(Math.abs((await wordsOf(heading)).left - left), name).toBeLessThan(3)
  }
})

test('keys go through such a page in the order in which it is read', async ({ page }) => {
  await page.setViewportSize(wide)
  await page.goto(path)
  const { near } = partsOf(page)
  const [first, second] = await near.getByRole('link').all()
  await first?.focus()
  await page.keyboard.press('Tab')
  await expect(near.getByRole('link').nth(1)).toBeFocused()
  expect((await second?.boundingBox())?.x).toBeLessThan((await first?.boundingBox())?.x ?? 0)
})

test('in a list its title stands in line with the others', async ({ page }) => {
  await page.setViewportSize(wide)
  const series = '/series/holes-from-both-sides'
  for (const [address, name] of [
    ['/archive', 'Fixture without comments'],
    [series, besideArabicTitle],
  ] as const) {
    await page.goto(address)
    const [here, other] = [title, name].map((words) =>
      page.getByRole('main').getByRole('link', { name: words, exact: true }),
    )
    if (!here || !other) throw new Error('There are two titles.')
    expect(Math.abs((await wordsOf(here)).left - (await wordsOf(other)).left), address).toBeLessThan(2)
  }
  const row = page.getByRole('article').filter({ hasText: title })
  const from = (await wordsOf(row.getByRole('link'))).left
  expect(Math.abs((await wordsOf(row.getByText(description))).left - from)).toBeLessThan(2)
  expect(await fromTheLeft(row.getByText(description))).toBe([...description].reverse().join(''))
})

test('a P.S. in English that names such a post stays in line, and says its words from the right', async ({
  page,
}) => {
  await page.goto(`/posts/${specialPosts.besideArabic}`)
  const { postScript } = partsOf(page)
  const why = postScript.getByText(description)
  const { left } = await wordsOf(postScript.getByText('If you liked this'))
  expect(Math.abs((await wordsOf(why)).left - left)).toBeLessThan(2)
  expect(await fromTheLeft(why)).toBe([...description].reverse().join(''))
})

test('a quote from the right has its marks turned round, as on its picture', async ({ page, request }) => {
  await page.goto(path)
  await expect(page.getByRole('figure', { name: 'Quote' }).getByRole('blockquote')).toHaveText(
    `”${arabicQuote}“`,
  )
  const quotePage = await (await request.get(`${path}/quotes/1`)).text()
  expect(quotePage).toContain(`<title>”${arabicQuote}“`)
})

test('on the wall a quote from the right has the title of its post below its beginning', async ({ page }) => {
  await page.setViewportSize(wide)
  await page.goto('/quotes')
  const card = page.getByRole('figure', { name: 'Quote' }).filter({ hasText: arabicQuote })
  const [quote, post, tweet] = [
    await wordsOf(card.getByText(arabicQuote)),
    await wordsOf(card.getByRole('link', { name: title })),
    await wordsOf(card.getByRole('link', { name: /^Click to Tweet/ })),
  ]
  expect(Math.abs(quote.right - post.right)).toBeLessThan(2)
  expect(tweet.right).toBeLessThan(post.left)
})

test('on real paper the address behind a link in such a text is whole', async ({ page }) => {
  await page.goto(path)
  const paper = await getDocumentProxy(new Uint8Array(await page.pdf()))
  const { text } = await extractText(paper, { mergePages: true })
  expect(text).toContain('https://example.com/wool/')
})
