import { specialPosts } from './fixture-posts'
import { siteInUse } from './site-in-use'
import { expect, test } from './test'

test('a scheduled post appears by itself within a minute of its time, on its page and in every list', async ({
  request,
}) => {
  const latest = Date.parse(siteInUse().dueAt) + 60_000
  test.setTimeout(Math.max(0, latest - Date.now()) + 30_000)
  const path = `/posts/${specialPosts.due}`
  const waiting = new Set([path, '/', '/archive', '/feed.xml', '/sitemap.xml'])
  async function lookAgain() {
    for (const page of waiting) {
      const answer = await request.get(page)
      if (answer.status() === 200 && (await answer.text()).includes(path)) waiting.delete(page)
    }
    return [...waiting]
  }
  await expect.poll(lookAgain, { timeout: Math.max(5_000, latest - Date.now()) }).toEqual([])
})
