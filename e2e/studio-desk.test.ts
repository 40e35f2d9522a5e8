import { addLastWord } from './conversation'
import { signInAs } from './studio'
import { personOf, stateOf, writeWaiting } from './studio-inbox'
import { expect, test } from './test'

test.use({ javaScriptEnabled: false })

test('a person is blocked, exported and erased, without JavaScript', async ({ page, context, db, post }) => {
  await signInAs(context, db)
  const [ilka] = await writeWaiting(db, post, [{ name: 'Ilka' }])
  const id = ilka?.id ?? ''
  const path = `/studio/people/${encodeURIComponent(personOf(id))}`
  await page.goto(path)
  await page.getByRole('button', { name: 'Block' }).click()
  await expect(page.getByText('Blocked: what they write goes to Spam.')).toBeVisible()
  await expect(
    page.getByText('A block therefore refuses nothing: what comes with the address waits in Spam'),
  ).toBeVisible()
  const answer = await page.request.get(`${path}/export`)
  expect(answer.headers()['content-disposition']).toContain('attachment')
  expect(await answer.text()).toContain(id)
  await page.goto(`${path}/erase`)
  await page.getByRole('button', { name: 'Erase Ilka' }).click()
  await expect(page.getByRole('heading', { name: 'People', level: 1 })).toBeVisible()
  const row = await stateOf(db, id)
  expect(row?.name).not.toBe('Ilka')
  expect(row?.body).toContain(post.words)
})

test('a person is erased with all they wrote, for readers as well', async ({ page, context, db, post }) => {
  await signInAs(context, db)
  const published = { status: 'published', number: 1, publishedAt: new Date() } as const
  const [written] = await writeWaiting(db, post, [
    { name: 'Ilka', body: 'Nobody but me says so.', ...published },
  ])
  await addLastWord(db, post)
  await page.goto(post.path)
  await expect(page.getByText('Nobody but me says so.')).toBeVisible()

  const path = `/studio/people/${encodeURIComponent(personOf(written?.id ?? ''))}`
  await page.goto(`${path}/erase`)
  await page.getByLabel('Remove it with all the rest').check()
  await page.getByRole('button', { name: 'Erase Ilka' }).click()
  await expect(page.getByRole('heading', { name: 'People', level: 1 })).toBeVisible()
  expect(await stateOf(db, written?.id ?? '')).toMatchObject({ body: '', status: 'removed' })
  await page.goto(post.path)
  await expect(page.getByText(post.words)).toBeVisible()
  await expect(page.getByText('Nobody but me says so.')).toHaveCount(0)
  expect(await (await page.request.get(`${path}/export`)).json()).toMatchObject({ comments: [] })
})

test('no page of the desk is wider than a telephone', async ({ page, context, db }) => {
  await signInAs(context, db)
  await page.setViewportSize({ width: 360, height: 740 })
  for (const path of ['', '/waiting', '/people', '/rules', '/log']) {
    await page.goto(`/studio${path}`)
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect([path, width]).toEqual([path, 360])
  }
})
