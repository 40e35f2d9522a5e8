import type { Locator, Page } from '@playwright/test'
import sharp from 'sharp'
import { commentForm } from './comment-form'
import { specialPosts } from './fixture-posts'
import { contrast, paint } from './paint'
import { expect, test } from './test'

const post = '/posts/sometimes-we-fail'
const talked = `/posts/${specialPosts.talked}`

for (const colorScheme of ['light', 'dark'] as const) {
  test(`text stands out 13 to 1, and the edge of a field 3 to 1: ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await page.goto(post)
    const text = await paint(page.getByText('Trying gets good press.'))
    expect(contrast(text.ink, text.ground)).toBeGreaterThanOrEqual(13)
    const fields = await page
      .getByRole('textbox')
      .or(page.getByRole('searchbox'))
      .filter({ visible: true })
      .count()
    expect(fields).toBeGreaterThan(3)
    await expectEdges(page)
    for (const other of ['/search', '/archive', '/my-comments']) {
      await page.goto(other)
      await expectEdges(page)
    }
  })
}

/** Fails unless the edge of every field of the page stands out from what is around it. */
async function expectEdges(page: Page) {
  const fields = await page
    .getByRole('textbox')
    .or(page.getByRole('searchbox'))
    .filter({ visible: true })
    .all()
  expect(fields.length, page.url()).toBeGreaterThan(0)
  for (const field of fields) {
    const { ground } = await paint(field.locator('..'))
    const edge = await field.evaluate((element) => getComputedStyle(element).borderTopColor)
    await field.evaluate((element, colour) => {
      element.style.color = colour
    }, edge)
    expect(contrast((await paint(field)).ink, ground), page.url()).toBeGreaterThanOrEqual(3)
  }
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a stitch that means something stands out 3 to 1: ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await page.goto(post)
    const stitches = {
      quote: page.getByRole('figure').filter({ hasText: 'Click to Tweet' }),
      disclosure: page.getByRole('complementary', { name: 'Disclosure' }),
      section: page.getByRole('link', { name: 'Link to section: The sitting' }),
    }
    for (const [name, part] of Object.entries(stitches)) {
      const { ground } = await paint(part)
      // The stitch is a mask: what shows through it is the background of the pseudo-element.
      await part.evaluate((element) => {
        element.style.color = getComputedStyle(element, '::before').backgroundColor
      })
      expect(contrast((await paint(part)).ink, ground), name).toBeGreaterThanOrEqual(3)
    }

    await page.goto(talked)
    const replies = page
      .getByRole('listitem')
      .filter({ has: page.locator('> #c-1') })
      .locator('> ol')
    const quoted = page.getByRole('article', { name: 'Comment 1 by Ada' }).getByRole('blockquote')
    await replies.evaluate((element) => {
      element.style.color = getComputedStyle(element, '::before').backgroundColor
    })
    await quoted.evaluate((element) => {
      element.style.color = getComputedStyle(element).borderLeftColor
    })
    for (const [name, part] of Object.entries({ replies, quoted })) {
      const { ink, ground } = await paint(part)
      expect(contrast(ink, ground), name).toBeGreaterThanOrEqual(3)
    }
  })
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the edge of a box to tick stands out 3 to 1, ticked or not: ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    for (const [address, least] of [
      [`/posts/${specialPosts.closed}`, 2],
      [post, 3],
    ] as const) {
      await page.goto(address)
      const boxes = await page.getByRole('main').getByRole('checkbox').all()
      expect(boxes.length).toBeGreaterThanOrEqual(least)
      for (const box of boxes) {
        await box.scrollIntoViewIfNeeded()
        expect(
          await edgeOf(page, box),
          await box.evaluate((element) => element.outerHTML),
        ).toBeGreaterThanOrEqual(3)
      }
    }
  })
}

/** How much the left edge of something stands out from what is left of it, as it is painted. */
async function edgeOf(page: Page, part: Locator): Promise<number> {
  const box = await part.boundingBox()
  if (!box) throw new Error('It is not shown.')
  const clip = { x: Math.floor(box.x) - 4, y: Math.round(box.y + box.height / 2), width: 8, height: 1 }
  const { data } = await sharp(await page.screenshot({ clip }))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const [ground = [0, 0, 0], ...row] = Array.from(
    { length: clip.width },
    (_, x): [number, number, number] => [data[3 * x] ?? 0, data[3 * x + 1] ?? 0, data[3 * x + 2] ?? 0],
  )
  return Math.max(...row.map((colour) => contrast(colour, ground)))
}

test('a dark system gets no light frame, not even the first', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto('/about')
  for (let round = 0; round < 10; round++) {
    const brightest = Math.max(...(await watchFrames(page, () => page.goto(round % 2 ? '/about' : post))))
    expect(brightest).toBeLessThan(60)
  }
})

test('a kept light theme gets no dark frame on a dark system', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto('/about')
  await page.getByRole('radio', { name: 'Light' }).check()
  // What is watched begins with the frame that is on the screen: it should be of the chosen theme.
  await expect.poll(async () => brightness(await page.screenshot())).toBeGreaterThan(200)
  for (let round = 0; round < 10; round++) {
    const darkest = Math.min(...(await watchFrames(page, () => page.goto(round % 2 ? '/about' : post))))
    expect(darkest).toBeGreaterThan(200)
  }
})

/** How bright the page's corner is, from 0 to 255, in every frame the browser shows during `deed`. */
async function watchFrames(page: Page, deed: () => Promise<unknown>): Promise<number[]> {
  const frames: Buffer[] = []
  const screen = await page.context().newCDPSession(page)
  screen.on('Page.screencastFrame', ({ data, sessionId }) => {
    frames.push(Buffer.from(data, 'base64'))
    // The session may be gone by the time the last frame arrives.
    screen.send('Page.screencastFrameAck', { sessionId }).catch(() => {})
  })
  await screen.send('Page.startScreencast', { format: 'png', maxWidth: 320, maxHeight: 200 })
  await deed()
  await expect.poll(() => frames.length).toBeGreaterThan(0)
  await screen.send('Page.stopScreencast')
  await screen.detach()
  return Promise.all(frames.map(brightness))
}

async function brightness(frame: Buffer): Promise<number> {
  const corner = sharp(frame).extract({ left: 4, top: 4, width: 1, height: 1 })
  const channels = await corner.removeAlpha().raw().toBuffer()
  return channels.reduce((sum, value) => sum + value, 0) / channels.length
}

test('the theme is chosen by keyboard, says its value, holds at once and is kept', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto(talked)
  const text = page.getByText('A short post with a long conversation.')
  const comment = page.getByText('I read this on the bus.')
  const [light, lightComment] = await Promise.all([paint(text), paint(comment)])
  await page.getByRole('radio', { name: 'System' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('group', { name: /Theme.*Light/ })).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked()
  await expect(page.getByRole('group', { name: /Theme.*Dark/ })).toBeVisible()
  const [dark, darkComment] = await Promise.all([paint(text), paint(comment)])
  expect(contrast(light.ground, dark.ground)).toBeGreaterThan(10)
  expect(contrast(lightComment.ground, darkComment.ground)).toBeGreaterThan(10)
  expect(contrast(lightComment.ink, darkComment.ink)).toBeGreaterThan(10)
  await page.keyboard.press('Control+k')
  const dialog = page.getByRole('dialog', { name: 'Search' })
  await expect(dialog.getByRole('combobox')).toBeFocused()
  expect(Math.max(...(await paint(dialog)).ground)).toBeLessThan(80)
  await page.keyboard.press('Escape')
  await page.getByRole('radio', { name: 'Light' }).check()
  await page.getByRole('radio', { name: 'Light' }).press('Control+k')
  await expect(dialog.getByRole('combobox')).toBeFocused()
  expect(Math.min(...(await paint(dialog)).ground)).toBeGreaterThan(200)
  await page.keyboard.press('Escape')
  await page.getByRole('radio', { name: 'Dark' }).check()
  await page.reload()
  expect((await paint(text)).ground).toEqual(dark.ground)
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked()
})

/** In every page to come: keeps what begins to move, by its name, its milliseconds and how often. */
async function watchMotion(page: Page) {
  await page.addInitScript(() => {
    const keep = (motion: string) => {
      const { dataset } = document.documentElement
      dataset.motion = [dataset.motion, motion].filter(Boolean).join(', ')
    }
    document.addEventListener('transitionrun', ({ propertyName }) => keep(`${propertyName} changes`), true)
    document.addEventListener(
      'animationstart',
      ({ animationName, target }) => {
        const animations = target instanceof Element ? target.getAnimations({ subtree: true }) : []
        for (const animation of animations) {
          if (!(animation instanceof CSSAnimation) || animation.animationName !== animationName) continue
          const { duration, iterations } = animation.effect?.getComputedTiming() ?? {}
          keep(`${animationName} ${duration} ${iterations}`)
        }
      },
      true,
    )
  })
}

for (const { name, reducedMotion, onPage, onPosting } of [
  {
    name: 'nothing moves for a reader who asked for less motion, not even when their comment is posted',
    reducedMotion: 'reduce',
    onPage: /^$/,
    onPosting: /^$/,
  },
  {
    name: 'for other readers colours fade, and the rail of a new comment is sewn once',
    reducedMotion: 'no-preference',
    onPage: /color changes/,
    onPosting: /^(?!.*sew-down.*sew-down).*sew-down 400 1/,
  },
] as const) {
  test(name, async ({ page, post: own }) => {
    await page.emulateMedia({ reducedMotion })
    await watchMotion(page)
    const motion = () => page.locator('html').evaluate((html) => html.dataset.motion ?? '')
    const expectStill = async () => {
      if (reducedMotion === 'reduce') expect(await page.evaluate(() => document.getAnimations())).toEqual([])
    }
    await page.goto(post)
    await expectStill()
    await page.getByText('Share elsewhere').first().click()
    await page.getByRole('radio', { name: 'Dark' }).check({ force: true })
    await expectStill()
    await expect.poll(motion).toMatch(onPage)

    await page.goto(own.path)
    await commentForm(page).post({ body: own.words, name: 'Wren' })
    await expect(page.getByRole('article', { name: 'Comment 1 by Wren' })).toBeFocused()
    await expectStill()
    await expect.poll(motion).toMatch(onPosting)
  })
}
