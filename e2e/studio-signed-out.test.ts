import { eq } from 'drizzle-orm'
import { studioSessions } from '../db/schema'
import { listRows } from './conversation'
import { hashOf, signInAs, signInForm } from './studio'
import { caseOf, inboxOf, openField, writeWaiting } from './studio-inbox'
import { expect, test } from './test'

test.use({ javaScriptEnabled: false })

const hostile = 'Half of </textarea><script>it</script> & "all" of it.'

for (const { words, label, button, kept, said } of [
  {
    words: 'Reply and approve',
    label: 'Your reply to Ilka',
    button: 'Reply and approve',
    kept: 'What you answered',
    said: 'Your reply to Ilka is on the page now.',
  },
  {
    words: 'Edit',
    label: 'The comment by Ilka',
    button: 'Save the text',
    kept: 'The text as you changed it',
    said: 'Changed Ilka’s comment.',
  },
]) {
  test(`who was signed out before they sent it finds what they typed under ${words}, and it alone`, async ({
    page,
    context,
    db,
    post,
  }) => {
    const token = await signInAs(context, db)
    await writeWaiting(db, post, [{ name: 'Ilka' }])
    const before = await listRows(db, post)
    await page.goto(inboxOf(post))
    await openField(caseOf(page, 'Ilka'), words)
    await caseOf(page, 'Ilka').getByLabel(label, { exact: true }).fill(hostile)
    await db.delete(studioSessions).where(eq(studioSessions.tokenHash, hashOf(token)))
    await caseOf(page, 'Ilka').getByRole('button', { name: button }).click()
    const main = page.getByRole('main')
    for (const _ of ['at first', 'and once more']) {
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('You were signed out')
      await expect(main.getByRole('alert')).toBeFocused()
      await expect(page.getByRole('textbox')).toHaveCount(1)
      await expect(page.getByLabel(kept)).toHaveValue(hostile)
      const html = await page.content()
      for (const secret of [post.words, 'Ilka', 'w@example.com']) expect(html).not.toContain(secret)
      await page.getByRole('button', { name: 'Send them now' }).click()
    }
    expect(await listRows(db, post), 'nothing was done').toEqual(before)

    const opened = page.waitForEvent('popup')
    await main.getByRole('link', { name: 'Sign in in another window' }).click()
    const other = await opened
    await expect(signInForm(other).password).toBeVisible()
    await expect(other).toHaveURL(/next=/)
    await signInAs(context, db)
    await page.getByRole('button', { name: 'Send them now' }).click()
    await expect(page.getByText(said)).toBeVisible()
    expect((await listRows(db, post)).map(({ body }) => body)).toContain(hostile)
  })
}

test('who typed nothing is led to the sign-in', async ({ page, context, db, post }) => {
  const token = await signInAs(context, db)
  await writeWaiting(db, post, [{ name: 'Ilka' }])
  await page.goto(inboxOf(post))
  await db.delete(studioSessions).where(eq(studioSessions.tokenHash, hashOf(token)))
  await caseOf(page, 'Ilka').getByRole('button', { name: 'Approve', exact: true }).click()
  await expect(signInForm(page).password).toBeVisible()
})
