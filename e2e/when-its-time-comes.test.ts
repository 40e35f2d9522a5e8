import { alikeSlug, dueTag, specialPosts } from './fixture-posts'
import { siteInUse } from './site-in-use'
import { expect, test } from './test'

test('a scheduled post appears by itself within a minute of its time, on its page, in every list, and in a P.S.', async ({
  request,
}) => {
  const latest = Date.parse(siteInUse().dueAt) + 60_000
  test.setTimeout(Math.max(0, latest - Date.now()) + 120_000)
  const path = `/posts/${specialPosts.due}`
  const tag = `/tags/${dueTag}`
  const lists = [
    '/',
    '/archive',
    '/quotes',
    `${path}/quotes/1`,
    '/feed.xml',
    '/sitemap.xml',
    tag,
    `${tag}/feed.xml`,
    `/posts/${alikeSlug}`,
  ]
  const waiting = new Set([path, ...lists])
  async function lookAgain() {
    await Promise.all(
      [...waiting].map(async (page) => {
        const answer = await request.get(page)
        if (answer.status() === 200 && (await answer.text()).includes(path)) waiting.delete(page)
      }),
    )
    return [...waiting]
  }
  // A run that gets here later than that only looks once, which takes a slow machine a while.
  await expect.poll(lookAgain, { timeout: Math.max(15_000, latest - Date.now()) }).toEqual([])
  expect(await (await request.get('/sitemap.xml')).text()).toContain(tag)
})
