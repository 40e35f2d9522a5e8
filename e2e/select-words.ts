import type { Page } from '@playwright/test'

type Place = { nth?: number; block?: ScrollLogicalPosition }

/**
 * Selects words of a post with the mouse, as a hand does: from the first of `words` to the last of `until`, each of which
 * stands in one text of the page. `nth` of several alike counts from 0; `block` is where in the window they stand then.
 */
export async function selectByMouse(page: Page, words: string, until = words, place: Place = {}) {
  const { from } = await findWords(page, words, place)
  const { to } = await findWords(page, until, { nth: place.nth, block: 'none' })
  await page.mouse.move(from.x + 1, from.y)
  await page.mouse.down()
  await page.mouse.move(to.x - 1, to.y, { steps: 5 })
  await page.mouse.up()
}

async function findWords(
  page: Page,
  words: string,
  { nth = 0, block = 'center' }: Omit<Place, 'block'> & { block?: ScrollLogicalPosition | 'none' },
) {
  return page.evaluate(
    ({ words, nth, block }) => {
      const texts = document.createTreeWalker(
        document.querySelector('main') ?? document,
        NodeFilter.SHOW_TEXT,
      )
      let left = nth
      while (texts.nextNode()) {
        const node = texts.currentNode
        const parent = node.parentElement
        const text = (node.textContent ?? '').replace(/\s/g, ' ')
        for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
          if (!parent?.checkVisibility() || left-- > 0) continue
          if (block !== 'none') parent.scrollIntoView({ block, behavior: 'instant' })
          const range = document.createRange()
          range.setStart(node, at)
          range.setEnd(node, at + words.length)
          const [first, last] = [range.getClientRects()[0], [...range.getClientRects()].at(-1)]
          if (!first || !last) continue
          return {
            from: { x: first.left, y: first.top + first.height / 2 },
            to: { x: last.right, y: last.top + last.height / 2 },
          }
        }
      }
      throw new Error(`“${words}” is not on the page.`)
    },
    { words, nth, block },
  )
}

/** The boxes of the selected words, in pixels of the window. */
export async function selectedBoxes(page: Page) {
  return page.evaluate(() => {
    const range = getSelection()?.getRangeAt(0)
    return [...(range?.getClientRects() ?? [])].map(({ left, top, right, bottom }) => ({
      left,
      top,
      right,
      bottom,
    }))
  })
}
