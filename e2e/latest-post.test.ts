import { once } from 'node:events'
import { createServer } from 'node:http'
import { and, eq, sql } from 'drizzle-orm'
import { parseOpml } from 'feedsmith'
import type { Db } from '../db/client'
import { comments, outbox } from '../db/schema'
import { keepBlog } from '../db/testing/latest-posts'
import { commentForm } from './comment-form'
import { makePerson, say, visitAs } from './guests'
import { openPlainForm, postPlainly } from './plain-form'
import { siteInUse } from './site-in-use'
import { expect, type FixturePost, test } from './test'

/** How often the blog of each comment was tried, by who wrote it. */
async function listTries(db: Db, post: FixturePost) {
  const rows = await db
    .select({ name: comments.name, id: outbox.id, tries: outbox.attempts })
    .from(outbox)
    .innerJoin(comments, eq(sql`${comments.id}::text`, sql`${outbox.payload} ->> 'comment'`))
    .where(eq(comments.postId, post.slug))
  return rows
}

test('who ticks the box is posted at once, and their blog is asked afterwards', async ({
  page,
  post,
  db,
}) => {
  await page.goto(post.path)
  const form = commentForm(page)
  await expect(form.addLatest).not.toBeChecked()
  await form.fill({ body: post.words, name: 'Wren', website: 'wren.example' })
  await form.addLatest.check()
  await form.button.click()
  await expect(form.status).toHaveText('Posted. Thank you for taking the time.')
  await expect.poll(() => listTries(db, post)).toMatchObject([{ name: 'Wren', tries: 1 }])
  await form.post({ body: `${post.words} And without it.`, name: 'Tam' })
  await expect(page.getByText('And without it.')).toBeVisible()
})

/** A blog that was read today, at an address that no other test knows. */
async function readBlog(db: Db, post: FixturePost) {
  const host = `${post.slug}.example`
  const posts = ['Rain, again', 'An <i>older</i> one', 'The oldest'].map((title, index) => ({
    title,
    url: `https://${host}/${index}`,
  }))
  await keepBlog(db, `https://${host}/`, { name: 'Small Weather', posts })
  return { host, posts }
}

test('of ten posts the newest is chosen, and another one goes with the comment at once', async ({
  page,
  post,
  db,
}) => {
  const scripts: Promise<string>[] = []
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) scripts.push(response.text())
  })
  const { host, posts } = await readBlog(db, post)
  await page.goto(post.path)
  const form = commentForm(page)
  await form.fill({ body: post.words, name: 'Wren', website: host })
  expect((await Promise.all(scripts)).join(), 'who does not ask loads nothing').not.toContain('/latest-posts')
  await form.addLatest.check()
  await expect(form.offered).toHaveText('Found 3 posts.')
  await expect(form.latest.locator(':checked')).toHaveText('Rain, again')
  await expect(form.latest.getByRole('option')).toHaveText(posts.map(({ title }) => title))
  await form.latest.selectOption('An <i>older</i> one')
  await form.button.click()
  await expect(form.status).toHaveText('Posted. Thank you for taking the time.')
  const comment = page.getByRole('article', { name: 'Comment 1 by Wren' })
  await expect(comment).toContainText('Lately on Small Weather: An <i>older</i> one')
  await expect(comment.getByRole('link', { name: 'older' })).toHaveAttribute('href', `https://${host}/1`)
  expect(await listTries(db, post), 'nothing is left to read').toEqual([
    { name: 'Wren', id: expect.any(Number), tries: 0 },
  ])
})

test('a website that is put in afterwards is asked when it is left, and another one anew', async ({
  page,
  post,
  db,
}) => {
  const { host } = await readBlog(db, post)
  await page.goto(post.path)
  const form = commentForm(page)
  await form.addLatest.check()
  await expect(form.offered).toHaveText('There is no website above to look for it.')
  await form.website.fill(host)
  await form.website.press('Tab')
  await expect(form.offered).toHaveText('Found 3 posts.')
  await form.website.fill('not an address')
  await form.website.press('Tab')
  await expect(form.offered).toHaveText('No posts found just now. I look again once you have posted.')
  await expect(form.latest).toBeHidden()
  await form.addLatest.uncheck()
  await expect(form.offered).toBeHidden()
})

test('nobody waits for a website that says nothing', async ({ page, post, db }) => {
  await page.goto(post.path)
  const form = commentForm(page)
  const asked = page.waitForResponse(/\/latest-posts$/)
  await form.fill({ body: post.words, name: 'Wren', website: `nobody-${post.slug}.example` })
  await form.addLatest.check()
  await expect(form.offered).toHaveText('Looking for your posts. You need not wait.')
  await form.button.click()
  await expect(form.status).toHaveText('Posted. Thank you for taking the time.')
  await expect(form.offered).toHaveText('Looking for your posts. You need not wait.')
  await expect(form.offered).toHaveText('No posts found just now. I look again once you have posted.')
  expect(await (await asked).json()).toBeNull()
  await expect.poll(() => listTries(db, post)).toMatchObject([{ name: 'Wren', tries: 1 }])
})

test('only our own pages may ask, and only with an address', async ({ request }) => {
  const { url } = siteInUse()
  const ask = async (data: unknown, origin?: string) =>
    (await request.post('/latest-posts', { data, headers: origin ? { origin } : {} })).status()
  const website = 'wren.example'
  expect(await ask({ website })).toBe(403)
  expect(await ask({ website }, 'https://evil.example')).toBe(403)
  expect(await ask({ website }, 'null')).toBe(403)
  expect(await ask({ website: 'x'.repeat(6_000) }, url)).toBe(413)
  expect(await ask({ website, more: 1 }, url)).toBe(400)
  expect(await ask({ website: 'javascript:alert(1)' }, url)).toBe(200)
  expect((await request.get('/latest-posts')).status()).toBe(404)
})

test('whoever moved to another site is named among the regulars without the feed of the old one', async ({
  page,
  context,
  request,
  post,
  db,
}) => {
  const [moved, stayed] = [makePerson('Moved'), makePerson('Stayed')]
  const home = `https://blog-${post.slug}.example/`
  const feed = `${home}feed`
  for (const person of [moved, stayed]) {
    for (const more of ['One.', 'Two.', 'Three.'])
      await say(post, { ...person, website: home }, `${post.words} ${person.name}: ${more}`)
    await db
      .update(comments)
      .set({ latestPost: { blog: person.name, title: 'Rain, again', url: `${home}again`, feed } })
      .where(and(eq(comments.postId, post.slug), eq(comments.name, person.name)))
  }
  // Where they write today: what they wrote last stays where it is.
  await say(post, moved, `${post.words} I have moved.`)
  await say(
    post,
    { ...stayed, website: `https://www.blog-${post.slug}.example/` },
    `${post.words} I have not.`,
  )
  for (const person of [moved, stayed]) {
    await visitAs(context, db, person)
    await page.goto('/my-comments')
    await page.getByRole('button', { name: 'Name me there' }).click()
    await expect(page.getByText('You are named among the regulars.')).toBeVisible()
  }
  const named = async (name: string) => {
    const { body } = parseOpml(await (await request.get('/blogroll.opml')).text())
    return body?.outlines?.find(({ text }) => text === name)
  }
  await expect
    .poll(() => named('Stayed'))
    .toMatchObject({ htmlUrl: `https://www.blog-${post.slug}.example/`, type: 'rss', xmlUrl: feed })
  const left = await named('Moved')
  expect(left).toMatchObject({ htmlUrl: moved.website, outlines: [{ url: `${home}again` }] })
  expect(left).not.toHaveProperty('xmlUrl')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a mistake leaves the box ticked', async ({ page, post }) => {
    await page.goto(post.path)
    const form = commentForm(page)
    await form.addLatest.check()
    await form.post({ body: post.words, website: 'wren.example' })
    await expect(form.problem).toBeVisible()
    await expect(form.addLatest).toBeChecked()
  })

  test('a choice that we did not offer is none: the newest is read', async ({ post, db }) => {
    const { host } = await readBlog(db, post)
    const form = await openPlainForm(siteInUse().url + post.path)
    const forged = {
      website: `https://${host}/`,
      blog: 'x',
      title: 'x',
      url: 'https://casino.example/',
      until: 9e15,
    }
    const latestChoice = `${Buffer.from(JSON.stringify(forged)).toString('base64url')}.${'0'.repeat(64)}`
    const typed = { body: post.words, name: 'Wren', website: host, addLatest: 'on', latestChoice }
    expect((await postPlainly(form, typed)).status).toBe(303)
    await expect
      .poll(() =>
        db.select({ latestPost: comments.latestPost }).from(comments).where(eq(comments.postId, post.slug)),
      )
      .toMatchObject([{ latestPost: { title: 'Rain, again' } }])
  })

  test('the newest post of a blog stands under the comment of its writer, and among the regulars', async ({
    page,
    context,
    request,
    post,
    db,
  }) => {
    const blog = createServer((request, response) => {
      const isFeed = request.url === '/feed'
      response.writeHead(200, { 'content-type': isFeed ? 'application/rss+xml' : 'text/html' })
      response.end(
        isFeed
          ? `<rss version="2.0"><channel><title>Small Weather</title>
             <item><title>Rain, &lt;i&gt;again&lt;/i&gt;</title><link>/again</link></item></channel></rss>`
          : '<p>Hello</p>',
      )
    }).listen(0, '127.0.0.1')
    await once(blog, 'listening')
    const address = blog.address()
    if (typeof address !== 'object' || !address) throw new Error('It listens to no port.')
    const website = `http://127.0.0.1:${address.port}/`

    const wren = makePerson()
    await say(post, wren, post.words, { addLatest: 'on' })
    for (const more of ['And again.', 'And a third time.']) await say(post, wren, `${post.words} ${more}`)
    await expect.poll(() => listTries(db, post)).toMatchObject([{ name: 'Wren', tries: 1 }])

    // The form takes no address of this machine, and no name leads here: the writer moves, and an hour passes.
    const [job] = await listTries(db, post)
    await db.update(comments).set({ website }).where(eq(comments.postId, post.slug))
    await db
      .update(outbox)
      .set({ dueAt: sql`now()` })
      .where(eq(outbox.id, job?.id ?? 0))
    await say(post, makePerson('Tam'), `${post.words} So say I.`, { addLatest: 'on' })

    const comment = page.getByRole('article', { name: 'Comment 1 by Wren' })
    await expect(async () => {
      await page.goto(post.path)
      await expect(comment).toContainText('Lately on Small Weather: Rain, again', { timeout: 500 })
    }).toPass()
    const link = comment.getByRole('link', { name: 'Rain, again' })
    await expect(link).toHaveAttribute('href', `${website}again`)
    await expect(link).toHaveAttribute('rel', 'ugc nofollow noopener')
    blog.close()
    blog.closeAllConnections()

    await visitAs(context, db, wren)
    await page.goto('/my-comments')
    await page.getByRole('button', { name: 'Name me there' }).click()
    await expect(page.getByText('You are named among the regulars.')).toBeVisible()
    const named = page.getByRole('article').filter({ has: page.locator(`a[href="${website}"]`) })
    await expect(async () => {
      await page.goto('/regulars')
      await expect(named).toContainText('3 comments', { timeout: 500 })
    }).toPass()
    await expect(named).toContainText('Lately on Small Weather: Rain, again')
    const latest = named.getByRole('link', { name: 'Rain, again' })
    await expect(latest).toHaveAttribute('href', `${website}again`)
    await expect(latest).toHaveAttribute('rel', 'ugc nofollow noopener')
    const { body } = parseOpml(await (await request.get('/blogroll.opml')).text())
    expect(body?.outlines?.find(({ htmlUrl }) => htmlUrl === website)).toEqual({
      text: 'Small Weather',
      title: 'Wren',
      type: 'rss',
      xmlUrl: new URL('/feed', website).href,
      htmlUrl: website,
      outlines: [{ text: 'Rain, again', type: 'link', url: `${website}again` }],
    })
  })
})
