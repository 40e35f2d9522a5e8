import { addLastWord, writeRows } from './conversation'
import { expect, test } from './test'

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
