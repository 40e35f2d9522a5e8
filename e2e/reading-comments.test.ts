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

  test('the first fifty of 58 comments are on the page, and a link leads to the rest', async ({
    page,
    db,
    post,
  }) => {
    await writeRows(db, post, rows(57))
    await addLastWord(db, post)
    await page.goto(post.path)
    const comments = page.getByRole('article', { name: /^Comment / })
    await expect(comments).toHaveCount(50)
    await expect(comments.first()).toContainText(`Comment 1 on ${post.title}.`)
    await expect(comments.last()).toContainText(`Comment 50 on ${post.title}.`)
    await expect(page.getByText('50 of 58 shown')).toBeVisible()
    await expect(page.getByRole('link', { name: 'Oldest first' })).toHaveAttribute('aria-current', 'true')
    await expect(page.getByRole('button', { name: 'Post comment' })).toBeVisible()

    await page.getByRole('link', { name: 'Show 8 more comments' }).click()
    await expect(page).toHaveURL(`${post.path}/comments/2`)
    await expect(comments).toHaveCount(8)
    await expect(comments.last()).toContainText(post.words)
    await page.getByRole('link', { name: 'Page 1' }).click()
    await expect(page).toHaveURL(`${post.path}#comments-h`)
  })

  test('newest first turns the comments round, page by page, and says so after a reload', async ({
    page,
    db,
    post,
  }) => {
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
    await expect(deepest).toContainText('in reply to Cleo')
    await expect(deepest.getByRole('link', { name: 'Cleo' })).toHaveAttribute('href', '#c-3')
  })

  test('a removed comment leaves its place to the replies, and nothing of itself', async ({
    page,
    db,
    post,
  }) => {
    await writeRows(db, post, [
      { body: 'I take this back.', name: 'Ada', status: 'removed', removedAt: new Date() },
      { answers: 1 },
      { body: 'Nobody answered this.', name: 'Ben', status: 'removed', removedAt: new Date() },
    ])
    await addLastWord(db, post)
    await page.goto(post.path)
    await expect(page.getByRole('heading', { name: '2 comments' })).toBeVisible()
    await expect(page.getByRole('article', { name: 'Comment 1, removed' })).toContainText(
      'This comment was removed.',
    )
    await expect(page.getByRole('article', { name: 'Comment 2 by Nell' })).toBeVisible()
    await expect(page.locator('#c-3')).toHaveCount(0)
    for (const gone of ['I take this back.', 'Nobody answered this.', 'Ada', 'Ben']) {
      expect(await page.content()).not.toContain(gone)
    }
  })

  test('a thread of more than fifty shows its beginning and leads to all of it', async ({
    page,
    db,
    post,
  }) => {
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

  test('a post with closed comments says so and has no form', async ({ page }) => {
    await page.goto(`/posts/${specialPosts.closed}`)
    await expect(page.getByText('Comments are closed on this post. You can still write to me.')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Post comment' })).toHaveCount(0)
  })
})

test('the address of a comment opens the page it is on, with the comment marked and in view', async ({
  page,
  db,
  post,
}) => {
  await writeRows(db, post, rows(57))
  await addLastWord(db, post)
  await page.goto(`${post.path}/c/58`)
  await expect(page).toHaveURL(`${post.path}/comments/2#c-58`)
  const marked = page.getByRole('article', { name: 'Comment 58 by Wren' })
  const other = page.getByRole('article', { name: 'Comment 57 by Nell' })
  const paint = (article: typeof marked) =>
    article.evaluate((element) => getComputedStyle(element).backgroundColor)
  expect(await paint(marked)).not.toBe(await paint(other))
  // When the fonts and the script have come, it is still there.
  await page.evaluate(() => document.fonts.ready)
  await expect
    .poll(() => marked.evaluate((element) => element.getBoundingClientRect().top))
    .toBeGreaterThanOrEqual(0)
  await expect(marked).toBeInViewport()
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
  await expect(reply.getByText('Author', { exact: true })).toBeVisible()
  await expect(page.getByText('Author', { exact: true })).toHaveCount(1)
  await expect(reply.locator('.avatar')).toBeVisible()
  expect([...asked]).toEqual([baseURL])
})

test('the latest post of a writer is one link, and nobody asks their blog for anything', async ({
  page,
  db,
  post,
  baseURL,
}) => {
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

for (const [width, steps] of [
  [1280, 3],
  [360, 2],
] as const) {
  test(`however deep a conversation is, it is set in ${steps} steps at ${width} px`, async ({
    page,
    db,
    post,
  }) => {
    await page.setViewportSize({ width, height: 800 })
    await writeRows(
      db,
      post,
      Array.from({ length: 6 }, (_, index) => (index === 0 ? {} : { answers: index })),
    )
    await page.goto(`${post.path}/comments/thread/1/1`)
    const comments = page.getByRole('article', { name: /^Comment / })
    await expect(comments).toHaveCount(6)
    const edges = await comments.evaluateAll((all) => all.map((each) => each.getBoundingClientRect().left))
    expect(new Set(edges.map(Math.round)).size).toBe(steps)
  })
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 } })

  test('neither a long name nor a word without end makes the page wider', async ({ page, db, post }) => {
    const word = 'Donaudampfschifffahrt'
    await writeRows(db, post, [
      { name: word.repeat(3), body: `${word.repeat(20)}\n\n\`${word.repeat(20)}\`\n\n> ${word.repeat(9)}` },
      { name: word.repeat(3), body: `https://example.com/${word.repeat(20)}`, answers: 1 },
      { name: 'W'.repeat(80), body: `\`\`\`\n${word.repeat(20)}\n\`\`\``, answers: 2, byAuthor: true },
      { name: word, website: `https://example.com/${word}`, answers: 3 },
    ])
    await addLastWord(db, post)
    await page.goto(post.path)
    await expect(page.getByRole('heading', { name: '5 comments' })).toBeVisible()
    const widths = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ])
    expect(widths).toEqual([360, 360])
  })

  test('however deep a reply is, its words are at least 280 pixels wide', async ({ page, db, post }) => {
    await writeRows(db, post, [{}, { answers: 1 }, { answers: 2 }, { answers: 3 }, { answers: 4 }])
    await addLastWord(db, post)
    await page.goto(post.path)
    const box = await page.getByText(`Comment 5 on ${post.title}.`).boundingBox()
    expect(box?.width).toBeGreaterThanOrEqual(280)
    // Two levels are seen: what answers the second stands no further in.
    const lefts = await page
      .getByRole('article', { name: /^Comment [1-5] / })
      .evaluateAll((articles) => articles.map((article) => article.getBoundingClientRect().left))
    expect(new Set(lefts).size).toBe(2)
  })
})
