import type { Page } from '@playwright/test'
import type { Row } from './conversation'

/** Five deep, and one beside it. `addLastWord` makes it seven. */
export const fiveDeep: Row[] = [
  { name: 'Ada' },
  { name: 'Ben', answers: 1 },
  { name: 'Cleo', answers: 2 },
  { name: 'Dot', answers: 3 },
  { name: 'Eli', answers: 4 },
  { name: 'Fay' },
]

/** A published comment by its number, whoever wrote it. */
export function commentOn(page: Page, number: number) {
  return page.getByRole('article', { name: new RegExp(`^Comment ${number} by `) })
}

export function replyTo(page: Page, name: string) {
  return page.getByRole('link', { name: `Reply to ${name}` })
}

/** What the form stands under: the article before it in the list, or none. */
export function placeOfForm(page: Page): Promise<string | null> {
  return page
    .locator('#comment-form')
    .evaluate((form) => form.closest('li')?.querySelector('article')?.id ?? null)
}
