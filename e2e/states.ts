import { randomUUID } from 'node:crypto'
import type { BrowserContext, Page } from '@playwright/test'
import type { Db } from '../db/client'
import { follows } from '../db/schema'
import { commentForm } from './comment-form'
import { listRows } from './conversation'
import { specialPosts } from './fixture-posts'
import { addKey, keyOf, makePerson, say, visitAs } from './guests'
import { hold } from './own-comments'
import { searchOver } from './search-over'
import { selectByMouse } from './select-words'
import { barOn, openToSelect } from './selection-bar'
import { signInAs, signInForm } from './studio'
import { inboxOf, personOf, writeWaiting } from './studio-inbox'
import { expect, type FixturePost } from './test'

type Given = { page: Page; context: BrowserContext; db: Db; post: FixturePost }

/** Looks at the page as it stands, and calls it by a name. */
type Look = (name: string) => Promise<void>

/** What readers meet beside the pages themselves, and how they come there. Each ends where it ends. */
export const statesOfReaders: Record<string, (given: Given, look: Look) => Promise<void>> = {
  'where readers talk': async ({ page, post }, look) => {
    const held = await hold(page, post)
    const receipt = `${post.path}/receipt/${(await held.getAttribute('id'))?.slice('own-'.length)}`
    for (const address of [`${post.path}/receipt`, receipt]) {
      expect((await page.goto(address))?.status(), address).toBe(200)
      await look(address)
    }
    await page.goto(post.path)
    for (const [button, name] of [
      ['Delete', 'a comment that waits, to be deleted'],
      ['Keep it', 'a comment that waits'],
      ['Edit', 'a comment that waits, to be edited'],
    ] as const) {
      await held.getByRole('button', { name: button }).click()
      await look(name)
    }
    const form = commentForm(page)
    await page.goto(`/posts/${specialPosts.talked}`)
    await page.getByRole('link', { name: 'Reply to Eli' }).click()
    await form.fill({ body: post.words })
    await form.previewButton.click()
    await expect(form.preview).toBeVisible()
    await look('a reply and its preview')
    await page.goto(post.path)
    await form.post({ email: 'wren at', website: 'not a place' })
    await expect(form.problem.getByRole('link')).toHaveCount(4)
    await look('the form with mistakes')
  },

  'where something did not work, or is asked': async ({ page, post }, look) => {
    await page.addInitScript(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('Refused by the test.'))
    })
    const main = page.getByRole('main')
    await page.goto('/posts/enough-for-a-hat')
    await main.getByRole('button', { name: 'Copy code' }).first().click()
    await expect(main.getByText('The code is selected.').first()).toBeVisible()
    await look('code that was not copied')
    await page.goto(post.path)
    const row = main.getByRole('group', { name: 'Pass it on' })
    await row.getByRole('button', { name: 'Copy link' }).click()
    await expect(row.getByRole('textbox', { name: 'Copy link' })).toBeFocused()
    await row.getByRole('button', { name: 'Mastodon' }).click()
    await expect(row.getByLabel('Your Mastodon server')).toBeVisible()
    await look('a link that was not copied, and the question for a server')
  },

  'in the search over a page': async ({ page }, look) => {
    await page.goto('/')
    await page.keyboard.press('Control+k')
    const { field, status } = searchOver(page)
    for (const [words, said] of [
      ['', 'Newest posts'],
      ['fail', /^\d+ posts?$/],
      ['xyzzy', /^Nothing/],
    ] as const) {
      await field.fill(words)
      await expect(status).toHaveText(said)
      await look(`the search for “${words}”`)
    }
  },

  'beside selected words': async ({ page }, look) => {
    await openToSelect(page)
    // To open one takes a press elsewhere.
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true
    })
    await selectByMouse(page, 'biscuit tin')
    await expect(barOn(page).bar).toBeVisible()
    await look('selected words')
  },

  'in a narrowed archive': async ({ page }, look) => {
    await page.goto('/archive')
    await page.getByRole('searchbox').fill('wool')
    await expect(page.getByRole('main').getByRole('status')).toHaveText(/^\d+ of \d+$/)
    await look('the narrowed archive')
  },

  'on a guest’s pages': async ({ page, context, db, post }, look) => {
    const wren = makePerson()
    for (const words of ['One.', 'Two.', 'Three.']) await say(post, wren, `${post.words} ${words}`)
    const letter = await addKey(db, wren, 'own')
    const key = await keyOf(db, wren)
    await db.insert(follows).values({ id: randomUUID(), guestKey: key, postId: post.slug })
    await page.goto('/my-comments')
    await page.getByLabel('Email').fill('wren at')
    await page.getByRole('button', { name: 'Send me a letter' }).click()
    await expect(page.getByLabel('Email')).toHaveAccessibleDescription(/^Enter an email/)
    await look('an address that is none')
    for (const path of ['?asked=1', `/${letter}`]) {
      await page.goto(`/my-comments${path}`)
      await look(path)
    }
    await visitAs(context, db, wren)
    const [row] = await listRows(db, post)
    for (const path of ['', `/comments/${row?.id}`, '/erase']) {
      await page.goto(`/my-comments${path}`)
      await look(`as a guest ${path}`)
    }
  },
}

/** The author's pages, and what is said there. */
export async function walkStudio({ page, context, db, post }: Given, look: Look): Promise<void> {
  await page.goto('/studio/set-password?token=made-up')
  await look('a used address')
  await page.goto('/studio/sign-in')
  await signInForm(page).signIn('')
  await expect(page.getByText('There is a problem')).toBeVisible()
  await look('the form with a mistake')
  await signInAs(context, db)
  const [waiting] = await writeWaiting(db, post, [
    { name: 'Ilka', body: `${post.words} ${'Long words and short ones. '.repeat(20)}` },
    { name: 'Bo', forAuthor: true },
  ])
  const person = `/studio/people/${encodeURIComponent(personOf(waiting?.id ?? ''))}`
  const desk = ['/studio/waiting', '/studio/people', '/studio/rules', '/studio/log', '/studio/sessions']
  for (const path of [inboxOf(post), ...desk, person, `${person}/erase`]) {
    await page.goto(path)
    await look(path)
  }
}
