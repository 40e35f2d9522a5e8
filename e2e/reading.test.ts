import type { Page } from '@playwright/test'
import { specialPosts } from './fixture-posts'
import { listAddresses } from './list-addresses'
import { paint } from './paint'
import { expect, test } from './test'
import { narrow, wide } from './widths'

const post = '/posts/sometimes-we-fail'
const talked = `/posts/${specialPosts.talked}`
const sentence = 'Trying gets good press.'

// Chromium says on the console that a page was not found, which here it is meant to be.
test.use({ allowedErrors: [/404 .*\/never-a-page/] })

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

test('no page scrolls sideways at 320, 360, 720 or 1160 px', async ({ page, request }) => {
  test.setTimeout(60_000)
  const scrolling = []
  for (const address of [...(await listAddresses(request)), `${talked}/comments/2`, '/never-a-page']) {
    await page.goto(address)
    for (const width of [320, 360, 720, 1160]) {
      await page.setViewportSize({ width, height: 740 })
      const wanted = await page.evaluate(() => document.documentElement.scrollWidth)
      if (wanted !== width) scrolling.push(`${address} at ${width} px: ${wanted} wide`)
    }
  }
  expect(scrolling).toEqual([])
})

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

for (const address of ['/', post, talked]) {
  for (const viewport of [wide, narrow]) {
    test(`wider spacing of text cuts nothing off on ${address} at ${viewport.width} px`, async ({ page }) => {
      await page.setViewportSize(viewport)
      await page.goto(address)
      // WCAG 1.4.12, Text Spacing.
      await page.addStyleTag({
        content: `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
          p { margin-bottom: 2em !important }`,
      })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width)
      expect(await findCutOff(page)).toEqual([])
    })
  }
}

/** Elements whose text is hidden behind their own edge, or lies over other text. */
async function findCutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const visible = [...document.querySelectorAll<HTMLElement>('body *')].filter(
      (element) =>
        element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
        // What only screen readers meet is one pixel by design.
        element.offsetWidth > 1 &&
        !element.closest('.vh, .skip'),
    )
    const cut = visible.filter((element) => {
      const { overflowX, overflowY } = getComputedStyle(element)
      return (
        (overflowX.match(/hidden|clip/) && element.scrollWidth > element.clientWidth + 1) ||
        (overflowY.match(/hidden|clip/) && element.scrollHeight > element.clientHeight + 1)
      )
    })
    const blocks = visible
      .filter((element) => getComputedStyle(element).display !== 'inline')
      .filter((element) =>
        [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()),
      )
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
    const over = blocks.filter(({ element, box }, index) =>
      blocks
        .slice(index + 1)
        .some(
          (other) =>
            !element.contains(other.element) &&
            !other.element.contains(element) &&
            Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left) > 2 &&
            Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top) > 2,
        ),
    )
    return [...cut, ...over.map(({ element }) => element)].map((element) => element.outerHTML.slice(0, 120))
  })
}

test('a heading belongs to what follows it: four times the space above', async ({ page }) => {
  await page.goto(post)
  const headings = page
    .getByRole('article')
    .first()
    .getByRole('heading', { level: 2 })
    .filter({ hasNotText: 'On this page' })
  await expect(headings).toHaveCount(4)
  for (const viewport of [wide, narrow]) {
    await page.setViewportSize(viewport)
    for (const heading of await headings.all()) {
      const { above, below } = await heading.evaluate((element) => {
        const row = element.parentElement
        const box = element.getBoundingClientRect()
        return {
          above: box.top - (row?.previousElementSibling?.getBoundingClientRect().bottom ?? Number.NaN),
          below: (row?.nextElementSibling?.getBoundingClientRect().top ?? Number.NaN) - box.bottom,
        }
      })
      expect(above / below, `at ${viewport.width} px`).toBeGreaterThanOrEqual(4)
    }
  }
})

test('every link in the text is underlined at rest', async ({ page, request }) => {
  const plain = []
  const seen = { prose: 0, comments: 0 }
  for (const address of await listAddresses(request)) {
    await page.goto(address)
    const found = await page.getByRole('main').evaluate((main, from) => {
      const prose = [...main.querySelectorAll<HTMLAnchorElement>('.prose p a, .prose li a')].filter(
        (link) => !link.closest('figure') && !link.hasAttribute('aria-label'),
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

test('a heading has a link of its own, which a keyboard reaches', async ({ page }) => {
  await page.goto(post)
  const link = page.getByRole('link', { name: 'Link to section: The sitting' })
  await link.focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#the-sitting$/)
  const heading = page.getByRole('heading', { name: 'The sitting', exact: true })
  await expect(heading).toBeInViewport()
  expect((await heading.boundingBox())?.y).toBeGreaterThanOrEqual(16)
})
