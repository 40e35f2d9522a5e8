import { eq } from 'drizzle-orm'
import { guests } from '../db/schema'
import { findViolations } from './find-violations'
import { keyOf, lettersTo, makePerson, type Person, say } from './guests'
import { siteInUse } from './site-in-use'
import { signInAs } from './studio'
import { caseOf, inboxOf, openField, writeWaiting } from './studio-inbox'
import { expect, type FixturePost, test } from './test'
import { narrow } from './widths'

const privately = { forAuthor: 'on' }

test.beforeEach(async ({ context, db }) => {
  await signInAs(context, db)
})

/** The letter to somebody with this in its subject. */
async function letterTo(person: Person, subject: string) {
  const find = async () => (await lettersTo(person)).filter((letter) => letter.subject?.includes(subject))
  await expect.poll(find, `a letter: ${subject}`).toHaveLength(1)
  const [letter] = await find()
  return letter?.text ?? ''
}

/** Where they say that the address is theirs. */
async function confirmLink(person: Person): Promise<string> {
  const text = await letterTo(person, 'Is this address yours?')
  return /^http.*\/letters\/confirm\/.*$/m.exec(text)?.[0] ?? ''
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled, ...(javaScriptEnabled ? {} : { viewport: narrow }) })

    test('what was written for the author alone is answered by letter, when its writer has said yes', async ({
      page,
      anotherReader,
      post,
      blog,
    }) => {
      const wren = makePerson()
      await say(post, wren, `${post.words} <b>Tell me.</b>`, privately)
      await page.goto(inboxOf(post))
      const comment = caseOf(page, wren.name)
      await openField(comment, 'Answer by letter')
      const hint = comment.getByText('It goes to their address')
      await expect(hint).toContainText('First they are asked whether the address is theirs')
      const field = comment.getByLabel(`Your letter to ${wren.name}`)
      await test.step('an empty one, and one that is too long, are refused at the field', async () => {
        for (const [typed, problem] of [
          ['', 'Write your letter before sending it.'],
          ['x'.repeat(10_001), 'Your comment is 1 character too long'],
        ] as const) {
          await field.fill(typed)
          await comment.getByRole('button', { name: 'Send the letter' }).click()
          await expect(field).toHaveAccessibleDescription(`${problem} ${await hint.textContent()}`)
          await expect(field).toHaveAttribute('aria-invalid', 'true')
          await expect(field).toBeFocused()
          await expect(page.getByText(problem)).toHaveCount(1)
          await expect(field).toHaveValue(typed)
        }
      })
      await field.fill('I will, *in spring*.\n\nYours')
      await comment.getByRole('button', { name: 'Send the letter' }).click()
      await expect(page.getByText(`Your letter to ${wren.name} is written.`)).toBeVisible()
      await page.goto(inboxOf(post))
      await expect(comment, 'it waits no more').toHaveCount(0)
      await page.goto(inboxOf(post, '&tab=answered'))
      await expect(page.getByRole('link', { name: /^Read \d/ })).toHaveAttribute('aria-current', 'page')
      const letter = comment.getByRole('region', { name: 'Your letter' })
      await expect(letter).toContainText('It waits until they say that the address is theirs')
      await expect(letter).toContainText('I will, in spring.')
      if (!javaScriptEnabled)
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(narrow.width)

      const link = await confirmLink(wren)
      expect(await lettersTo(wren), 'nothing before a yes').toHaveLength(1)
      await anotherReader.goto(link)
      await anotherReader.getByRole('button', { name: 'Yes, write to me' }).click()
      await expect(anotherReader.getByRole('heading', { level: 1 })).toHaveText('Thank you')
      const text = await letterTo(wren, `${blog.author} answered what you wrote on "${post.title}"`)
      expect(text).toContain(`${blog.author}:\n> I will, *in spring*.\n>\n> Yours\n`)
      expect(text).toContain(`> ${post.words} <b>Tell me.</b>\n`)

      // It is noted a moment after the mail server took it.
      await expect(async () => {
        await page.goto(inboxOf(post, '&tab=answered'))
        await expect(letter).toContainText('It was sent.', { timeout: 500 })
      }).toPass()
      await page.goto('/studio/log')
      const line = page.getByRole('listitem').filter({ hasText: `Answered by letter: ${wren.name}` })
      await expect(line.filter({ hasText: post.title })).toContainText('It is now in: Read.')
      await expect(line.filter({ hasText: post.title }).getByRole('button', { name: 'Undo' })).toHaveCount(0)
      await anotherReader.goto(post.path)
      await expect(anotherReader.getByRole('main')).not.toContainText(post.words)
    })

    test('a letter is taken back, words and all, before it goes', async ({ page, post }) => {
      const wren = makePerson()
      await say(post, wren, post.words, privately)
      await page.goto(inboxOf(post))
      const comment = caseOf(page, wren.name)
      await openField(comment, 'Answer by letter')
      await comment.getByLabel(`Your letter to ${wren.name}`).fill('A slip of the hand.')
      await comment.getByRole('button', { name: 'Send the letter' }).click()
      await expect(page.getByText(`Your letter to ${wren.name} is written.`)).toBeVisible()
      await page.getByRole('button', { name: 'Undo' }).click()
      await expect(comment).toBeVisible()
      if (javaScriptEnabled)
        await expect(comment.getByLabel(`Your letter to ${wren.name}`)).toHaveValue('A slip of the hand.')
      await page.goto(inboxOf(post))
      await expect(comment).toBeVisible()
      await expect(comment.getByRole('region', { name: 'Your letter' })).toHaveCount(0)
      await page.goto('/studio/log')
      await expect(
        page.getByRole('listitem').filter({ hasText: post.title }).filter({ hasText: 'Taken back' }),
      ).toHaveCount(1)
    })

    test('what was read waits no more, is found again, and can be put back', async ({ page, db, post }) => {
      const alone = { forAuthor: true, reasons: [] }
      await writeWaiting(db, post, [{ name: 'Wren', ...alone }, { name: 'Tam', ...alone }, { name: 'Ilka' }])
      const [wren, tam, ilka] = [caseOf(page, 'Wren'), caseOf(page, 'Tam'), caseOf(page, 'Ilka')]
      await page.goto(inboxOf(post))
      await expect(ilka.getByRole('button', { name: 'Mark as read' })).toHaveCount(0)
      await wren.getByRole('button', { name: 'Mark as read' }).click()
      await expect(page.getByText('Wren’s comment waits no more: kept in “Read”.')).toBeVisible()
      await expect(wren).toHaveCount(0)
      await page.getByRole('button', { name: 'Undo' }).click()
      await expect(wren).toBeVisible()

      await page.goto(inboxOf(post))
      if (javaScriptEnabled) await page.getByLabel('Select all').check()
      else await page.getByRole('link', { name: 'Select all' }).click()
      await page.getByRole('button', { name: 'Mark as read all that is selected' }).click()
      await expect(
        page.getByText(
          '2 comments wait no more: kept in “Read”. Ilka was left: only what was written for you alone is marked as read.',
        ),
      ).toBeVisible()
      await page.goto(inboxOf(post))
      await expect(page.getByRole('article', { name: /^Comment by/ })).toHaveCount(1)
      await expect(ilka).toBeVisible()
      await expect(page.getByRole('button', { name: 'Mark as read' })).toHaveCount(0)

      await page.goto(inboxOf(post, '&tab=answered'))
      await expect(wren).toBeVisible()
      if (!javaScriptEnabled)
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(narrow.width)
      await tam.getByRole('button', { name: 'Back to waiting' }).click()
      await expect(page.getByText('Tam’s comment waits again.')).toBeVisible()

      await page.goto('/studio/log')
      const line = page
        .getByRole('listitem')
        .filter({ hasText: 'Marked as read: Wren' })
        .filter({ hasText: post.title })
        .first()
      await expect(line).toContainText('It is now in: Read.')
      await line.getByRole('button', { name: 'Undo' }).click()
      await expect(line).toContainText('Taken back')
      await page.goto(inboxOf(post))
      await expect(page.getByRole('article', { name: /^Comment by/ })).toHaveCount(3)
    })

    test('whoever left no address cannot be answered, and it says so', async ({ page, post }) => {
      await say(post, { ...makePerson(), email: '' }, post.words, privately)
      await page.goto(inboxOf(post))
      await expect(caseOf(page, 'Wren')).toContainText('They left no address, so there is no way to answer.')
      await expect(caseOf(page, 'Wren').getByText('Answer by letter')).toHaveCount(0)
    })
  })
}

test('whoever could not be asked yet whose their address is, is told of', async ({ page, db, post }) => {
  const wren = makePerson()
  await say(post, wren, post.words, { letters: 'on' })
  const said = 'They want letters, but were not asked yet whether the address is theirs'
  await page.goto(inboxOf(post, '&tab=published'))
  await expect(caseOf(page, wren.name)).not.toContainText(said)
  // As the limit of the site leaves it (db/guests.ts).
  await db
    .update(guests)
    .set({ askedAt: null })
    .where(eq(guests.key, await keyOf(db, wren)))
  await page.reload()
  await expect(caseOf(page, wren.name)).toContainText(said)
})

test('axe finds nothing where a letter is written, nor where it stands', async ({ page, post }) => {
  const wren = makePerson()
  await say(post, wren, post.words, privately)
  await answer(page, post, wren)
  await openField(caseOf(page, wren.name), 'Answer by letter')
  expect(await findViolations(page, 'answering by letter')).toEqual([])
})

async function answer(page: Parameters<typeof caseOf>[0], post: FixturePost, { name }: Person) {
  await page.goto(`${siteInUse().url}${inboxOf(post)}`)
  await openField(caseOf(page, name), 'Answer by letter')
  await caseOf(page, name).getByLabel(`Your letter to ${name}`).fill('Thank you for asking.')
  await caseOf(page, name).getByRole('button', { name: 'Send the letter' }).click()
  await expect(page.getByText(`Your letter to ${name} is written.`)).toBeVisible()
  await page.goto(`${siteInUse().url}${inboxOf(post, '&tab=answered')}`)
}
