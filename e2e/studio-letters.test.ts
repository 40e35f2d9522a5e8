import { findViolations } from './find-violations'
import { lettersTo, makePerson, type Person, say } from './guests'
import { siteInUse } from './site-in-use'
import { signInAs } from './studio'
import { caseOf, inboxOf } from './studio-inbox'
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
      await comment.getByText('Answer by letter').click()
      await expect(comment).toContainText('First they are asked whether the address is theirs')
      const field = comment.getByLabel(`Your letter to ${wren.name}`)
      await test.step('an empty one is refused', async () => {
        await comment.getByRole('button', { name: 'Send the letter' }).click()
        await expect(page.getByText('Write your letter before sending it.')).toBeVisible()
      })
      await field.fill('I will, *in spring*.\n\nYours')
      await comment.getByRole('button', { name: 'Send the letter' }).click()
      await expect(page.getByText(`Your letter to ${wren.name} is written.`)).toBeVisible()
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
        await page.goto(inboxOf(post))
        await expect(letter).toContainText('It was sent.', { timeout: 500 })
      }).toPass()
      await page.goto('/studio/log')
      const line = page.getByRole('listitem').filter({ hasText: `Answered by letter: ${wren.name}` })
      await expect(line.filter({ hasText: post.title })).toHaveCount(1)
      await expect(line.filter({ hasText: post.title }).getByRole('button', { name: 'Undo' })).toHaveCount(0)
      await anotherReader.goto(post.path)
      await expect(anotherReader.getByRole('main')).not.toContainText(post.words)
    })

    test('a letter is taken back, words and all, before it goes', async ({ page, post }) => {
      const wren = makePerson()
      await say(post, wren, post.words, privately)
      await page.goto(inboxOf(post))
      const comment = caseOf(page, wren.name)
      await comment.getByText('Answer by letter').click()
      await comment.getByLabel(`Your letter to ${wren.name}`).fill('A slip of the hand.')
      await comment.getByRole('button', { name: 'Send the letter' }).click()
      await expect(comment.getByRole('region', { name: 'Your letter' })).toContainText('A slip of the hand.')
      await page.getByRole('button', { name: 'Undo' }).click()
      await expect(comment.getByRole('region', { name: 'Your letter' })).toHaveCount(0)
      await page.goto('/studio/log')
      await expect(
        page.getByRole('listitem').filter({ hasText: post.title }).filter({ hasText: 'Taken back' }),
      ).toHaveCount(1)
    })

    test('what is put away beside a letter that was not sent stays, words and all', async ({
      page,
      post,
    }) => {
      const wren = makePerson()
      await say(post, wren, post.words, privately)
      await page.goto(inboxOf(post))
      const comment = caseOf(page, wren.name)
      const field = comment.getByLabel(`Your letter to ${wren.name}`)
      await comment.getByText('Answer by letter').click()
      await field.fill('Half of what I meant to say.')
      for (const button of ['Put away', 'Spam']) {
        await comment.getByRole('button', { name: button }).click()
        await expect(page.getByText('What you typed to answer was not sent.')).toBeVisible()
        await expect(field).toHaveValue('Half of what I meant to say.')
      }
      await field.fill('')
      await comment.getByRole('button', { name: 'Put away' }).click()
      await expect(field).toHaveCount(0)
    })

    test('whoever left no address cannot be answered, and it says so', async ({ page, post }) => {
      await say(post, { ...makePerson(), email: '' }, post.words, privately)
      await page.goto(inboxOf(post))
      await expect(caseOf(page, 'Wren')).toContainText('They left no address, so there is no way to answer.')
      await expect(caseOf(page, 'Wren').getByText('Answer by letter')).toHaveCount(0)
    })
  })
}

test('axe finds nothing where a letter is written, nor where it stands', async ({ page, post }) => {
  test.setTimeout(120_000)
  const wren = makePerson()
  await say(post, wren, post.words, privately)
  await answer(page, post, wren)
  await caseOf(page, wren.name).getByText('Answer by letter').click()
  expect(await findViolations(page, 'answering by letter')).toEqual([])
})

async function answer(page: Parameters<typeof caseOf>[0], post: FixturePost, { name }: Person) {
  await page.goto(`${siteInUse().url}${inboxOf(post)}`)
  await caseOf(page, name).getByText('Answer by letter').click()
  await caseOf(page, name).getByLabel(`Your letter to ${name}`).fill('Thank you for asking.')
  await caseOf(page, name).getByRole('button', { name: 'Send the letter' }).click()
  await expect(page.getByText(`Your letter to ${name} is written.`)).toBeVisible()
  await page.reload()
}
