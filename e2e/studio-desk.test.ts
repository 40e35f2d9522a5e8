import { eq } from 'drizzle-orm'
import { commentContacts, comments } from '../db/schema'
import { addLastWord, listRows, writeRows } from './conversation'
import { signInAs } from './studio'
import { caseOf, inboxOf, personOf, stateOf, writeWaiting } from './studio-inbox'
import { expect, test } from './test'
import { narrow } from './widths'

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
  await expect(page.getByRole('status')).toHaveText('They are erased.')
  const row = await stateOf(db, id)
  expect(row?.name).not.toBe('Ilka')
  expect(row?.body).toContain(post.words)
})

test('what waits of whom the author blocks goes to Spam, and the log brings it back', async ({
  page,
  context,
  db,
  post,
}) => {
  await signInAs(context, db)
  const stored = await writeWaiting(db, post, [{ name: 'Ilka' }, { name: 'Ilka' }, { name: 'Bo' }])
  const [first = '', second = '', another = ''] = stored.map(({ id }) => id)
  await db
    .update(commentContacts)
    .set({ emailHash: personOf(first) })
    .where(eq(commentContacts.commentId, second))
  const statuses = async () =>
    Promise.all([first, second, another].map(async (id) => (await stateOf(db, id))?.status))

  await page.goto(`/studio/people/${encodeURIComponent(personOf(first))}`)
  await page.getByRole('button', { name: 'Block' }).click()
  await expect(page.getByRole('status')).toHaveText(
    'What waited here is in Spam. The log can take that back.',
  )
  expect(await statuses()).toEqual(['spam', 'spam', 'held'])
  await page.getByRole('link', { name: 'The log', exact: true }).click()
  const lines = page.getByRole('listitem').filter({ hasText: post.title })
  await expect(lines).toHaveCount(2)
  await lines.getByRole('button', { name: 'Undo all 2' }).click()
  await expect(lines.filter({ hasText: 'Taken back' })).toHaveCount(2)
  expect(await statuses()).toEqual(['held', 'held', 'held'])
})

test.describe('in a narrow window', () => {
  test.use({ viewport: narrow })

  test('finders may follow the links of whom the author trusts on their page, and no others', async ({
    page,
    context,
    anotherReader,
    db,
    post,
  }) => {
    await signInAs(context, db)
    const site = 'https://ilka.example/'
    const latestPost = { blog: 'Ilka writes', title: 'Goats', url: `${site}goats` }
    const rows = ['Ilka', 'Bo'].map((name) => ({ name, website: site, latestPost }))
    const stored = await writeWaiting(db, post, rows)
    for (const { id, name } of stored) {
      await db
        .update(commentContacts)
        .set({ writerHash: `${name} of ${id}` })
        .where(eq(commentContacts.commentId, id))
    }
    await page.goto(inboxOf(post))
    for (const name of ['Ilka', 'Bo']) {
      await caseOf(page, name).getByRole('button', { name: 'Approve', exact: true }).click()
      await expect(caseOf(page, name)).toHaveCount(0)
    }
    const ilka = stored.find(({ name }) => name === 'Ilka')?.id ?? ''
    const relsOf = async (name: string) => {
      await anotherReader.goto(post.path)
      const comment = anotherReader.getByRole('article', { name: new RegExp(`by ${name}$`) })
      const links = comment.locator(`a[href^="${site}"]`)
      await expect(links).toHaveCount(2)
      return new Set(await links.evaluateAll((all) => all.map((link) => link.getAttribute('rel'))))
    }
    expect(await relsOf('Ilka')).toEqual(new Set(['ugc nofollow noopener']))
    await page.goto(`/studio/people/${encodeURIComponent(personOf(ilka))}`)
    await page.getByRole('button', { name: 'Trust', exact: true }).click()
    await expect(page.getByText('Trusted: what they write is published at once.')).toBeVisible()
    expect(await relsOf('Ilka')).toEqual(new Set(['noopener']))
    expect(await relsOf('Bo')).toEqual(new Set(['ugc nofollow noopener']))
    await page.getByRole('button', { name: 'Leave it to the rules' }).click()
    await expect(page.getByText('Neither trusted nor blocked: the rules decide.')).toBeVisible()
    expect(await relsOf('Ilka')).toEqual(new Set(['ugc nofollow noopener']))
  })

  test('a question is answered from Still waiting, and waits no longer', async ({
    page,
    context,
    db,
    post,
  }) => {
    await signInAs(context, db)
    const longAgo = new Date(Date.now() - 360 * 86_400_000)
    await writeRows(db, post, [
      { name: 'Halla', body: `${post.words} Is it still up?`, publishedAt: longAgo },
    ])
    await page.goto('/studio/waiting')
    const waiting = page.getByRole('listitem').filter({ hasText: post.words })
    await expect(waiting).toContainText('Halla asked')
    await waiting.getByRole('link', { name: 'Answer Halla' }).click()
    await page.getByLabel('Your reply to Halla').fill('It is.')
    await page.getByRole('button', { name: 'Post the reply' }).click()
    await expect(page.getByText('Your reply to Halla is on the page now.')).toBeVisible()
    expect((await listRows(db, post)).at(-1)).toMatchObject({ byAuthor: true, body: 'It is.' })
    await page.goto('/studio/waiting')
    await expect(page.getByRole('heading', { name: 'Still waiting', level: 1 })).toBeVisible()
    await expect(waiting).toHaveCount(0)
  })

  test('more than fifty who wait are all read, a page after the other', async ({
    page,
    context,
    db,
    post,
  }) => {
    await signInAs(context, db)
    const publishedAt = new Date(Date.now() - 350 * 86_400_000)
    const asked = { body: `${post.words} Anyone?`, publishedAt }
    try {
      await writeRows(
        db,
        post,
        Array.from({ length: 51 }, () => asked),
      )
      await page.goto('/studio/waiting')
      const waiting = page.getByRole('listitem').filter({ hasText: post.words })
      await expect(page.getByRole('heading', { name: 'Still waiting', level: 1 })).toBeVisible()
      const begin = await waiting.count()
      expect(begin).toBeGreaterThan(0)
      expect(begin).toBeLessThanOrEqual(50)
      await page.getByRole('link', { name: 'Newer' }).click()
      await expect(page).toHaveURL(/\?after=/)
      await expect(waiting).toHaveCount(51 - begin)
    } finally {
      // Nobody answers them, and they would be in front of whom another test looks for.
      await db.delete(comments).where(eq(comments.postId, post.slug))
    }
  })
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
