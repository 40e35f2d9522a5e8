import { expect, test } from './test'

for (const { reducedMotion, fades } of [
  { reducedMotion: 'no-preference', fades: 'true' },
  { reducedMotion: 'reduce', fades: 'false' },
] as const) {
  test(`one page ${fades === 'true' ? 'fades' : 'does not fade'} into the next: ${reducedMotion}`, async ({
    page,
  }) => {
    await page.emulateMedia({ reducedMotion })
    await page.addInitScript(() => {
      addEventListener('pagereveal', (event) => {
        document.documentElement.dataset.fades = String(
          event instanceof PageRevealEvent && event.viewTransition !== null,
        )
      })
    })
    await page.goto('/')
    for (const name of [/^All \d+ posts$/, 'Sometimes we fail']) {
      const address = page.url()
      await page.getByRole('main').getByRole('link', { name }).first().click()
      await expect(page).not.toHaveURL(address)
      await expect(page.locator('html')).toHaveAttribute('data-fades', fades)
    }
  })
}
