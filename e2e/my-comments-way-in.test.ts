import { eq } from 'drizzle-orm'
import { follows, guests, letterKeys } from '../db/schema'
import { listRows } from './conversation'
import {
  addKey,
  keyOf,
  lettersTo,
  linkFor,
  makePerson,
  openGuestForm,
  type Person,
  say,
  sendAs,
  visitAs,
} from './guests'
import { siteInUse } from './site-in-use'
import { expect, test } from './test'

const { url: site } = siteInUse()

test('every address is answered alike, and a hundred who ask for one have one letter written', async ({
  db,
  post,
}) => {
  const tam = makePerson('Tam')
  const nobody = makePerson('Nobody')
  await say(post, tam, post.words)
  const form = await openGuestForm('/my-comments', 'Send me a letter')
  const ask = async ({ email }: Person) => {
    const answer = await sendAs(form, { email }, undefined)
    return [answer.status, answer.headers.get('location'), answer.headers.get('set-cookie')]
  }
  const asked: unknown[] = []
  for (let round = 0; round < 20; round++) {
    asked.push(...(await Promise.all([nobody, tam, tam, tam, tam, tam].map(ask))))
  }
  expect(new Set(asked.map((each) => JSON.stringify(each)))).toEqual(
    new Set([JSON.stringify([303, '/my-comments?asked=1', null])]),
  )
  await linkFor(tam)
  expect(await lettersTo(nobody)).toEqual([])
  expect(await db.$count(guests, eq(guests.email, nobody.email))).toBe(0)
})

test('looking at the addresses of a letter ten times changes no row, and nobody keeps or finds them', async ({
  db,
  post,
}) => {
  const ida = makePerson('Ida')
  await say(post, ida, post.words)
  const letter = await addKey(db, ida, 'own')
  const visit = await addKey(db, ida, 'visit')
  const key = await keyOf(db, ida)
  const [row] = await listRows(db, post)
  const rows = async () => [
    await db.select().from(guests).where(eq(guests.key, key)),
    await db.select().from(letterKeys).where(eq(letterKeys.guestKey, key)),
    await db.select().from(follows).where(eq(follows.guestKey, key)),
    await listRows(db, post),
  ]
  const before = await rows()
  for (const path of [`/${letter}`, '', `/comments/${row?.id}`, '/erase', '/export']) {
    for (let time = 0; time < 10; time++) {
      const answer = await fetch(`${site}/my-comments${path}`, { headers: { cookie: `guest=${visit}` } })
      expect([path, answer.status]).toEqual([path, 200])
      expect(answer.headers.get('cache-control')).toContain('no-store')
      expect(answer.headers.get('referrer-policy')).toBe('same-origin')
      expect(answer.headers.get('x-robots-tag')).toBe('noindex, nofollow')
      expect(answer.headers.get('set-cookie')).toBeNull()
    }
  }
  expect(await rows()).toEqual(before)
})

test('what is over opens nothing, and says where there is another', async ({ page, db, post }) => {
  const eli = makePerson('Eli')
  await say(post, eli, post.words)
  const letter = await addKey(db, eli, 'own')
  await page.goto(`/my-comments/${letter}`)
  await db.delete(letterKeys).where(eq(letterKeys.guestKey, await keyOf(db, eli)))
  await page.getByRole('button', { name: 'Show my comments' }).click()
  await expect(page.getByText('This link opens nothing any more')).toBeVisible()
  await page.reload()
  await page.getByRole('link', { name: 'Ask for another' }).click()
  await expect(page.getByRole('button', { name: 'Send me a letter' })).toBeVisible()
})

test('a visit ends on this browser, and for whoever has copied its cookie', async ({
  page,
  context,
  db,
  post,
}) => {
  const ada = makePerson('Ada')
  await say(post, ada, post.words)
  const token = await visitAs(context, db, ada)
  await page.goto('/my-comments')
  await expect(page.getByText(ada.email)).toBeVisible()
  await page.getByRole('button', { name: 'Leave' }).click()
  await expect(page.getByRole('button', { name: 'Send me a letter' })).toBeVisible()
  const answer = await fetch(`${site}/my-comments`, { headers: { cookie: `guest=${token}` } })
  expect(await answer.text()).not.toContain(ada.email)
})
