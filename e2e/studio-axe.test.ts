import { findViolations } from './find-violations'
import { signInAs, signInForm } from './studio'
import { expect, test } from './test'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

test('axe finds nothing in the studio, in any look', async ({ page, context, db }) => {
  // Milliseconds: axe takes its time while others use the machine.
  test.setTimeout(300_000)
  const found = []
  await page.goto('/studio/set-password?token=made-up')
  found.push(...(await findViolations(page, 'a used address')))
  await page.goto('/studio/sign-in')
  await signInForm(page).signIn('')
  await expect(page.getByText('There is a problem')).toBeVisible()
  found.push(...(await findViolations(page, 'the form with a mistake')))
  await signInAs(context, db)
  for (const path of ['/studio?tab=published', '/studio', '/studio/sessions']) {
    await page.goto(path)
    found.push(...(await findViolations(page, path)))
  }
  expect(found).toEqual([])
})
