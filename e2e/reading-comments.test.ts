import { addLastWord, type Row, writeRows } from './conversation'
import { specialPosts } from './fixture-posts'
import { expect, test } from './test'

const rows = (count: number): Row[] => Array.from({ length: count }, () => ({}))

test('the number of comments under the title leads to their heading', async ({ page, db, post }) => {
  await writeRows(db, post, rows(2))
  await addLastWord(db, post)
  await page.goto(post.path)
  await page.getByRole('main').getByRole('link', { name: '3 comments' }).click()
  await expect(page.getByRole('heading', { name: '3 comments' })).toBeFocused()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the first fifty of 58 comments are on the page, and a link leads to the rest', {
    tag: '@any-window',
  }, async ({ page, db, post }) => {
    await writeRows(db, post, rows(57))
    await addLastWord(db, post)
    await page.goto(post.path)
    const comments = page.getByRole('article', { name: /^Comment / })
    await expect(comments).toHaveCount(50)
    await expect(comments.first()).toContainText(`Comment 1 on ${post.title}.`)
    await expect(comments.last()).toContainText(`Comment 50 on ${post.title}.`)
    await expect(page.getByText('50 of 58 shown')).toBeVisible()
    await expect(page.getByRole('link', { name: 'Oldest first' })).toHaveAttribute('aria-current', 'true')
    await expect(page.getByRole('link', { name: 'Newest first' })).toHaveAttribute(
      'href',
      `${post.path}/comments/newest/1`,
    )
    await expect(page.getByRole('button', { name: 'Post comment' })).toBeVisible()

    await page.getByRole('link', { name: 'Show 8 more comments' }).click()
    await expect(page).toHaveURL(`${post.path}/comments/2`)
    await expect(comments).toHaveCount(8)
    await expect(comments.last()).toContainText(post.words)
    await page.getByRole('link', { name: 'Page 1' }).click()
    await expect(page).toHaveURL(`${post.path}#comments-h`)
  })

  test('newest first turns the comments round, page by page, and says so after a reload', {
    tag: '@any-window',
  }, async ({ page, db, post }) => {
    await writeRows(db, post, rows(57))
    await addLastWord(db, post)
    await page.goto(post.path)
    await page.getByRole('link', { name: 'Newest first' }).click()
    await expect(page).toHaveURL(`${post.path}/comments/newest/1`)
    const comments = page.getByRole('article', { name: /^Comment / })
    await expect(comments.first()).toHaveAccessibleName('Comment 58 by Wren')
    await expect(comments.last()).toHaveAccessibleName('Comment 9 by Nell')

    await page.reload()
    await expect(page.getByRole('link', { name: 'Newest first' })).toHaveAttribute('aria-current', 'true')
    await expect(page.getByRole('link', { name: 'Oldest first' })).not.toHaveAttribute('aria-current')

    await page.getByRole('link', { name: 'Page 2' }).click()
    await expect(comments.first()).toHaveAccessibleName('Comment 8 by Nell')
    await expect(comments).toHaveCount(8)
  })

  test('replies stand under what they answer, deeper ones name whom they answer', async ({
    page,
    db,
    post,
  }) => {
    await writeRows(db, post, [
      { name: 'Ada' },
      { name: 'Ben', answers: 1 },
      { name: 'Cleo', answers: 2 },
      { name: 'Dot', answers: 3 },
      { name: 'Eli' },
    ])
    await addLastWord(db, post)
    await page.goto(post.path)
    const under = (number: number) =>
      page
        .getByRole('listitem')
        .filter({ has: page.locator(`> #c-${number}`) })
        .locator('> ol > li > article')
    await expect(under(1)).toHaveAccessibleName('Comment 2 by Ben')
    await expect(under(2)).toHaveCount(2)
    await expect(under(2).first()).toHaveAccessibleName('Comment 3 by Cleo')
    await expect(under(2).last()).toHaveAccessibleName('Comment 4 by Dot')

    const deepest = page.getByRole('article', { name: 'Comment 4 by Dot' })
    // In a narrow window the third level stands beside the second.
    const third = page.getByRole('article', { name: 'Comment 3 by Cleo' })
    await expect(third).toContainText('in reply to Ben')
    await expect(third.getByRole('link', { name: 'Ben' })).toHaveAttribute('href', '#c-2')
    await expect(deepest).toContainText('in reply to Cleo')
    await expect(deepest.getByRole('link', { name: 'Cleo' })).toHaveAttribute('href', '#c-3')
  })

  test('a removed comment leaves its place to the replies, and nothing of itself', {
    tag: '@any-window',
  }, async ({ page, db, post }) => {
    await writeRows(db, post, [
      { body: 'I take this back.', name: 'Ada', status: 'removed', removedAt: new Date() },
      { answers: 1 },
      { body: 'Nobody answered this.', name: 'Ben', status: 'removed', removedAt: new Date() },
    ])
    await addLastWord(db, post)
    await page.goto(post.path)
    await expect(page.getByRole('heading', { name: '2 comments' })).toBeVisible()
    await expect(page.getByRole('article', { name: 'Comment 1', exact: true })).toContainText(
      'This comment was removed.',
    )
    await expect(page.getByRole('article', { name: 'Comment 2 by Nell' })).toBeVisible()
    await expect(page.locator('#c-3')).toHaveCount(0)
    for (const gone of ['I take this back.', 'Nobody answered this.', 'Ada', 'Ben']) {
      expect(await page.content()).not.toContain(gone)
    }
  })

  test('a thread of more than fifty shows its beginning and leads to all of it', {
    tag: '@any-window',
  }, async ({ page, db, post }) => {
    await writeRows(db, post, [{}, ...rows(54).map(() => ({ answers: 1 }))])
    await addLastWord(db, post)
    await page.goto(post.path)
    await expect(page.getByText('25 more in it')).toBeVisible()
    await page.getByRole('link', { name: 'Read the whole conversation' }).click()
    await expect(page).toHaveURL(`${post.path}/comments/thread/1/1`)
    await expect(page.getByRole('article', { name: /^Comment / })).toHaveCount(50)
    await page.getByRole('link', { name: 'Page 2' }).click()
    await expect(page.getByRole('article', { name: /^Comment / })).toHaveCount(5)
  })

  test('a post with closed comments says so and has no form', { tag: '@any-window' }, async ({ page }) => {
    await page.goto(`/posts/${specialPosts.closed}`)
    await expect(page.getByText('Comments are closed on this post. You can still write to me.')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Post comment' })).toHaveCount(0)
  })
})

test('the author answers with the knot and the word, and every avatar comes with the page', async ({
  page,
  db,
  post,
  baseURL,
}) => {
  await writeRows(db, post, [{}, { byAuthor: true, name: 'Ada', answers: 1 }])
  await addLastWord(db, post)
  const asked = new Set<string>()
  page.on('request', (request) => asked.add(new URL(request.url()).origin))
  await page.goto(post.path, { waitUntil: 'networkidle' })
  const reply = page.getByRole('article', { name: 'Comment 2 by Ada' })
  const mark = reply.getByText('Author', { exact: true })
  await expect(mark).toBeVisible()
  // The knot: a small lozenge of the colour of the word.
  const knot = await mark.evaluate((element) => {
    const { content, width, height, backgroundColor, transform } = getComputedStyle(element, '::before')
    return { content, width, height, backgroundColor, isTurned: transform !== 'none' }
  })
  const color = await mark.evaluate((element) => getComputedStyle(element).color)
  expect(knot).toEqual({ content: '""', width: '9px', height: '9px', backgroundColor: color, isTurned: true })
  await expect(page.getByText('Author', { exact: true })).toHaveCount(1)
  await expect(reply.locator('.avatar')).toBeVisible()
  expect([...asked]).toEqual([baseURL])
})

test('the latest post of a writer is one link, and nobody asks their blog for anything', {
  tag: '@any-window',
}, async ({ page, db, post, baseURL }) => {
  const latestPost = { blog: 'Small Weather', title: 'Rain, again', url: 'https://rain.example/again' }
  await writeRows(db, post, [{ latestPost }, {}])
  await addLastWord(db, post)
  const asked = new Set<string>()
  page.on('request', (request) => asked.add(new URL(request.url()).origin))
  await page.goto(post.path, { waitUntil: 'networkidle' })
  const lately = page.getByText('Lately on Small Weather: Rain, again')
  await expect(lately).toHaveCount(1)
  const link = lately.getByRole('link')
  await expect(link).toHaveAttribute('href', latestPost.url)
  await expect(link).toHaveAttribute('rel', /\bugc\b.*\bnofollow\b/)
  await expect(page.getByText('Lately on')).toHaveCount(1)
  expect([...asked]).toEqual([baseURL])
})
