import { siteInUse } from './site-in-use'
import { forgetGuesses, openStudioForm, sendForm, signInForm, studioPassword, tokenOf } from './studio'
import { expect, test } from './test'

test.beforeEach(({ db }) => forgetGuesses(db))
test.afterEach(({ db }) => forgetGuesses(db))

test('of a thousand guesses ten are looked at, and the author gets in meanwhile', async ({
  page,
  db,
  context,
}) => {
  await page.goto('/studio/sign-in')
  await signInForm(page).signIn(studioPassword)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in', level: 1 })).toBeVisible()
  await forgetGuesses(db)

  const { url: site } = siteInUse()
  const form = await openStudioForm(`${site}/studio/sign-in`, 'Sign in')
  const answers = { wrong: 0, refused: 0, other: 0 }
  let next = 0
  async function guess() {
    for (let number = next++; number < 1000; number = next++) {
      // Nobody believes what a stranger says of where they are.
      const from = { 'x-forwarded-for': `203.0.113.${number % 256}` }
      const answer = await sendForm(form, { password: `guess number ${number}` }, { origin: site, ...from })
      const text = await answer.text()
      if (text.includes('>That is not the password<')) answers.wrong++
      else if (text.includes('Too many wrong passwords have come in')) answers.refused++
      else answers.other++
    }
  }
  await Promise.all(Array.from({ length: 10 }, guess))
  expect(answers).toEqual({ wrong: 10, refused: 990, other: 0 })
  console.info(`T8: ${answers.wrong} of 1,000 guesses looked at`)

  await test.step('nor is the right one looked at, in a browser that never was signed in', async () => {
    const right = await sendForm(form, { password: studioPassword }, { origin: site })
    expect(await right.text()).toContain('Too many wrong passwords have come in')
    expect(right.headers.get('set-cookie')).toBeNull()
  })
  await test.step('the author, in theirs, signs in', async () => {
    await signInForm(page).signIn(studioPassword)
    await expect(page.getByRole('navigation', { name: 'Inbox' })).toBeVisible()
    expect(await tokenOf(context)).toBeDefined()
  })
})

test('that browser has ten guesses of its own, and no more', async ({ page }) => {
  await page.goto('/studio/sign-in')
  const form = signInForm(page)
  await form.signIn(studioPassword)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in', level: 1 })).toBeVisible()
  for (let guess = 1; guess <= 10; guess++) {
    await form.signIn(`guess number ${guess}`)
    // Emptied with the answer, which says the same each time.
    await expect(form.password).toHaveValue('')
    await expect(form.problem).toContainText('That is not the password')
  }
  await form.signIn(studioPassword)
  await expect(form.problem).toContainText('Too many wrong passwords have come in')
})
