import type { Locator } from '@playwright/test'
import { specialPosts } from './fixture-posts'
import { contrast } from './paint'
import { expect, test } from './test'
import { narrow, wide } from './widths'

const post = '/posts/sometimes-we-fail'

for (const { address, colorScheme, viewport, stopsAtLeast } of [
  { address: post, colorScheme: 'light', viewport: wide, stopsAtLeast: 20 },
  { address: post, colorScheme: 'light', viewport: narrow, stopsAtLeast: 20 },
  { address: post, colorScheme: 'dark', viewport: wide, stopsAtLeast: 20 },
  { address: post, colorScheme: 'dark', viewport: narrow, stopsAtLeast: 20 },
  { address: '/', colorScheme: 'light', viewport: narrow, stopsAtLeast: 15 },
  { address: '/quotes', colorScheme: 'dark', viewport: wide, stopsAtLeast: 20 },
  { address: '/search?q=wool', colorScheme: 'light', viewport: wide, stopsAtLeast: 10 },
] as const) {
  test(`whoever tabs through ${address} sees where they are: ${colorScheme}, ${viewport.width} px`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport)
    await page.emulateMedia({ colorScheme })
    await page.goto(address)
    const wrong = []
    let stops = 0
    for (;;) {
      await page.keyboard.press('Tab')
      const stop = await page.evaluate(() => {
        const element = document.activeElement
        if (!element || element === document.body) return null
        // A radio is drawn by its label, and a card shows the focus of its one link.
        const places = [element, element.nextElementSibling, element.closest('aside')]
        const shown =
          places.find((place) => place && getComputedStyle(place).outlineStyle === 'solid') ?? element
        const style = getComputedStyle(shown)
        const canvas = new OffscreenCanvas(1, 1).getContext('2d')
        function toRgb(colour: string): [number, number, number, number] {
          if (!canvas) throw new Error('This browser has no canvas.')
          canvas.clearRect(0, 0, 1, 1)
          canvas.fillStyle = colour
          canvas.fillRect(0, 0, 1, 1)
          const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data
          return [red, green, blue, alpha]
        }
        let ground = toRgb('white')
        for (let at = shown.parentElement; at; at = at.parentElement) {
          const colour = toRgb(getComputedStyle(at).backgroundColor)
          if (colour[3] < 255) continue
          ground = colour
          break
        }
        const box = shown.getClientRects()[0] ?? shown.getBoundingClientRect()
        const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
        return {
          html: element.outerHTML.slice(0, 100),
          outline: style.outlineStyle === 'none' ? 0 : Number.parseFloat(style.outlineWidth),
          colour: toRgb(style.outlineColor).slice(0, 3),
          ground: ground.slice(0, 3),
          covered: !top || !(shown.contains(top) || top.contains(shown)),
        }
      })
      if (!stop) break
      stops++
      const [r = 0, g = 0, b = 0] = stop.colour
      const [r2 = 0, g2 = 0, b2 = 0] = stop.ground
      const seen = contrast([r, g, b], [r2, g2, b2]) >= 3
      if (stop.outline < 2 || !seen || stop.covered) wrong.push(stop)
    }
    expect(wrong).toEqual([])
    expect(stops).toBeGreaterThan(stopsAtLeast)
  })
}

test('forced colours leave the edges of quotes, fields and rails', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto('/posts/sometimes-we-fail')
  const edged = {
    quote: page.getByRole('figure').filter({ hasText: 'Click to Tweet' }),
    note: page.getByRole('complementary', { name: 'Note 1' }),
    disclosure: page.getByRole('complementary', { name: 'Disclosure' }),
    field: page.getByRole('textbox', { name: 'Your comment' }),
  }
  const inTalk = {
    replies: page.locator('.kids').first(),
    quoted: page.getByRole('article', { name: 'Comment 1 by Ada' }).getByRole('blockquote'),
    author: page.getByRole('article', { name: 'Comment 2 by Unpicker' }),
  }
  await expectEdges(edged)
  await page.goto(`/posts/${specialPosts.talked}`)
  await expectEdges(inTalk)
})

async function expectEdges(parts: Record<string, Locator>) {
  for (const [name, part] of Object.entries(parts)) {
    const edge = await part.evaluate((element) => {
      const widths = [undefined, '::before', '::after'].map((pseudo) => {
        const style = getComputedStyle(element, pseudo)
        const sides = [style.borderTopStyle, style.borderLeftStyle]
        const drawn = style.content !== 'none' || pseudo === undefined
        return drawn && sides.some((side) => side !== 'none')
          ? Math.max(Number.parseFloat(style.borderTopWidth), Number.parseFloat(style.borderLeftWidth))
          : 0
      })
      return Math.max(...widths)
    })
    expect(edge, name).toBeGreaterThan(0)
  }
}
