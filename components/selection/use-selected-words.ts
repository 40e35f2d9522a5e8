import { useEffect, useLayoutEffect, useState } from 'react'
import { placeBar } from './place-bar'
import { readSelected, type SelectedWords } from './read-selected'

/** Milliseconds without a change until words count as selected. */
const pause = 100

/**
 * The words of the post that the reader has selected, and the element of the bar for them: directly behind the block
 * in which they end, so that Tab leads there, and placed where it covers none of them.
 */
export function useSelectedWords() {
  const [bar] = useState(makeBar)
  const [selected, setSelected] = useState<SelectedWords | null>(null)

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    /** A press on the bar may empty the selection, as on a phone: what was pressed stays to say what became of it. */
    let isUsed = false
    let shown: SelectedWords | null = null
    /** The words that Esc put the bar away from. They are still selected: it does not come back for them. */
    let declined: SelectedWords | null = null

    function show(next: SelectedWords | null) {
      shown = next
      setSelected(next)
    }
    function look() {
      if (bar.contains(document.activeElement)) return
      // Words are still being selected by the mouse.
      if (document.querySelector('.prose:active')) return lookSoon()
      const next = readSelected(bar)
      if (next && declined && isSame(next.range, declined.range)) return
      declined = null
      if (next !== null || !isUsed) show(next)
    }
    function lookSoon() {
      clearTimeout(timer)
      timer = setTimeout(look, pause)
    }
    function selectAnew() {
      // Words that are selected once more are a new wish for the bar.
      if (getSelection()?.isCollapsed) declined = null
      lookSoon()
    }
    function press(event: PointerEvent) {
      isUsed = event.composedPath().includes(bar)
      if (isUsed || event.pointerType !== 'mouse' || event.button !== 0) return
      // Whoever selects the same words again at once is told of by no event in between.
      declined = null
      show(null)
    }
    function decline() {
      if (shown === null) return
      declined = shown
      // With the bar what has the focus in it goes.
      if (bar.contains(document.activeElement)) focusWords(shown.block)
      show(null)
    }
    function pressKey(event: KeyboardEvent) {
      if (event.key === 'Escape') decline()
      // A click in the text puts the focus on `main`, from whose top Tab would begin.
      const isOnText = bar.isConnected && document.activeElement?.contains(bar)
      if (event.key !== 'Tab' || event.shiftKey || !isOnText) return
      event.preventDefault()
      bar.querySelector('button')?.focus()
    }

    const stop = new AbortController()
    const { signal } = stop
    document.addEventListener('selectionchange', selectAnew, { signal })
    document.addEventListener('pointerdown', press, { signal })
    document.addEventListener('pointerup', lookSoon, { signal })
    document.addEventListener('pointercancel', lookSoon, { signal })
    document.addEventListener('keydown', pressKey, { signal })
    bar.addEventListener('focusout', lookSoon, { signal })
    bar.addEventListener('mousedown', keepSelection, { signal })
    addEventListener('resize', lookSoon, { signal })
    // Two fingers make it larger, and move over it.
    visualViewport?.addEventListener('resize', lookSoon, { signal })
    visualViewport?.addEventListener('scroll', lookSoon, { signal })
    lookSoon()
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [bar])

  useLayoutEffect(() => {
    if (selected === null) {
      bar.remove()
      return
    }
    putBehind(selected.block, bar)
    const place = () => placeBar(bar, selected.range)
    place()
    // It grows where the browser refuses to copy.
    const growth = new ResizeObserver(place)
    growth.observe(bar)
    return () => growth.disconnect()
  }, [selected, bar])

  return { bar, selected }
}

function makeBar(): HTMLElement {
  const bar = document.createElement('div')
  bar.className = 'selection-bar'
  bar.setAttribute('role', 'group')
  bar.setAttribute('aria-label', 'Selected words')
  // The post may be in another language.
  bar.lang = document.documentElement.lang
  bar.dir = 'ltr'
  return bar
}

/** A heading is known by standing directly before its text: the bar goes in with it. */
function putBehind(block: Element, bar: HTMLElement): void {
  if (block.matches('.h')) block.append(bar)
  else block.after(bar)
}

/**
 * The part of the post that the words are in has the focus until it moves on: Tab and a screen reader go on from there.
 * What has a place among the stops of Tab, such as a wide table, keeps it.
 */
function focusWords(block: Element): void {
  if (!(block instanceof HTMLElement)) return
  if (!block.hasAttribute('tabindex')) {
    block.tabIndex = -1
    block.addEventListener('blur', () => block.removeAttribute('tabindex'), { once: true })
  }
  block.focus({ preventScroll: true })
}

function isSame(one: Range, other: Range): boolean {
  return (
    one.compareBoundaryPoints(Range.START_TO_START, other) === 0 &&
    one.compareBoundaryPoints(Range.END_TO_END, other) === 0
  )
}

/** A press on a button would empty the selection, and with it hide the bar and a phone's own menu. */
function keepSelection(event: MouseEvent): void {
  if (!(event.target instanceof HTMLInputElement)) event.preventDefault()
}
