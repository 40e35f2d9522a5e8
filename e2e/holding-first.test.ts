import { eq } from 'drizzle-orm'
import type { Db } from '../db/client'
import { settings } from '../db/schema'
import { commentForm } from './comment-form'
import { listRows } from './conversation'
import { fillTrap, publish, waiting } from './own-comments'
import { expect, test } from './test'

// The rules are the whole blog's.
let before: unknown

test.beforeEach(async ({ db }) => {
  const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.name, 'rules'))
  before = row?.value
})
test.afterEach(({ db }) => keepRules(db, before))

function keepRules(db: Db, value: unknown) {
  return db.update(settings).set({ value }).where(eq(settings.name, 'rules'))
}
const holdFirst = (db: Db) => keepRules(db, { ...Object(before), holdFirst: true })

test('where strangers wait, the edit of a published comment stays published, or waits for its reasons', async ({
  page,
  db,
  post,
}) => {
  await publish(page, post, 'A first word.')
  await holdFirst(db)
  const comment = await publish(page, post)
  await comment.getByRole('button', { name: 'Edit' }).click()
  await comment.getByLabel('Edit your comment').fill('Said better.')
  await comment.getByRole('button', { name: 'Save' }).click()
  const edited = page.getByRole('article', { name: 'Comment 2 by Wren' })
  await expect(edited).toBeFocused()
  await expect(edited).toContainText('Said better.')
  expect(await listRows(db, post)).toMatchObject([
    { status: 'published' },
    { status: 'published', reasons: [], body: 'Said better.' },
  ])

  await edited.getByRole('button', { name: 'Edit' }).click()
  await fillTrap(edited.locator('form'))
  await edited.getByLabel('Edit your comment').fill('Cheap shoes.')
  await edited.getByRole('button', { name: 'Save' }).click()
  await expect(waiting(page)).toBeFocused()
  await expect(waiting(page)).toContainText('Cheap shoes.')
  expect(await listRows(db, post)).toMatchObject([
    { status: 'published' },
    { status: 'held', reasons: expect.arrayContaining(['trap']), number: 2 },
  ])
})

test('where strangers wait, the edit of a first comment goes on waiting, as a first comment', async ({
  page,
  anotherReader,
  db,
  post,
}) => {
  await holdFirst(db)
  await page.goto(post.path)
  await commentForm(page).post({ body: post.words, name: 'Wren' })
  await waiting(page).getByRole('button', { name: 'Edit' }).click()
  await waiting(page).getByLabel('Edit your comment').fill('Said better.')
  await waiting(page).getByRole('button', { name: 'Save' }).click()
  await expect(waiting(page)).toBeFocused()
  await expect(waiting(page)).toContainText('Said better.')
  expect(await listRows(db, post)).toMatchObject([
    {
      status: 'held',
      reasons: expect.arrayContaining(['first-comment']),
      number: null,
      body: 'Said better.',
    },
  ])
  await anotherReader.goto(post.path)
  await expect(anotherReader.getByText('Said better.')).toHaveCount(0)
})

test('where a first comment was published, its writer is told before they change it that it will wait again', async ({
  page,
  db,
  post,
}) => {
  await publish(page, post)
  await holdFirst(db)
  await page.reload()
  const comment = page.getByRole('article', { name: 'Comment 1 by Wren' })
  await comment.getByRole('button', { name: 'Edit' }).click()
  const field = comment.getByLabel('Edit your comment')
  await expect(field).toHaveAccessibleDescription(
    'Once you change it, it waits for a read-through again, and until then only you can see it.',
  )
  await field.fill('Said better.')
  await comment.getByRole('button', { name: 'Save' }).click()
  await expect(waiting(page)).toContainText('Said better.')
  expect(await listRows(db, post)).toMatchObject([{ status: 'held', reasons: ['first-comment'] }])
})
