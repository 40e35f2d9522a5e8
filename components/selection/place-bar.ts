type Size = { width: number; height: number }
type Box = { left: number; top: number; right: number; bottom: number }

/** CSS pixels between the bar and the words, and the bar and the edge of the window. */
const gap = 8

/**
 * Puts the bar where it is wholly in the window and covers none of the words: under their end, or else over their
 * beginning, or on either side. Beside a finger the system shows a menu of its own: then, and where there is no room,
 * the bar stands at the bottom edge.
 */
export function placeBar(bar: HTMLElement, words: Range): void {
  // As wide as it is by itself.
  bar.classList.remove('low')
  const place = matchMedia('(pointer: coarse)').matches
    ? null
    : findPlace(
        words.getBoundingClientRect(),
        [...words.getClientRects()].at(-1)?.right ?? 0,
        bar.getBoundingClientRect(),
        { width: document.documentElement.clientWidth, height: document.documentElement.clientHeight },
      )
  const origin = bar.offsetParent?.getBoundingClientRect() ?? { left: -scrollX, top: -scrollY }
  bar.classList.toggle('low', place === null)
  bar.style.left = place ? `${place.left - origin.left}px` : ''
  bar.style.top = place ? `${place.top - origin.top}px` : ''
  // Whoever spread two fingers sees a part of the window, and the edge is that of the part.
  const edge = place === null ? seenEdge() : null
  bar.style.bottom = edge ? `${edge.bottom}px` : ''
  bar.style.width = edge ? `${edge.width}px` : ''
  if (edge) bar.style.left = `${edge.left}px`
}

/** Where the bottom edge of what is seen lies in the window, in its pixels; null where all of it is seen. */
function seenEdge(): { left: number; bottom: number; width: number } | null {
  if (!visualViewport || visualViewport.scale === 1) return null
  const { offsetLeft, offsetTop, width, height } = visualViewport
  return {
    left: offsetLeft,
    bottom: document.documentElement.clientHeight - offsetTop - height,
    width,
  }
}

/** `end` is where the last word ends; all in pixels of the window. Null where nothing is free. */
export function findPlace(
  words: Box,
  end: number,
  bar: Size,
  view: Size,
): { left: number; top: number } | null {
  const clamp = (at: number, size: number, whole: number) => Math.max(gap, Math.min(at, whole - size - gap))
  const left = clamp(end - bar.width / 2, bar.width, view.width)
  const top = clamp(words.bottom - bar.height, bar.height, view.height)
  const places = [
    { left, top: words.bottom + gap },
    { left, top: words.top - gap - bar.height },
    { left: words.right + gap, top },
    { left: words.left - gap - bar.width, top },
  ]
  const isInView = (place: { left: number; top: number }) =>
    place.left >= 0 &&
    place.top >= 0 &&
    place.left + bar.width <= view.width &&
    place.top + bar.height <= view.height
  return places.find(isInView) ?? null
}
