import { eq } from 'drizzle-orm'
import { letterKeys } from '../db/schema'
import { listRows } from './conversation'
import { keyOf, makePerson, say, visitAs } from './guests'
import { age } from './own-comments'
import { siteInUse } from './site-in-use'
import { expect, test } from './test'

const { url: site } = siteInUse()

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('an edit that comes too late, or after its comment, is given back with the reason', async ({
    page,
    context,
    db,
    post,
  }) => {
    const wren = makePerson()
    for (const words of ['The first.', 'The second.']) await say(post, wren, `${post.words} ${words}`)
    await visitAs(context, db, wren)
    const [first, second] = await listRows(db, post)
    const trouble = page.getByRole('main').getByRole('alert')
    const kept = page.getByLabel('What you wrote is still here, to keep')

    await page.goto(`/my-comments/comments/${first?.id}`)
    await page.getByLabel('Edit your comment').fill('Said better.')
    const other = await context.newPage()
    await other.goto(`/my-comments/comments/${first?.id}`)
    await other.getByRole('button', { name: 'Delete it' }).click()
    await expect(other).toHaveURL(`${site}/my-comments`)
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(trouble).toHaveText('This comment was removed meanwhile.')
    await expect(kept).toHaveValue('Said better.')
    await expect(page.getByText(post.words)).toHaveCount(0)

    await page.goto(`/my-comments/comments/${second?.id}`)
    await page.getByLabel('Edit your comment').fill('Said much better.')
    await age(db, post, 3600)
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(trouble).toHaveText(/^The fifteen minutes in which you could change it are over/)
    await expect(kept).toHaveValue('Said much better.')
    expect((await listRows(db, post)).map(({ editedAt }) => editedAt)).toEqual([null, null])
  })

  test('an edit that outlasts its visit is given back, and tells a stranger nothing', async ({
    page,
    context,
    db,
    post,
  }) => {
    const wren = makePerson()
    await say(post, wren, post.words)
    await visitAs(context, db, wren)
    const [row] = await listRows(db, post)
    const path = `/my-comments/comments/${row?.id}`
    await page.goto(path)
    await page.getByLabel('Edit your comment').fill('Said better.')
    await db.delete(letterKeys).where(eq(letterKeys.guestKey, await keyOf(db, wren)))
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByRole('main').getByRole('alert')).toContainText('your visit is over')
    await expect(page.getByLabel('What you wrote is still here, to keep')).toHaveValue('Said better.')
    await expect(page.getByRole('link', { name: /^Ask for another letter/ })).toHaveAttribute(
      'href',
      '/my-comments',
    )
    for (const word of [post.words, post.title, wren.email])
      await expect(page.getByRole('main')).not.toContainText(word)
    expect(await listRows(db, post)).toMatchObject([{ body: post.words, editedAt: null }])

    await page.goto(path)
    await expect(page.getByRole('button', { name: 'Send me a letter' })).toBeVisible()
  })
})
