import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { commentForm } from './comment-form'
import { listRows, writeRows } from './conversation'
import { fillTrap, hold, waiting } from './own-comments'
import { formData, openPlainForm, postPlainly } from './plain-form'
import { expect, test } from './test'

/** What `/posts/SLUG/mine` answers, but for what does not matter here. */
const mineSchema = z.object({
  comments: z.array(z.object({ body: z.string() }).transform(({ body }) => body)),
})

test('a comment that waits stands in its place for its writer, after a reload and in a new tab', async ({
  page,
  anotherReader,
  post,
  blog,
}) => {
  const comment = await hold(page, post)
  await expect(comment).toContainText(post.words)
  await expect(comment).toContainText(`Only you can see this until ${blog.author} has read it.`)
  await expect(comment).toBeFocused()
  await expect(page.getByText(post.words)).toHaveCount(1)
  // No count stands over it that would say it is not there.
  await expect(page.getByRole('heading', { name: 'Comments', exact: true })).toBeVisible()
  await expect(page.getByText(/\b0 comments/)).toHaveCount(0)
  await page.reload()
  await expect(comment).toContainText(/You can edit it for another 1[45] minutes\./)
  const tab = await page.context().newPage()
  await tab.goto(post.path)
  await expect(waiting(tab)).toContainText(post.words)

  await anotherReader.goto(post.path, { waitUntil: 'networkidle' })
  await expect(anotherReader.getByText(post.words)).toHaveCount(0)
  await expect(waiting(anotherReader)).toHaveCount(0)
})

test('a reply that waits stands under what it answers', async ({ page, db, post, baseURL }) => {
  await writeRows(db, post, [{}, { answers: 1 }, {}])
  const form = await openPlainForm(`${baseURL}${post.path}/comments/newest/1`)
  const typed = { body: post.words, name: 'Wren', topic: 'Cheap shoes', parent: '1' }
  await page.goto(post.path)
  const answer = await page.request.post(form.url, {
    multipart: Object.fromEntries([...formData(form, typed)].map(([name, value]) => [name, String(value)])),
    headers: { origin: baseURL ?? '' },
    maxRedirects: 0,
  })
  expect(answer.status()).toBe(303)
  await page.evaluate((slug) => localStorage.setItem(`comments-here:${slug}`, '{"here":true}'), post.slug)
  await page.goto(`${post.path}/comments/thread/1/1`)
  const thread = page
    .getByRole('listitem')
    .filter({ has: page.locator('#c-1') })
    .first()
  await expect(thread.getByRole('article').last()).toHaveAccessibleName(/Waiting/)
  await page.goto(`${post.path}/comments/thread/3/1`)
  await expect(waiting(page)).toContainText('in reply to comment 1')
})

test('what waits is in nobody else’s page, payload, feed, count or answer', { tag: '@any-window' }, async ({
  page,
  request,
  post,
}) => {
  await hold(page, post)
  for (const path of ['', '/mine', '/receipt', '/comments/newest/1']) {
    for (const asked of ['page', 'payload'] as const) {
      const headers: Record<string, string> = asked === 'payload' ? { RSC: '1' } : {}
      const answer = await request.get(post.path + path, { headers })
      expect(await answer.text(), path).not.toContain(post.words)
    }
  }
  const receipt = `${post.path}/receipt/${(await page.locator('[id^="own-"]').getAttribute('id'))?.slice(4)}`
  const told = await (await request.get(receipt)).text()
  expect(told).toContain('Waiting for a read-through.')
  expect(told).not.toContain(post.words)
  expect(told).not.toContain('Wren')
  expect(await (await page.request.get(receipt)).text()).toContain(post.words)
})

test('only a browser that wrote here asks what it wrote, until there is nothing to tell', {
  tag: '@any-window',
}, async ({ page, anotherReader, db, post }) => {
  const asked: string[] = []
  for (const one of [page, anotherReader]) one.on('request', (request) => asked.push(request.url()))
  await anotherReader.goto(post.path, { waitUntil: 'networkidle' })
  expect(asked.filter((url) => url.endsWith('/mine'))).toEqual([])
  const loadedByReaders = new Set(asked.filter((url) => url.endsWith('.js')))
  asked.length = 0

  await hold(page, post)
  expect(asked.filter((url) => url.endsWith('/mine'))).toHaveLength(1)
  expect(asked.filter((url) => url.endsWith('.js') && !loadedByReaders.has(url))).not.toEqual([])
  const [row] = await listRows(db, post)
  expect(row?.status).toBe('held')
  await waiting(page).getByRole('button', { name: 'Delete' }).click()
  await page.getByRole('button', { name: 'Delete it' }).click()
  await expect(page.getByText('You have deleted your comment.')).toBeFocused()
  // Nor is it said any more that it waits.
  await expect(page.getByText('Waiting for a read-through')).toHaveCount(0)
  await page.reload({ waitUntil: 'networkidle' })
  await expect(page.getByText('You have deleted your comment.')).toHaveCount(0)
  asked.length = 0
  await page.reload({ waitUntil: 'networkidle' })
  expect(asked.filter((url) => url.endsWith('/mine'))).toEqual([])
})

test('what a browser wrote is told to it alone, kept by no cache, and without its e-mail address', {
  tag: '@any-window',
}, async ({ page, request, post }) => {
  await hold(page, post)
  const mine = await page.request.get(`${post.path}/mine`)
  expect(mine.headers()['cache-control']).toBe('private, no-store')
  expect(await mine.text()).toContain(post.words)
  expect(await mine.text()).not.toContain('wren@example.com')

  const [cookie] = await page.context().cookies()
  const secret = cookie?.value ?? ''
  for (const value of ['', 'x', secret.slice(1), `${secret}x`, secret.toUpperCase()]) {
    const other = await request.get(`${post.path}/mine`, { headers: { cookie: `writer=${value}` } })
    expect(other.headers()['cache-control']).toBe('private, no-store')
    expect(await other.json()).toMatchObject({ comments: [] })
  }
  expect((await request.get('/posts/never-written/mine')).status()).toBe(404)
  for (const path of ['/mine/x.css', '/mine.css', '/mine%2Fx.js']) {
    const answer = await page.request.get(post.path + path)
    expect(answer.status(), path).toBe(404)
    expect(await answer.text()).not.toContain(post.words)
  }
})

test('the page of a post is the same for whoever asks, and no request changes what the next is given', {
  tag: '@any-window',
}, async ({ page, request, post }) => {
  await hold(page, post)
  const mine = await page.request.get(post.path)
  const anybodys = await request.get(post.path)
  expect(mine.headers()['set-cookie']).toBeUndefined()
  expect(mine.headers()['cache-control']).toBe(anybodys.headers()['cache-control'])
  expect(await mine.text()).toBe(await anybodys.text())
})

test('the right is a cookie that scripts cannot read, made by the first comment and by nothing else', {
  tag: '@any-window',
}, async ({ page, post }) => {
  await page.goto(post.path)
  await commentForm(page).post({ body: post.words })
  await expect(commentForm(page).problem).toBeVisible()
  expect(await page.context().cookies()).toEqual([])
  await hold(page, post)
  const [cookie, ...more] = await page.context().cookies()
  expect(more).toEqual([])
  expect(cookie).toMatchObject({ name: 'writer', path: '/', httpOnly: true, sameSite: 'Lax', secure: false })
  const days = ((cookie?.expires ?? 0) - Date.now() / 1000) / 86_400
  expect(Math.round(days)).toBe(365)
  expect(cookie?.value).toMatch(/^[\w-]{43,64}$/)
  expect(await page.evaluate(() => document.cookie)).toBe('')
})

test('a comment’s key gives no right by itself: only a second try of the same words does', {
  tag: '@any-window',
}, async ({ request, db, post, baseURL }) => {
  const form = await openPlainForm(`${baseURL}${post.path}`)
  const key = randomUUID()
  const send = async (typed: { body: string; name: string }) => {
    const { headers } = await postPlainly(form, { ...typed, key })
    const [cookie = ''] = headers.getSetCookie().filter((each) => each.startsWith('writer='))
    return cookie.replace(/;.*/, '')
  }
  const shownTo = async (cookie: string) =>
    mineSchema.parse(await (await request.get(`${post.path}/mine`, { headers: { cookie } })).json()).comments
  const typed = { body: post.words, name: 'Wren' }
  expect(await shownTo(await send(typed))).toEqual([post.words])
  expect(
    await shownTo(await send({ ...typed, body: 'Other words, with a key that was overheard.' })),
  ).toEqual([])
  // Whoever puts their name right meanwhile says the same.
  expect(await shownTo(await send({ ...typed, name: 'Wren Oak' }))).toEqual([post.words])
  expect(await shownTo(await send(typed))).toEqual([post.words])
  expect(await listRows(db, post)).toHaveLength(1)
})

test('a hostile text is its own writer’s plain text as well: in its place, in its form, on its receipt', async ({
  page,
  post,
}) => {
  const dialogs: string[] = []
  page.on('dialog', async (dialog) => {
    dialogs.push(dialog.message())
    await dialog.dismiss()
  })
  const hostile = '</textarea><img src=x onerror=alert(1)> [x](javascript:alert(1))'
  await page.goto(post.path)
  await fillTrap(page.locator('#comment-form'))
  await commentForm(page).post({ body: hostile, name: '"><svg/onload=alert(1)>' })
  await expect(waiting(page)).toContainText(hostile)
  await waiting(page).getByRole('button', { name: 'Edit' }).click()
  await expect(waiting(page).getByLabel('Edit your comment')).toHaveValue(hostile)
  const id = (await waiting(page).getAttribute('id'))?.slice('own-'.length)
  await page.goto(`${post.path}/receipt/${id}`, { waitUntil: 'networkidle' })
  await expect(page.getByRole('article', { name: /^Your comment/ })).toContainText(hostile)
  await expect(page.locator('main [onerror], main [onload], main img, a[href^="javascript"]')).toHaveCount(0)
  expect(dialogs).toEqual([])
})

test.describe('when the connection breaks', () => {
  test.use({ allowedErrors: [/net::ERR_/] })

  test('a first comment whose answer was lost is its writer’s all the same', { tag: '@any-window' }, async ({
    page,
    db,
    post,
  }) => {
    let isLost = false
    await page.route(/\/posts\//, async (route) => {
      if (isLost || route.request().method() !== 'POST') return route.fallback()
      isLost = true
      await fetch(route.request().url(), {
        method: 'POST',
        body: new Uint8Array(route.request().postDataBuffer() ?? []),
        headers: route.request().headers(),
      })
      await route.abort()
    })
    await page.goto(post.path)
    const form = commentForm(page)
    await form.post({ body: post.words, name: 'Wren' })
    await page.getByRole('button', { name: 'Try again' }).click()
    const comment = page.getByRole('article', { name: 'Comment 1 by Wren' })
    await expect(comment.getByRole('button', { name: 'Edit' })).toBeVisible()
    expect(await listRows(db, post)).toHaveLength(1)
  })
})
