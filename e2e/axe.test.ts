import { commentForm } from './comment-form'
import { findViolations } from './find-violations'
import { specialPosts } from './fixture-posts'
import { listAddresses } from './list-addresses'
import { hold } from './own-comments'
import { expect, test } from './test'

const isPost = (address: string) => address.startsWith('/posts/')
/** Each a test of its own, so that two run at once. */
const kinds = { post: isPost, 'other page': (address: string) => !isPost(address) }

// Chromium says on the console that a page was not found, which here it is meant to be.
test.use({ allowedErrors: [/404 .*\/never-a-page/], contextOptions: { reducedMotion: 'reduce' } })

for (const [kind, isOne] of Object.entries(kinds)) {
  test(`axe finds nothing on any ${kind}, in any look`, async ({ page, request }) => {
    const found = []
    const addresses = [
      ...(await listAddresses(request)),
      '/never-a-page',
      '/gone',
      '/search',
      '/search?q=wool',
      '/search?q=xyzzy',
    ].filter(isOne)
    expect(addresses.length).toBeGreaterThan(5)
    for (const address of addresses) {
      await page.goto(address)
      found.push(...(await findViolations(page, address)))
    }
    expect(found).toEqual([])
  })
}

test('axe finds nothing where readers talk, in any look', async ({ page, post }) => {
  const held = await hold(page, post)
  const receipt = `${post.path}/receipt/${(await held.getAttribute('id'))?.slice('own-'.length)}`
  const talked = `/posts/${specialPosts.talked}`
  const found = []
  const parts = ['/comments/2', '/comments/newest/2', '/comments/thread/1/1', '/reply/5'].map(
    (part) => talked + part,
  )
  for (const address of [...parts, `${post.path}/receipt`, receipt]) {
    expect((await page.goto(address))?.status(), address).toBe(200)
    found.push(...(await findViolations(page, address)))
  }
  await page.goto(post.path)
  for (const [button, name] of [
    ['Delete', 'a comment that waits, to be deleted'],
    ['Keep it', 'a comment that waits'],
    ['Edit', 'a comment that waits, to be edited'],
  ] as const) {
    await held.getByRole('button', { name: button }).click()
    found.push(...(await findViolations(page, name)))
  }
  const form = commentForm(page)
  await page.goto(talked)
  await page.getByRole('link', { name: 'Reply to Eli' }).click()
  await form.fill({ body: post.words })
  await form.previewButton.click()
  await expect(form.preview).toBeVisible()
  found.push(...(await findViolations(page, 'a reply and its preview')))
  await page.goto(post.path)
  await form.post({ email: 'wren at', website: 'not a place' })
  await expect(form.problem.getByRole('link')).toHaveCount(4)
  found.push(...(await findViolations(page, 'the form with mistakes')))
  expect(found).toEqual([])
})

test('axe finds nothing where something did not work, or is asked, in any look', async ({ page, post }) => {
  const found = []
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('Refused by the test.'))
  })
  const main = page.getByRole('main')
  await page.goto('/posts/enough-for-a-hat')
  await main.getByRole('button', { name: 'Copy code' }).first().click()
  await expect(main.getByText('The code is selected.').first()).toBeVisible()
  found.push(...(await findViolations(page, 'code that was not copied')))
  await page.goto(post.path)
  const row = main.getByRole('group', { name: 'Pass it on' })
  await row.getByRole('button', { name: 'Copy link' }).click()
  await expect(row.getByRole('textbox', { name: 'Copy link' })).toBeFocused()
  await row.getByRole('button', { name: 'Mastodon' }).click()
  await expect(row.getByLabel('Your Mastodon server')).toBeVisible()
  found.push(...(await findViolations(page, 'a link that was not copied, and the question for a server')))
  expect(found).toEqual([])
})
