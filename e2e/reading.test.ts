import type { Page } from '@playwright/test'
import { listAddresses } from './list-addresses'
import { paint } from './paint'
import { expect, test } from './test'
import { narrow, wide } from './widths'

const post = '/posts/sometimes-we-fail'
const sentence = 'Trying gets good press.'

for (const { viewport, size, lineHeight } of [
  { viewport: wide, size: 20, lineHeight: 32 },
  { viewport: narrow, size: 17, lineHeight: 27.2 },
]) {
  test(`text is ${size} px on ${lineHeight} px in a window of ${viewport.width}`, async ({ page }) => {
    await page.setViewportSize(viewport)
    await page.goto(post)
    const text = await paint(page.getByText(sentence))
    expect(Math.abs(text.size - size)).toBeLessThanOrEqual(0.5)
    expect(Math.abs(text.lineHeight - lineHeight)).toBeLessThanOrEqual(0.5)
  })
}

test('a line of text holds 60 to 72 characters, and none more than 80', async ({ page }) => {
  await page.setViewportSize(wide)
  await page.goto(post)
  await page.evaluate(() => document.fonts.ready)
  const lines = await readFullLines(page)
  expect(lines.length).toBeGreaterThanOrEqual(20)
  const first = lines.slice(0, 20)
  const mean = first.reduce((sum, line) => sum + line, 0) / first.length
  expect(mean).toBeGreaterThanOrEqual(60)
  expect(mean).toBeLessThanOrEqual(72)
  expect(Math.max(...lines)).toBeLessThanOrEqual(80)
})

/** Characters of each line of the post's paragraphs but the last line of each, which is rarely full. */
async function readFullLines(page: Page): Promise<number[]> {
  return page
    .getByRole('article')
    .first()
    .evaluate((article) => {
      const paragraphs = [...article.querySelectorAll('p')].filter(
        (p) => p.textContent.length > 150 && !p.closest('figure, aside, header, section, [role=note]'),
      )
      return paragraphs.flatMap((paragraph) => {
        const lines: { top: number; characters: number }[] = []
        const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
        const range = document.createRange()
        while (walker.nextNode()) {
          const text = walker.currentNode
          // The number of a note stands higher than its line.
          if (text.parentElement?.closest('a[href^="#n"]')) continue
          for (let at = 0; at < (text.textContent?.length ?? 0); at++) {
            range.setStart(text, at)
            range.setEnd(text, at + 1)
            const { top, height } = range.getBoundingClientRect()
            const line = lines.at(-1)
            if (line && Math.abs(line.top - top) < height / 2) line.characters++
            else if (height > 0) lines.push({ top, characters: 1 })
          }
        }
        return lines.slice(0, -1).map(({ characters }) => characters)
      })
    })
}

test('no size of the root is set in pixels', async ({ page }) => {
  await page.goto(post)
  const sizes = await page.evaluate(() =>
    [...document.styleSheets].flatMap(function read(sheet: CSSStyleSheet | CSSGroupingRule): string[] {
      return [...sheet.cssRules].flatMap((rule) => {
        if (rule instanceof CSSGroupingRule) return read(rule)
        const root =
          rule instanceof CSSStyleRule && /(^|,)\s*(html|:root|:host)\s*(,|$)/.test(rule.selectorText)
        return root && rule.style.fontSize ? [rule.style.fontSize] : []
      })
    }),
  )
  expect(sizes.filter((size) => size.includes('px'))).toEqual([])
})

test('every link in the text is underlined at rest', async ({ page, request }) => {
  const plain = []
  const seen = { prose: 0, comments: 0 }
  for (const address of await listAddresses(request)) {
    await page.goto(address, { waitUntil: 'load' })
    const found = await page.getByRole('main').evaluate((main, from) => {
      // All but the numbers of notes, the links beside headings, and what is pressed on the card of a quote.
      const prose = [...main.querySelectorAll<HTMLAnchorElement>('.prose a')].filter(
        (link) => !link.matches('.pull *, .h > a:not(.h > :is(h2, h3) a), [aria-label]'),
      )
      const comments = [...main.querySelectorAll<HTMLAnchorElement>('.c-body a')]
      const plain = [...prose, ...comments]
        .filter((link) => !getComputedStyle(link).textDecorationLine.includes('underline'))
        .map((link) => `${from}: ${link.textContent}`)
      return { prose: prose.length, comments: comments.length, plain }
    }, address)
    plain.push(...found.plain)
    seen.prose += found.prose
    seen.comments += found.comments
  }
  expect(plain).toEqual([])
  expect(seen.prose).toBeGreaterThan(10)
  expect(seen.comments).toBeGreaterThan(2)
})
