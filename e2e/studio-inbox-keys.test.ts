import { signInAs } from './studio'
import { caseOf, inboxOf, openField, stateOf, writeWaiting } from './studio-inbox'
import { expect, test } from './test'
import { narrow, wide } from './widths'

test.beforeEach(async ({ context, db }) => {
  await signInAs(context, db)
})

test('what a click opens takes what is typed next, and no letter of it decides', async ({
  page,
  db,
  post,
}) => {
  const [ilka] = await writeWaiting(db, post, [{ name: 'Ilka' }, { name: 'Bo' }])
  await page.goto(inboxOf(post))
  await openField(caseOf(page, 'Ilka'), 'Reply and approve')
  await page.keyboard.type('Thanks, dash')
  await expect(caseOf(page, 'Ilka').getByLabel('Your reply to Ilka')).toHaveValue('Thanks, dash')
  await openField(caseOf(page, 'Ilka'), 'Edit')
  await expect(page.getByRole('textbox', { name: 'The comment by Ilka' })).toBeFocused()
  expect((await stateOf(db, ilka?.id ?? ''))?.status).toBe('held')
})

for (const viewport of [wide, narrow]) {
  test(`letters act while the list has the focus, and only then, at ${viewport.width} px`, async ({
    page,
    db,
    post,
  }) => {
    await page.setViewportSize(viewport)
    const [ilka, bo, halla] = await writeWaiting(db, post, [
      { name: 'Ilka' },
      { name: 'Bo' },
      { name: 'Halla' },
    ])
    const status = async (row: typeof ilka) => (await stateOf(db, row?.id ?? ''))?.status
    await page.goto(inboxOf(post))
    await test.step('outside of it they do nothing', async () => {
      await page.getByRole('button', { name: 'Search' }).focus()
      for (const key of 'jkarsdz?') await page.keyboard.press(key)
      await expect(page.getByRole('dialog')).toHaveCount(0)
      await expect(page.getByRole('status').filter({ hasText: 'Ilka' })).toHaveCount(0)
    })
    await page.getByRole('list', { name: 'Comments' }).focus()
    await page.keyboard.press('j')
    await expect(caseOf(page, 'Ilka')).toBeFocused()
    await page.keyboard.press('j')
    await page.keyboard.press('k')
    await expect(caseOf(page, 'Ilka')).toBeFocused()
    await page.keyboard.press('a')
    await expect(page.getByText('Approved Ilka’s comment.')).toBeVisible()
    await expect(caseOf(page, 'Bo')).toBeFocused()
    await page.keyboard.press('s')
    await expect(page.getByText('Bo’s comment is in Spam.')).toBeVisible()
    await expect(caseOf(page, 'Halla')).toBeFocused()
    await page.keyboard.press('z')
    await expect(caseOf(page, 'Bo')).toBeFocused()
    expect([await status(ilka), await status(bo)]).toEqual(['published', 'held'])
    await page.keyboard.press('d')
    await expect(page.getByText('Bo’s comment is in the bin.')).toBeVisible()
    await expect(caseOf(page, 'Halla')).toBeFocused()
    await test.step('while something is typed they are letters', async () => {
      await page.keyboard.press('r')
      const reply = caseOf(page, 'Halla').getByLabel('Your reply to Halla')
      await expect(reply).toBeFocused()
      await page.keyboard.type('asdzjk?')
      await expect(reply).toHaveValue('asdzjk?')
      await page.keyboard.press('Control+a')
      expect(await status(halla)).toBe('held')
    })
  })
}

test('a letter that is refused is told at its field, and the letters go on', async ({ page, db, post }) => {
  const [ilka] = await writeWaiting(db, post, [{ name: 'Ilka' }, { name: 'Bo' }])
  await page.goto(inboxOf(post))
  const comment = caseOf(page, 'Ilka')
  const field = comment.getByLabel('Your reply to Ilka')
  await comment.locator('summary', { hasText: 'Reply and approve' }).click()
  await field.fill('Half of it.')
  await comment.getByText('Close').filter({ visible: true }).click()
  await comment.focus()
  await page.keyboard.press('a')
  const problem = 'What you typed to answer was not sent.'
  await expect(page.getByRole('status').filter({ hasText: problem })).toHaveCount(1)
  await expect(field).toBeInViewport()
  await expect(field).toHaveAccessibleDescription(new RegExp(`^${problem}`))
  await expect(comment).toBeFocused()
  await page.keyboard.press('j')
  await expect(caseOf(page, 'Bo')).toBeFocused()
  await expect(field).toHaveValue('Half of it.')
  expect((await stateOf(db, ilka?.id ?? ''))?.status).toBe('held')
  await test.step('a button that is refused leads into the field, as before', async () => {
    await comment.getByRole('button', { name: 'Bin' }).click()
    await expect(field).toBeFocused()
  })
})

test('whoever skips to the comments has the keys at hand', async ({ page, db, post }) => {
  await writeWaiting(db, post, [{ name: 'Ilka' }, { name: 'Bo' }])
  await page.goto(inboxOf(post))
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the comments' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('list', { name: 'Comments' })).toBeFocused()
  await page.keyboard.press('j')
  await expect(caseOf(page, 'Ilka')).toBeFocused()
  await page.keyboard.press('j')
  await expect(caseOf(page, 'Bo')).toBeFocused()
})

for (const viewport of [wide, narrow]) {
  test(`the keys are listed under “?”, and can be switched off for good, at ${viewport.width} px`, async ({
    page,
    db,
    post,
  }) => {
    await page.setViewportSize(viewport)
    const [ilka] = await writeWaiting(db, post, [{ name: 'Ilka' }])
    await page.goto(inboxOf(post))
    await caseOf(page, 'Ilka').focus()
    await page.keyboard.press('?')
    const dialog = page.getByRole('dialog', { name: 'Keys' })
    for (const words of ['approve', 'reply', 'spam', 'bin', 'undo']) await expect(dialog).toContainText(words)
    await test.step('Enter, pressed at once, changes nothing', async () => {
      await page.keyboard.press('Enter')
      await expect(dialog).toBeHidden()
      await expect(caseOf(page, 'Ilka')).toBeFocused()
      await page.keyboard.press('?')
    })
    await dialog.getByRole('button', { name: 'Turn keys off' }).click()
    await dialog.getByRole('button', { name: 'Close' }).click()
    for (const again of [false, true]) {
      if (again) await page.reload()
      await expect(page.getByRole('button', { name: 'Keys: off (?)' })).toBeVisible()
      await caseOf(page, 'Ilka').focus()
      for (const key of 'ajs?') await page.keyboard.press(key)
      await expect(dialog).toBeHidden()
    }
    expect((await stateOf(db, ilka?.id ?? ''))?.status).toBe('held')
    await page.getByRole('button', { name: 'Keys: off (?)' }).click()
    await dialog.getByRole('button', { name: 'Turn keys on' }).click()
    await dialog.getByRole('button', { name: 'Close' }).click()
    await caseOf(page, 'Ilka').focus()
    await page.keyboard.press('a')
    await expect(page.getByText('Approved Ilka’s comment.')).toBeVisible()
  })
}
