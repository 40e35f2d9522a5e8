import { expect, type Page } from '@playwright/test'
import { findCutOff, spaceOut } from './find-cut-off'
import { narrowest, wide } from './widths'

/**
 * What is wrong with the open page for somebody who sees it large, in a narrow window, with more space in its text, in
 * the colours of their system, or goes by Tab: nothing may be sideways, cut off or one over the other, lose its edge,
 * or hide that it has the focus. Leaves the page narrow, in forced colours and with the focus elsewhere.
 */
export async function findUnfit(page: Page, name: string): Promise<string[]> {
  const found: string[] = []
  const add = (what: string, wrong: string[]) => found.push(...wrong.map((one) => `${name}, ${what}: ${one}`))
  // What moves is still on its way.
  await page.emulateMedia({ reducedMotion: 'reduce', forcedColors: 'none' })
  for (const width of [1160, 720, 360]) {
    await page.setViewportSize({ width, height: 740 })
    add(`${width} px`, await findSideways(page))
  }
  for (const viewport of [wide, narrowest]) {
    const { width } = viewport
    await page.setViewportSize(viewport)
    add(`${width} px`, [...(await findSideways(page)), ...(await findCutOff(page))])
    const spaceIn = await spaceOut(page)
    add(`spaced out at ${width} px`, [...(await findSideways(page)), ...(await findCutOff(page))])
    await spaceIn()
  }
  await page.emulateMedia({ reducedMotion: 'reduce', forcedColors: 'active' })
  add('forced colours', await findEdgeless(page))
  add('forced colours, the focus', await findUnseenFocus(page))
  return found
}

/** A part that follows the window by script does so a moment later. */
async function findSideways(page: Page): Promise<string[]> {
  const beyond = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  try {
    await expect.poll(beyond, { timeout: 2_000 }).toBe(0)
    return []
  } catch {
    return [`${await beyond()} px wider than the window`]
  }
}

/**
 * Fields and buttons without an edge, and what a mask cuts out of a fill: where the system chooses the colours, a fill is
 * that of the page.
 */
async function findEdgeless(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const canvas = getComputedStyle(document.body).backgroundColor
    const visible = [...document.querySelectorAll('body *')].filter((element) =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
    )
    const edgeless = visible
      .filter((element) =>
        element.matches('input:not([type=checkbox], [type=radio]), textarea, select, .btn, dialog'),
      )
      .filter((element) => {
        const { borderTopStyle, borderTopWidth, borderBottomStyle } = getComputedStyle(element)
        return (
          borderTopStyle === 'none' && borderBottomStyle === 'none' && Number.parseFloat(borderTopWidth) === 0
        )
      })
    const maskedAway = visible.filter((element) =>
      [undefined, '::before', '::after'].some((pseudo) => {
        const { content, display, maskImage, backgroundColor, backgroundImage, width, height } =
          getComputedStyle(element, pseudo)
        const isDrawn = pseudo === undefined || (content !== 'none' && display !== 'none')
        const isEmpty = Number.parseFloat(width) === 0 || Number.parseFloat(height) === 0
        return (
          isDrawn &&
          !isEmpty &&
          maskImage !== 'none' &&
          backgroundImage === 'none' &&
          backgroundColor === canvas
        )
      }),
    )
    return [...edgeless, ...maskedAway].map((element) => element.outerHTML.slice(0, 120))
  })
}

/** What can have the focus and does not show it, or is out of the window with it: of many alike the first. */
async function findUnseenFocus(page: Page): Promise<string[]> {
  // Whoever pressed a key last is shown the focus wherever it goes.
  await page.keyboard.press('Shift+Tab')
  return page.evaluate(() => {
    const kinds = new Set<string>()
    const wrong: string[] = []
    for (const element of document.querySelectorAll<HTMLElement>(
      'a[href], button, input, textarea, select, summary, [tabindex="0"]',
    )) {
      const kind = [element.localName, element.className, element.parentElement?.className].join(' ')
      if (kinds.has(kind) || !element.checkVisibility({ visibilityProperty: true })) continue
      element.focus()
      // Behind an open dialog nothing takes it.
      if (document.activeElement !== element) continue
      kinds.add(kind)
      // A radio is drawn by its label, and a card shows the focus of its one link.
      const places = [element, element.nextElementSibling, element.closest('aside')]
      const shown = places.find((place) => {
        const { outlineStyle, outlineWidth } = place
          ? getComputedStyle(place)
          : { outlineStyle: 'none', outlineWidth: '' }
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
      })
      const box = (shown ?? element).getBoundingClientRect()
      const isInSight = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
      if (!shown || !isInSight) wrong.push(element.outerHTML.slice(0, 120))
    }
    return wrong
  })
}
