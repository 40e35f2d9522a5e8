import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { follows, guests, letterKeys } from '../db/schema'
import { addComment } from '../db/testing/comment-of'
import { listRows } from './conversation'
import { listForgeries } from './forgeries'
import { addKey, keyOf, lettersTo, makePerson, openGuestForm, say, sendAs } from './guests'
import { siteInUse } from './site-in-use'
import { expect, test } from './test'

const { url: site } = siteInUse()

test('another guest’s comments are neither shown, changed nor taken away', async ({ db, post }) => {
  const [wren, mallory] = [makePerson(), makePerson('Mallory')]
  await say(post, wren, post.words)
  await say(post, mallory, 'I was here as well.')
  const [hers, his] = await listRows(db, post)
  await addKey(db, wren, 'visit')
  const token = await addKey(db, mallory, 'visit')
  const strange = await fetch(`${site}/my-comments/comments/${hers?.id}`, {
    headers: { cookie: `guest=${token}` },
  })
  expect(strange.status).toBe(404)
  const path = `/my-comments/comments/${his?.id}`
  for (const [button, typed] of [
    ['Save', { body: 'Taken over.' }],
    ['Delete it', {}],
  ] as const) {
    const { url, hidden } = await openGuestForm(path, button, token)
    const form = { url, hidden: hidden.filter(([name]) => name !== 'id') }
    await sendAs(form, { id: hers?.id ?? '', ...typed }, token)
  }
  // The author may have typed the same address.
  const author = { email: mallory.email, emailHash: await keyOf(db, mallory), byAuthor: true }
  await addComment(db, { ...author, postId: 'by-the-author', body: `The author on ${post.title}.` })
  const exported = await (
    await fetch(`${site}/my-comments/export`, { headers: { cookie: `guest=${token}` } })
  ).text()
  expect(JSON.parse(exported)).toMatchObject({
    guest: { email: mallory.email },
    comments: [{ id: his?.id, contact: { email: mallory.email } }],
  })
  for (const word of [post.words, wren.email, await keyOf(db, wren), 'The author on'])
    expect(exported, word).not.toContain(word)
  const [hersFollow, hisFollow] = [randomUUID(), randomUUID()]
  await db.insert(follows).values([
    { id: hersFollow, guestKey: await keyOf(db, wren), postId: post.slug },
    { id: hisFollow, guestKey: await keyOf(db, mallory), postId: post.slug },
  ])
  const stop = await openGuestForm('/my-comments', 'Stop all letters', token)
  await sendAs(stop, { follow: hersFollow }, token)
  const [left] = await db.select().from(follows).where(eq(follows.id, hersFollow))
  expect(left?.stoppedAt).toBeNull()
  const list = await (await fetch(`${site}/my-comments`, { headers: { cookie: `guest=${token}` } })).text()
  expect(list).toContain('I was here as well.')
  for (const word of [post.words, wren.email]) expect(list).not.toContain(word)
  expect(await listRows(db, post)).toMatchObject([
    { id: hers?.id, body: post.words, status: 'published', editedAt: null },
    { id: his?.id, body: 'I was here as well.', status: 'published' },
  ])
})

for (const [kind, headers] of Object.entries(listForgeries(site))) {
  test(`a request ${kind} does nothing with a guest’s comments`, async ({ db, post }) => {
    const wren = makePerson()
    await say(post, wren, post.words)
    const letter = await addKey(db, wren, 'own')
    const token = await addKey(db, wren, 'visit')
    const key = await keyOf(db, wren)
    await db.insert(follows).values({ id: randomUUID(), guestKey: key, postId: post.slug })
    const [row] = await listRows(db, post)
    const path = `/my-comments/comments/${row?.id}`
    await addKey(db, wren, 'feed')
    const forms = [
      [await openGuestForm('/my-comments', 'Leave', token), {}],
      [await openGuestForm('/my-comments', 'Make another address', token), {}],
      [await openGuestForm('/my-comments', 'End the feed', token), {}],
      [await openGuestForm('/my-comments', 'Stop all letters', token), { follow: 'all' }],
      [await openGuestForm('/my-comments', 'Name me there', token), { listed: 'yes' }],
      [await openGuestForm(path, 'Save', token), { body: 'Forged.' }],
      [await openGuestForm(path, 'Delete it', token), {}],
      [await openGuestForm('/my-comments/erase', 'Erase me', token), { text: 'removed' }],
      [await openGuestForm(`/my-comments/${letter}`, 'Show my comments'), {}],
      [await openGuestForm('/my-comments', 'Send me a letter'), { email: wren.email }],
    ] as const
    const rows = async () => [
      await db.select().from(guests).where(eq(guests.key, key)),
      await db.select().from(letterKeys).where(eq(letterKeys.guestKey, key)),
      await db.select().from(follows).where(eq(follows.guestKey, key)),
      await listRows(db, post),
    ]
    const before = await rows()
    for (const [form, typed] of forms) {
      const answer = await sendAs(form, typed, token, headers)
      expect(answer.headers.get('set-cookie')).toBeNull()
    }
    expect(await rows()).toEqual(before)
    expect(await lettersTo(wren)).toEqual([])
  })
}
