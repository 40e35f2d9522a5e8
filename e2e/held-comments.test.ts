import { randomUUID } from 'node:crypto'
import { commentForm } from './comment-form'
import { addLastWord, listRows } from './conversation'
import { waiting } from './own-comments'
import { openPlainForm, postPlainly } from './plain-form'
import { expect, test } from './test'

test('whoever fills in the field that no person sees waits for the author, and is told so', async ({
  page,
  db,
  post,
  blog,
}) => {
  await page.goto(post.path)
  const form = commentForm(page)
  await page.getByLabel('Leave this field empty').evaluate((field: HTMLInputElement) => {
    field.value = 'Cheap shoes'
  })
  await form.post({ body: post.words, name: 'Wren' })
  await expect(form.status).toHaveText(
    `Waiting for a read-through. Only you can see this until ${blog.author} has read it.`,
  )
  await expect(waiting(page)).toContainText(post.words)
  expect(await listRows(db, post)).toMatchObject([{ status: 'held', number: null }])
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a held comment leads to its receipt, where a reload posts nothing', async ({ page, db, post }) => {
    await page.goto(post.path)
    await page.getByLabel('Leave this field empty').fill('Cheap shoes', { force: true })
    await commentForm(page).post({ body: post.words, name: 'Wren' })
    await expect(page).toHaveURL(new RegExp(`${post.path}/receipt/[0-9a-f-]{36}`))
    await page.reload()
    await expect(page.getByText('Waiting for a read-through.')).toBeVisible()
    await expect(page.getByRole('article', { name: 'Your comment' })).toContainText(post.words)
    expect(await listRows(db, post)).toHaveLength(1)
  })
})

for (const [kind, disguise] of [
  ['letters of another script', (name: string) => name.replaceAll('e', 'е').replaceAll('a', 'а')],
  ['figures', (name: string) => name.replace('i', '1').replace('o', '0')],
  ['a word', (name: string) => `The real ${name}`],
] as const) {
  test(`whoever takes the author’s name, disguised with ${kind}, waits, and nobody else sees it`, async ({
    request,
    db,
    post,
    baseURL,
    blog,
  }) => {
    const name = disguise(blog.author)
    const body = `Trust me, on ${post.title}.`
    const form = await openPlainForm(`${baseURL}${post.path}`)
    expect((await postPlainly(form, { body, name })).headers.get('location')).toContain('/receipt/')
    expect(await listRows(db, post)).toMatchObject([
      { name, status: 'held', reasons: expect.arrayContaining(['look-alike']), number: null },
    ])
    await addLastWord(db, post)
    for (const end of ['', '/comments/newest/1', '/comments.xml']) {
      expect(await (await request.get(post.path + end)).text(), end).not.toContain('Trust me')
    }
  })
}

test('a receipt is for its writer: no finder keeps it, no cache stores it, nobody can guess it', async ({
  request,
  anotherReader,
  post,
  baseURL,
}) => {
  const form = await openPlainForm(`${baseURL}${post.path}`)
  const answer = await postPlainly(form, { body: post.words, name: 'Wren', topic: 'Cheap shoes' })
  const receipt = await request.get(answer.headers.get('location') ?? '')
  expect(receipt.headers()['cache-control']).toMatch(/private.*no-store/)
  expect(await receipt.text()).toContain('<meta name="robots" content="noindex, nofollow"/>')
  await anotherReader.goto(answer.headers.get('location') ?? '')
  const seen = anotherReader.getByRole('main')
  await expect(seen).toContainText('Until then only its writer can see it.')
  await expect(seen.getByRole('article')).toHaveCount(0)
  expect((await request.get(`${post.path}/receipt/${randomUUID()}`)).status()).toBe(404)
  expect((await request.get(`${post.path}/receipt/1`)).status()).toBe(404)
})

test('neither a held comment nor an e-mail address is on any page, payload or feed', async ({
  request,
  post,
  baseURL,
}) => {
  const form = await openPlainForm(`${baseURL}${post.path}`)
  const held = { body: 'canary-of-a-held-comment', name: 'canary-of-a-held-name', topic: 'Cheap shoes' }
  expect((await postPlainly(form, held)).status).toBe(303)
  const published = { body: post.words, name: 'Wren', email: 'canary-of-an-address@example.com' }
  expect((await postPlainly(form, published)).headers.get('location')).toBe(`${post.path}?posted=1#c-1`)
  await expect.poll(async () => (await request.get(post.path)).text()).toContain(post.words)

  const paths = ['', '/comments/newest/1', '/comments/thread/1/1', '/c/1', '/reply/1'].map(
    (end) => post.path + end,
  )
  for (const path of [...paths, '/', '/archive', '/feed.xml', '/sitemap.xml', '/robots.txt', '/health']) {
    for (const asked of ['page', 'payload'] as const) {
      const answer = await request.get(path, asked === 'payload' ? { headers: { RSC: '1' } } : {})
      expect(answer.status(), path).toBe(200)
      expect(await answer.text(), path).not.toContain('canary-')
    }
  }
  expect((await request.get(`${post.path}/c/2`)).status()).toBe(404)
})
