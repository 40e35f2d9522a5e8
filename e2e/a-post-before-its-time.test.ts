import type { APIRequestContext } from '@playwright/test'
import { alikeSlug, dueTag, specialPosts } from './fixture-posts'
import { siteInUse } from './site-in-use'
import { expect, test } from './test'

/** Of the author's own posts, one that is not for readers yet. It has tags that other posts have too, and a pick. */
const draft = 'apology-second-draft'

const lists = [
  '/',
  '/archive',
  '/feed.xml',
  '/sitemap.xml',
  '/quotes',
  '/posts/fixture-001',
  '/search?q=next+year',
  '/search?q=apology',
]

async function expectNowhere(request: APIRequestContext, slug: string, places: string[]) {
  const path = `/posts/${slug}`
  expect((await request.get(path)).status()).toBe(404)
  expect((await request.post(path)).status()).toBe(404)
  for (const end of ['/comments/newest/1', '/c/1']) {
    expect((await request.get(path + end)).status()).toBe(404)
  }
  for (const place of [...lists, ...places]) {
    expect(await (await request.get(place)).text(), place).not.toContain(slug)
  }
}

test('a post of next year is a 404 before its time, and in no list', async ({ request }) => {
  await expectNowhere(request, specialPosts.scheduled, [])
})

test('a draft is a 404, and in no list, feed or map', async ({ request }) => {
  const places = ['people', 'letters'].flatMap((tag) => [`/tags/${tag}`, `/tags/${tag}/feed.xml`])
  for (const place of places) expect((await request.get(place)).status(), place).toBe(200)
  await expectNowhere(request, draft, [...places, '/posts/a-kind-no'])
})

test('a post that is due soon is a 404 before its time, as is its tag, and no P.S. names it', async ({
  request,
}) => {
  const alike = `/posts/${alikeSlug}`
  expect((await request.get(alike)).status()).toBe(200)
  await expectNowhere(request, specialPosts.due, [alike])
  for (const path of [`/tags/${dueTag}`, `/tags/${dueTag}/feed.xml`]) {
    expect((await request.get(path)).status(), path).toBe(404)
  }
  expect(await (await request.get('/sitemap.xml')).text()).not.toContain(dueTag)
  // What was seen after its time says nothing: the site was built too slowly, or was brought up long ago.
  expect(Date.now(), 'the site must be younger than this: bring it up anew').toBeLessThan(
    Date.parse(siteInUse().dueAt),
  )
})
