import type { Typed } from '@/lib/comments/fields'

/** What stands in the form now. */
export function readTyped(form: HTMLFormElement): Typed {
  const data = new FormData(form)
  const read = (name: string) => {
    const value = data.get(name)
    return typeof value === 'string' ? value : ''
  }
  return {
    body: read('body'),
    name: read('name'),
    email: read('email'),
    website: read('website'),
    remember: data.has('remember'),
    forAuthor: data.has('forAuthor'),
    addLatest: data.has('addLatest'),
    letters: data.has('letters'),
  }
}

/** Puts texts into fields of the form by their names. */
export function fill(form: HTMLFormElement, texts: Record<string, string>): void {
  for (const [name, text] of Object.entries(texts)) {
    const field = form.elements.namedItem(name)
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.value = text
  }
}

/** Ticks a box of the form by its name, or leaves it empty. */
export function tick(form: HTMLFormElement, name: string, isTicked: boolean): void {
  const box = form.elements.namedItem(name)
  if (box instanceof HTMLInputElement) box.checked = isTicked
}
