import { eq } from 'drizzle-orm'
import { comments, decisions } from '../db/schema'
import { cuttableLine } from './cuttable-line'
import { makePerson, say } from './guests'
import { signInAs } from './studio'
import { caseOf, inboxOf, openField, stateOf, writeWaiting } from './studio-inbox'
import { expect, test } from './test'

const unsent = 'What you typed to answer was not sent.'
const unsaved = 'What you changed in the text was not saved.'
const half = 'Half of what I meant to say.'

test.beforeEach(async ({ context, db }) => {
  await signInAs(context, db)
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('what is decided beside a letter that was not sent stays, words and all', async ({ page, post }) => {
      const wren = makePerson()
      await say(post, wren, post.words, { forAuthor: 'on' })
      await page.goto(inboxOf(post))
      const comment = caseOf(page, wren.name)
      const field = comment.getByLabel(`Your letter to ${wren.name}`)
      await openField(comment, 'Answer by letter')
      await field.fill(half)
      for (const button of ['Bin', 'Spam']) {
        await comment.getByRole('button', { name: button }).click()
        await expect(field).toHaveAccessibleDescription(new RegExp(`^${unsent}`))
        await expect(field).toBeFocused()
        await expect(field).toHaveValue(half)
      }
      await field.fill('')
      await comment.getByRole('button', { name: 'Bin' }).click()
      await expect(page.getByText(`${wren.name}’s comment is in the bin.`)).toBeVisible()
    })

    test('what is decided beside an edit that was not saved stays, words and all', async ({
      page,
      db,
      post,
    }) => {
      const [ilka] = await writeWaiting(db, post, [{ name: 'Ilka' }])
      await page.goto(inboxOf(post))
      const comment = caseOf(page, 'Ilka')
      await openField(comment, 'Edit')
      const text = comment.getByLabel('The comment by Ilka', { exact: true })
      const mended = `Mended, on\ntwo lines: ${post.words}`
      await text.fill(mended)
      const isRefused = async () => {
        await expect(text).toHaveAccessibleDescription(new RegExp(`^${unsaved}`))
        await expect(text).toBeFocused()
        await expect(text).toHaveValue(mended)
        expect((await stateOf(db, ilka?.id ?? ''))?.status).toBe('held')
      }
      for (const button of ['Approve', 'Spam', 'Bin']) {
        await comment.getByRole('button', { name: button, exact: true }).click()
        await isRefused()
      }
      await comment.locator('summary', { hasText: 'Reply and approve' }).click()
      await comment.getByLabel('Your reply to Ilka').fill(half)
      await comment.getByRole('button', { name: 'Reply and approve' }).click()
      await isRefused()
      await expect(comment.getByLabel('Your reply to Ilka')).toHaveValue(half)
      await comment.getByLabel('Your reply to Ilka').fill('')
      await comment.getByRole('button', { name: 'Save the text' }).click()
      await expect(page.getByText('Changed Ilka’s comment.')).toBeVisible()
      await comment.getByRole('button', { name: 'Approve', exact: true }).click()
      await expect(page.getByText('Approved Ilka’s comment.')).toBeVisible()
      expect((await stateOf(db, ilka?.id ?? ''))?.body).toBe(mended)
    })

    test('where nothing was typed all can be done, though its writer has changed the text since', async ({
      page,
      db,
      post,
    }) => {
      const [ilka] = await writeWaiting(db, post, [
        { name: 'Ilka', body: `Said on\ntwo lines: ${post.words}` },
      ])
      const id = ilka?.id ?? ''
      await page.goto(inboxOf(post))
      const changed = { body: `Changed meanwhile. ${post.words}`, editedAt: new Date() }
      await db.update(comments).set(changed).where(eq(comments.id, id))
      await caseOf(page, 'Ilka').getByRole('button', { name: 'Spam' }).click()
      await expect(page.getByText('Ilka’s comment is in Spam.')).toBeVisible()
      expect(await stateOf(db, id)).toMatchObject({ status: 'spam', body: changed.body })
    })

    test('a text is not mended beside an answer that was not sent', async ({ page, db, post }) => {
      await writeWaiting(db, post, [{ name: 'Ilka' }])
      await page.goto(inboxOf(post))
      const comment = caseOf(page, 'Ilka')
      await openField(comment, 'Reply and approve')
      await comment.getByLabel('Your reply to Ilka').fill(half)
      await openField(comment, 'Edit')
      const text = comment.getByLabel('The comment by Ilka', { exact: true })
      await text.fill('Mended.')
      await comment.getByRole('button', { name: 'Save the text' }).click()
      await expect(comment.getByLabel('Your reply to Ilka')).toHaveAccessibleDescription(
        new RegExp(`^${unsent}`),
      )
      await expect(comment.getByLabel('Your reply to Ilka')).toHaveValue(half)
      await expect(text).toHaveValue('Mended.')
    })
  })
}

for (const [words, label, typed, problem] of [
  ['Reply and approve', 'Your reply to Ilka', '', unsent],
  ['Edit', 'The comment by Ilka', null, unsaved],
] as const) {
  test(`many are not decided about while what was typed under ${words} is not sent`, async ({
    page,
    db,
    post,
  }) => {
    const [ilka, bo] = await writeWaiting(db, post, [{ name: 'Ilka' }, { name: 'Bo' }])
    await page.goto(inboxOf(post))
    const comment = caseOf(page, 'Ilka')
    const field = comment.getByLabel(label, { exact: true })
    await openField(comment, words)
    await expect(field).toHaveValue(typed ?? ilka?.body ?? '')
    await field.fill(half)
    await comment.getByText('Close').filter({ visible: true }).click()
    await expect(field).toBeHidden()
    await page.getByLabel('Select all').check()
    await page.getByRole('button', { name: 'Spam all that is selected' }).click()
    await expect(page.getByRole('status').filter({ hasText: problem })).toBeVisible()
    await expect(field).toBeFocused()
    await expect(field).toHaveValue(half)
    expect((await stateOf(db, bo?.id ?? ''))?.status).toBe('held')

    await test.step('the others may be', async () => {
      await page.getByLabel('Select the comment by Ilka', { exact: true }).uncheck()
      await page.getByRole('button', { name: 'Spam all that is selected' }).click()
      await expect(caseOf(page, 'Bo')).toHaveCount(0)
      await expect(field).toHaveValue(half)
      expect((await stateOf(db, ilka?.id ?? ''))?.status).toBe('held')
    })
  })
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('nothing is typed where something else can be sent, as the page goes away with whatever is', async ({
    page,
    db,
    post,
  }) => {
    await writeWaiting(db, post, [{ name: 'Ilka' }, { name: 'Bo' }, { name: 'Wren', forAuthor: true }])
    for (const [name, opens, label] of [
      ['Ilka', 'Reply and approve', 'Your reply to Ilka'],
      ['Bo', 'Edit', 'The comment by Bo'],
      ['Wren', 'Answer by letter', 'Your letter to Wren'],
    ] as const) {
      await page.goto(inboxOf(post))
      await expect(page.getByRole('textbox')).toHaveCount(0)
      await openField(caseOf(page, name), opens)
      await expect(caseOf(page, name).getByLabel(label, { exact: true })).toBeVisible()
      await expect(page.getByRole('article')).toHaveCount(1)
      await expect(page.getByRole('button', { name: 'all that is selected' })).toHaveCount(0)
    }
  })
})

test.describe('without JavaScript, where the page shows it no more', () => {
  test.use({ javaScriptEnabled: false })

  test('what could not be done is said beside the comment, wherever it stands by now', async ({
    page,
    db,
    post,
  }) => {
    const [ilka] = await writeWaiting(db, post, [{ name: 'Ilka' }, { name: 'Bo' }])
    await page.goto(inboxOf(post))
    const changed = {
      body: `Changed meanwhile. ${post.words}`,
      status: 'spam' as const,
      editedAt: new Date(),
    }
    await db
      .update(comments)
      .set(changed)
      .where(eq(comments.id, ilka?.id ?? ''))
    await caseOf(page, 'Ilka').getByRole('button', { name: 'Approve', exact: true }).click()
    await expect(caseOf(page, 'Ilka').getByRole('alert')).toContainText(
      'The text was changed since you read it.',
    )
    await expect(caseOf(page, 'Ilka')).toContainText(changed.body)
    await expect(page.getByText('It is in Spam.')).toBeVisible()
  })

  for (const how of ['gone', 'deleted by its writer']) {
    test(`what was typed for a comment that is ${how} is there to be copied`, async ({ page, db, post }) => {
      const [ilka] = await writeWaiting(db, post, [{ name: 'Ilka' }])
      const id = ilka?.id ?? ''
      await page.goto(inboxOf(post))
      await openField(caseOf(page, 'Ilka'), 'Reply and approve')
      await caseOf(page, 'Ilka').getByLabel('Your reply to Ilka').fill(half)
      if (how === 'gone') await db.delete(comments).where(eq(comments.id, id))
      else {
        await db.update(comments).set({ status: 'removed' }).where(eq(comments.id, id))
        await db.insert(decisions).values({ commentId: id, verb: 'remove', by: 'writer', before: null })
      }
      await caseOf(page, 'Ilka').getByRole('button', { name: 'Reply and approve' }).click()
      await expect(page.getByRole('alert')).toContainText('This comment is not there any more')
      await expect(page.getByLabel('What you answered')).toHaveValue(half)
    })
  }

  test('a letter that nobody can get any more is there to be copied', async ({ page, db, post }) => {
    const wren = makePerson()
    await say(post, wren, post.words, { forAuthor: 'on' })
    await page.goto(inboxOf(post))
    await openField(caseOf(page, wren.name), 'Answer by letter')
    await caseOf(page, wren.name).getByLabel(`Your letter to ${wren.name}`).fill(half)
    await db.update(comments).set({ status: 'spam' }).where(eq(comments.postId, post.slug))
    await caseOf(page, wren.name).getByRole('button', { name: 'Send the letter' }).click()
    await expect(page.getByRole('alert')).toContainText('No letter can go to its writer.')
    await expect(page.getByLabel('What you wrote is still here, to keep')).toHaveValue(half)
  })

  test('what was refused in a list leads back to it once it is done', async ({ page, db, post }) => {
    const [ilka] = await writeWaiting(db, post, [{ name: 'Ilka' }, { name: 'Bo' }])
    await page.goto(inboxOf(post))
    const editedAt = new Date()
    await db
      .update(comments)
      .set({ editedAt })
      .where(eq(comments.id, ilka?.id ?? ''))
    await caseOf(page, 'Ilka').getByRole('button', { name: 'Approve', exact: true }).click()
    await expect(page.getByRole('article')).toHaveCount(1)
    await caseOf(page, 'Ilka').getByRole('button', { name: 'Approve', exact: true }).click()
    await expect(page.getByText('Approved Ilka’s comment.')).toBeVisible()
    await expect(caseOf(page, 'Bo')).toBeVisible()
  })
})

test.describe('when the server is out of reach', () => {
  test.use({ allowedErrors: [/Failed to load resource|net::ERR/] })

  test('no word of a reply is lost', async ({ page, db, post }) => {
    const [ilka] = await writeWaiting(db, post, [{ name: 'Ilka' }])
    const line = await cuttableLine(page, '**/studio*')
    await page.goto(inboxOf(post))
    const comment = caseOf(page, 'Ilka')
    await openField(comment, 'Reply and approve')
    await comment.getByLabel('Your reply to Ilka').fill('Long thought about.')
    line.cut()
    await comment.getByRole('button', { name: 'Reply and approve' }).click()
    await expect(page.getByText('We could not reach the server')).toBeVisible()
    await expect(comment.getByLabel('Your reply to Ilka')).toHaveValue('Long thought about.')
    line.mend()
    await comment.getByRole('button', { name: 'Spam' }).click()
    await expect(comment.getByText('What you typed to answer was not sent.')).toBeVisible()
    await expect(comment.getByLabel('Your reply to Ilka')).toHaveValue('Long thought about.')
    await comment.getByRole('button', { name: 'Reply and approve' }).click()
    await expect(page.getByText('Your reply to Ilka is on the page now.')).toBeVisible()
    expect((await stateOf(db, ilka?.id ?? ''))?.status).toBe('published')
  })
})
