/** What was shown in place on this page of the history, and how far down the reader was when they left it. */
type Place = { hrefs: string[]; y: number }

/** Whether what this link leads to was shown here before the reader went away or loaded the page again. */
export function isKeptShown(href: string): boolean {
  return readPlace().hrefs.includes(href)
}

export function keepShown(href: string): void {
  const { hrefs, y } = readPlace()
  write({ hrefs: [...hrefs, href], y })
}

/** To be called when the page is left: the browser's own memory of it ends where the page did without its script. */
export function keepPlace(): void {
  write({ ...readPlace(), y: scrollY })
}

export function returnToPlace(): void {
  scrollTo(0, readPlace().y)
}

function readPlace(): Place {
  const { hrefs, y }: Record<string, unknown> = { ...Object(readState().shown) }
  return {
    hrefs: Array.isArray(hrefs) ? hrefs.filter((href) => typeof href === 'string') : [],
    y: typeof y === 'number' ? y : 0,
  }
}

/** Next keeps its own in there. */
function readState(): Record<string, unknown> {
  return { ...history.state }
}

function write(place: Place): void {
  history.replaceState({ ...readState(), shown: place }, '')
}
