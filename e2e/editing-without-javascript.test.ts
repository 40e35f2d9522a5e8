import { commentForm } from './comment-form'
import { listRows } from './conversation'
import { age, answerFirst } from './own-comments'
import { openPlainForm, postPlainly, readPlainForm } from './plain-form'
import { siteInUse } from './site-in-use'
import { expect, type FixturePost, test } from './test'

test.use({ javaScriptEnabled: false })

const card = { name: /^Your comment/ }

test('a published comment is edited on a page of its own, and read by everybody at once', async ({
  page,
  anotherReader,
  post,
}) => {
  await page.goto(post.path)
  await commentForm(page).post({ body: post.words, name: 'Wren' })
  await expect(page).toHaveURL(/#c-1$/)
  await page.getByRole('link', { name: 'on a page of its own' }).click()
  const comment = page.getByRole('article', card)
  await expect(comment).toContainText(/You can edit it for another 1[45] minutes\./)
  await page.getByRole('link', { name: 'Edit or delete it' }).click()
  await comment.getByText('Edit', { exact: true }).click()
  await expect(comment.getByText('It may have to wait for a read-through again')).toBeVisible()
  await comment.getByLabel('Edit your comment').fill('Said *better*.')
  const answer = page.waitForResponse((response) => response.request().method() === 'POST')
  await comment.getByRole('button', { name: 'Save' }).click()
  expect((await answer).status()).toBe(303)
  await expect(page).toHaveURL(new RegExp(`${post.path}/receipt/[0-9a-f-]{36}#own-`))
  await expect(comment).toContainText('Said better.')
  await page.getByRole('link', { name: 'See it in its place' }).click()
  await expect(page.getByRole('article', { name: 'Comment 1 by Wren' })).toContainText('Edited')
  await anotherReader.goto(post.path)
  await expect(anotherReader.getByText('Said better.')).toBeVisible()
})

test('a comment that waits is edited and deleted on its receipt, where a reload does nothing again', async ({
  page,
  db,
  post,
}) => {
  await page.goto(post.path)
  await page.getByLabel('Leave this field empty').first().fill('Cheap shoes', { force: true })
  await commentForm(page).post({ body: post.words, name: 'Wren' })
  const comment = page.getByRole('article', card)
  await comment.getByText('Edit', { exact: true }).click()
  await comment.getByLabel('Edit your comment').fill('Said better.')
  await comment.getByRole('button', { name: 'Save' }).click()
  await expect(comment).toContainText('Said better.')
  await expect(comment).toContainText('Waiting for a read-through')
  // A click on a page that is still coming may miss what moves under it.
  await page.waitForLoadState()
  await comment.getByText('Delete', { exact: true }).click()
  await expect(comment).toContainText('Delete this comment? It cannot be brought back.')
  await comment.getByRole('button', { name: 'Delete it' }).click()
  await expect(page.getByText('You have deleted your comment.')).toBeVisible()
  await expect(comment).toHaveCount(0)
  await page.reload()
  await expect(page.getByText('You have deleted your comment.')).toBeVisible()
  await expect(page.getByText('Said better.')).toHaveCount(0)
  expect(await listRows(db, post)).toMatchObject([{ status: 'removed', body: 'Said better.', number: null }])
})

test('what is typed into an edit is given back where the comment was deleted meanwhile', async ({
  page,
  context,
  post,
}) => {
  await page.goto(post.path)
  await page.getByLabel('Leave this field empty').first().fill('Cheap shoes', { force: true })
  await commentForm(page).post({ body: post.words, name: 'Wren' })
  const receipt = page.url()
  const comment = page.getByRole('article', card)
  await comment.getByText('Edit', { exact: true }).click()
  await comment.getByLabel('Edit your comment').fill('Said better.')
  const tab = await context.newPage()
  await tab.goto(receipt)
  await tab.getByText('Delete', { exact: true }).click()
  await tab.getByRole('button', { name: 'Delete it' }).click()
  await expect(tab.getByText('You have deleted your comment.')).toBeVisible()
  await comment.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('This comment was removed meanwhile.')).toBeVisible()
  await expect(page.getByLabel('What you wrote is still here, to keep')).toHaveValue('Said better.')
  await expect(page.getByText(post.words)).toHaveCount(0)
})

test('a deleted comment that others answered leaves its number', { tag: '@any-window' }, async ({
  page,
  anotherReader,
  db,
  post,
}) => {
  await page.goto(post.path)
  await commentForm(page).post({ body: post.words, name: 'Wren' })
  await expect(page).toHaveURL(/#c-1$/)
  await answerFirst(db, post)
  await page.goto(`${post.path}/receipt`)
  await page.getByRole('link', { name: 'Edit or delete it' }).click()
  await page.getByText('Delete', { exact: true }).click()
  await page.getByRole('button', { name: 'Delete it' }).click()
  await expect(page.getByText('You have deleted your comment.')).toBeVisible()
  await anotherReader.goto(post.path)
  await expect(anotherReader.getByRole('article', { name: 'Comment 1', exact: true })).toBeVisible()
  await expect(anotherReader.getByText(post.words)).toHaveCount(0)
})

test('mistakes come back at the field with the text, and a late edit is refused in plain words', async ({
  page,
  db,
  post,
}) => {
  await page.goto(post.path)
  await commentForm(page).post({ body: post.words, name: 'Wren' })
  await expect(page).toHaveURL(/#c-1$/)
  await page.goto(`${post.path}/receipt`)
  await page.getByRole('link', { name: 'Edit or delete it' }).click()
  const comment = page.getByRole('article', card)
  const field = comment.getByLabel('Edit your comment')
  await comment.getByText('Edit', { exact: true }).click()
  await field.fill('x'.repeat(10_001))
  await comment.getByRole('button', { name: 'Save' }).click()
  await expect(field).toHaveAccessibleDescription(/^Your comment is 1 character too long/)
  await expect(field).toHaveValue('x'.repeat(10_001))

  await field.fill('Too late.')
  await age(db, post, 901)
  await comment.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('The fifteen minutes in which you could change it are over.')).toBeVisible()
  await expect(page.getByLabel('What you wrote is still here')).toHaveValue('Too late.')
  expect(await listRows(db, post)).toMatchObject([{ body: post.words, editedAt: null }])
  expect((await page.goto('/archive'))?.status()).toBe(200)
})

type OwnForm = { url: string; hidden: [string, string][] }

/** The forms of a receipt, as its writer's browser holds them: to edit, and to delete. */
async function openReceipt(post: FixturePost): Promise<{ cookie: string; edit: OwnForm; remove: OwnForm }> {
  const site = siteInUse().url
  const plain = await openPlainForm(site + post.path)
  const answer = await postPlainly(plain, { body: post.words, name: 'Wren', topic: 'Cheap shoes' })
  const url = site + (answer.headers.get('location') ?? '')
  const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const html = await (await fetch(url, { headers: { cookie } })).text()
  const [edit, remove] = [...html.matchAll(/<form\b[\s\S]*?<\/form>/g)].map(([form]) =>
    readPlainForm(url, form.replace('<form', '<form id="comment-form"')),
  )
  if (!edit || !remove) throw new Error(`There are no forms on ${url}.`)
  return { cookie, edit, remove }
}

async function send({ url, hidden }: OwnForm, fields: Record<string, string>, cookie: string) {
  const body = new FormData()
  for (const [name, value] of [...hidden, ...Object.entries(fields)]) body.append(name, value)
  return fetch(url, {
    method: 'POST',
    body,
    headers: { origin: new URL(url).origin, cookie },
    redirect: 'manual',
  })
}

test('a forced edit or deletion from another browser is refused, and changes nothing', {
  tag: '@any-window',
}, async ({ db, post }) => {
  const { cookie, edit, remove } = await openReceipt(post)
  const before = await listRows(db, post)
  for (const other of ['', 'writer=x', `${cookie}x`, `writer=${'1'.repeat(43)}`]) {
    for (const answer of [await send(edit, { body: 'Forced.' }, other), await send(remove, {}, other)]) {
      expect(answer.status).toBe(200)
      expect(await answer.text()).toContain('This browser did not write that comment')
    }
  }
  expect(await listRows(db, post)).toEqual(before)
})

test('a forced edit or deletion after its time is refused, and changes nothing', {
  tag: '@any-window',
}, async ({ db, post }) => {
  const { cookie, edit, remove } = await openReceipt(post)
  await age(db, post, 901)
  const before = await listRows(db, post)
  for (const answer of [await send(edit, { body: 'Forced.' }, cookie), await send(remove, {}, cookie)]) {
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('The fifteen minutes in which you could change it are over.')
  }
  expect(await listRows(db, post)).toEqual(before)
})

test('twenty fields that no form has change nothing of what is stored, posted or edited', {
  tag: '@any-window',
}, async ({ db, post }) => {
  const more = {
    id: '00000000-0000-4000-8000-000000000000',
    status: 'published',
    isAuthor: 'true',
    byAuthor: 'true',
    by_author: 'true',
    number: '1',
    postId: 'elsewhere',
    post_id: 'elsewhere',
    parentId: '00000000-0000-4000-8000-000000000000',
    rootId: '00000000-0000-4000-8000-000000000000',
    reasons: '',
    swatch: 'ffffffffffffffff',
    source: 'import',
    sourceId: '1',
    createdAt: '2099-01-01T00:00:00Z',
    publishedAt: '2020-01-01T00:00:00Z',
    editedAt: '2020-01-01T00:00:00Z',
    writerHash: 'b'.repeat(64),
    emailHash: 'e'.repeat(64),
    before: '{}',
  }
  expect(Object.keys(more)).toHaveLength(20)
  const form = await openPlainForm(siteInUse().url + post.path)
  await postPlainly(form, { body: 'Plain.', name: 'Wren', topic: 'x' })
  await postPlainly(form, { body: 'Extra.', name: 'Wren', topic: 'x', ...more })
  const [plain, extra] = await listRows(db, post)
  const same = { id: '', rootId: '', body: '', createdAt: null }
  expect({ ...extra, ...same }).toEqual({ ...plain, ...same })
  expect(extra?.id).not.toBe(more.id)
  expect(Math.abs(Date.now() - (extra?.createdAt.getTime() ?? 0))).toBeLessThan(600_000)

  const { cookie, edit } = await openReceipt(post)
  const { id: _, ...others } = more
  const [, , before] = await listRows(db, post)
  expect((await send(edit, { body: 'Edited.', ...others }, cookie)).status).toBe(303)
  const [, , after] = await listRows(db, post)
  expect(after).toEqual({ ...before, body: 'Edited.', editedAt: expect.any(Date) })
  const tried = Object.keys(more).length
  console.info(`T21: ${tried} of ${tried} fields that no form has change nothing, posted or edited`)
})
