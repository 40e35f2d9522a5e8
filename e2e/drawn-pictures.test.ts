import { specialPosts } from './fixture-posts'
import { listAddresses } from './list-addresses'
import { expect, test } from './test'

test('every page names a picture of itself with its size and words, and it is there', async ({
  request,
  baseURL,
}) => {
  const quote = '/posts/sometimes-we-fail/quotes/1'
  const seen = new Set<string>()
  for (const address of [...(await listAddresses(request)), quote]) {
    const html = await (await request.get(address)).text()
    const meta = (name: string) =>
      new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`).exec(html)?.[1]
    const picture = meta('og:image') ?? ''
    expect(picture, address).toMatch(new RegExp(`^${baseURL}/(pictures|images)/[^?]+$`))
    expect(meta('og:image:alt'), address).toBeTruthy()
    expect(meta('twitter:card'), address).toBe('summary_large_image')
    if (!picture.includes('/pictures/')) continue
    expect([meta('og:image:width'), meta('og:image:height')]).toEqual(['1200', '630'])
    seen.add(picture)
    const answer = await request.get(picture)
    expect(answer.status(), picture).toBe(200)
    expect(answer.headers()['content-type']).toBe('image/png')
    expect(answer.headers()['cache-control']).toContain('public')
    const png = await answer.body()
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630])
  }
  expect(seen.size).toBeGreaterThan(20)
})

test('of what is not there, or not yet, there is no picture, and a question mark changes none', async ({
  request,
}) => {
  const scheduled = `/pictures/posts/${specialPosts.scheduled}`
  for (const path of [
    '/pictures/posts/nope.png',
    `${scheduled}.png`,
    `${scheduled}/quotes/1.png`,
    '/pictures/posts/sometimes-we-fail',
    '/pictures/posts/sometimes-we-fail/quotes/9.png',
    '/pictures',
  ]) {
    for (const answer of [await request.get(path), await request.get(path)])
      expect(answer.status(), path).toBe(404)
  }
  const one = await (await request.get('/pictures/about.png')).body()
  const same = await (await request.get('/pictures/about.png?words=Something%20rude&title=x')).body()
  expect(same.equals(one)).toBe(true)
})
