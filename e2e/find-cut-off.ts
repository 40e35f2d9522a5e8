import type { Page } from '@playwright/test'

/** Sets the text as wide as a reader may (WCAG 2.2, 1.4.12); what is given back takes it back. */
export async function spaceOut(page: Page): Promise<() => Promise<void>> {
  // No element of style: the studio allows none.
  await page.evaluate(() => {
    const wider = new CSSStyleSheet()
    wider.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
      p { margin-bottom: 2em !important }`)
    document.adoptedStyleSheets.push(wider)
  })
  return () => page.evaluate(() => void document.adoptedStyleSheets.pop())
}

/**
 * Elements whose text is hidden behind their own edge, or lies over other text; of an open dialog alone, where there is
 * one. What stands beside selected words is meant to lie over the others.
 */
export async function findCutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    // A row that was never in sight has no size of its own yet.
    const unfolded = new CSSStyleSheet()
    unfolded.replaceSync('* { content-visibility: visible !important }')
    document.adoptedStyleSheets.push(unfolded)
    const root = document.querySelector('dialog:modal') ?? document.body
    const visible = [...root.querySelectorAll<HTMLElement>('*')].filter(
      (element) =>
        element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
        // What only screen readers meet is one pixel by design.
        element.offsetWidth > 1 &&
        // A line that is typed into scrolls by itself.
        !element.matches('input') &&
        !element.closest('.vh, .skip, .selection-bar'),
    )
    const cut = visible.filter((element) => {
      const { overflowX, overflowY } = getComputedStyle(element)
      return (
        (overflowX.match(/hidden|clip/) && element.scrollWidth > element.clientWidth + 1) ||
        (overflowY.match(/hidden|clip/) && element.scrollHeight > element.clientHeight + 1)
      )
    })
    /** Where it is seen: what has been scrolled out of a list lies over nothing. */
    const seenBox = (element: Element) => {
      let { left, top, right, bottom } = element.getBoundingClientRect()
      for (let each = element.parentElement; each && each !== document.body; each = each.parentElement) {
        if (getComputedStyle(each).overflowY === 'visible') continue
        const frame = each.getBoundingClientRect()
        left = Math.max(left, frame.left)
        top = Math.max(top, frame.top)
        right = Math.min(right, frame.right)
        bottom = Math.min(bottom, frame.bottom)
      }
      return { left, top, right, bottom }
    }
    const blocks = visible
      .filter((element) => getComputedStyle(element).display !== 'inline')
      .filter((element) =>
        [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()),
      )
      .map((element) => ({ element, box: seenBox(element) }))
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
    document.adoptedStyleSheets.pop()
    return [...cut, ...over.map(({ element }) => element)].map((element) => element.outerHTML.slice(0, 120))
  })
}
