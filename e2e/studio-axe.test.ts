import { findViolations } from './find-violations'
import { signInAs, signInForm } from './studio'
import { inboxOf, personOf, writeWaiting } from './studio-inbox'
import { expect, test } from './test'

test.use({ contextOptions: { reducedMotion: 'reduce' } })

test('axe finds nothing in the studio, in any look', async ({ page, context, db, post }) => {
  const found = []
  await page.goto('/studio/set-password?token=made-up')
  found.push(...(await findViolations(page, 'a used address')))
  await page.goto('/studio/sign-in')
  await signInForm(page).signIn('')
  await expect(page.getByText('There is a problem')).toBeVisible()
  found.push(...(await findViolations(page, 'the form with a mistake')))
  await signInAs(context, db)
  const [waiting] = await writeWaiting(db, post, [{ name: 'Ilka' }, { name: 'Bo', forAuthor: true }])
  const person = `/studio/people/${encodeURIComponent(personOf(waiting?.id ?? ''))}`
  const desk = ['/studio/waiting', '/studio/people', '/studio/rules', '/studio/log', '/studio/sessions']
  for (const path of [inboxOf(post), ...desk, person, `${person}/erase`]) {
    await page.goto(path)
    found.push(...(await findViolations(page, path)))
  }
  expect(found).toEqual([])
})
