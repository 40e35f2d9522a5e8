import type { Row } from './row'

/** A comment's place on the page; null while it is not shown. */
export function articleOf(id: string | undefined): HTMLElement | null {
  return document.getElementById(`case-${id}`)
}

/** The focus goes on to the comment below, when it was in one that leaves, and stays with one that was changed. */
export function moveOn(list: HTMLOListElement | null, settled: Row[]) {
  const leaving = settled.flatMap(({ id }) => articleOf(id) ?? [])
  const from = leaving.find((article) => article.contains(document.activeElement))
  if (!from || !list) return
  const others = [...list.querySelectorAll('article')].filter((article) => !leaving.includes(article))
  const below = (article: Element) =>
    (from.compareDocumentPosition(article) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  const next = others.find(below) ?? others.at(-1) ?? list
  const typedIn = document.activeElement?.matches('textarea') ? document.activeElement.id : ''
  focusSoon(() => {
    if (!from.isConnected) return next
    // What had the focus went with its form: the button that was pressed, or a field in which somebody types on.
    return document.activeElement === document.body ? (document.getElementById(typedIn) ?? from) : null
  })
}

/** To what is told of many at once, when the button that was pressed went with the last of them. */
export function moveToTold(told: HTMLElement | null) {
  focusSoon(() => (document.activeElement === document.body ? told : null))
}

/** When the page shows what was done. */
export function focusSoon(find: () => HTMLElement | null, tries = 20) {
  requestAnimationFrame(() => {
    const element = find()
    if (element) element.focus()
    else if (tries > 0) focusSoon(find, tries - 1)
  })
}
