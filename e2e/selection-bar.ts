import type { Page } from '@playwright/test'

/** What stands beside selected words, as somebody finds it who looks for parts by their names. */
export function barOn(page: Page) {
  const bar = page.getByRole('main').getByRole('group', { name: 'Selected words' })
  return {
    bar,
    quote: bar.getByRole('button', { name: 'Copy quote' }),
    copyLink: bar.getByRole('button', { name: 'Copy link' }),
    links: bar.getByRole('link'),
  }
}

/** Opens a post to select words of; its own address. */
export async function openToSelect(page: Page, path = '/posts/sometimes-we-fail'): Promise<string> {
  await page.goto(path)
  return (await page.locator('link[rel=canonical]').getAttribute('href')) ?? ''
}

/** What was copied last. The context lets pages read it. */
export function copied(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText())
}
