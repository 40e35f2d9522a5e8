import { specialPosts } from './fixture-posts'
import { siteInUse } from './site-in-use'
import { expect, test } from './test'

for (const slug of [specialPosts.scheduled, specialPosts.due]) {
  test(`${slug} is a 404 before its time, and in no list`, async ({ request }) => {
    // A site that was brought up by hand may be older.
    test.skip(slug === specialPosts.due && hasCome(), 'Its time has come.')
    const path = `/posts/${slug}`
    expect((await request.get(path)).status()).toBe(404)
    expect((await request.post(path)).status()).toBe(404)
    for (const end of ['/comments/newest/1', '/c/1']) {
      expect((await request.get(path + end)).status()).toBe(404)
    }
    for (const list of ['/', '/archive', '/feed.xml', '/sitemap.xml', '/posts/fixture-001']) {
      expect(await (await request.get(list)).text(), list).not.toContain(slug)
    }
  })
}

function hasCome(): boolean {
  return Date.parse(siteInUse().dueAt) - Date.now() < 5_000
}
