import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { eq } from 'drizzle-orm'
import { follows, guests, letterKeys } from '../db/schema'
import { everyRow } from '../db/testing/every-row'
import { listRows } from './conversation'
import { findViolations } from './find-violations'
import { listForgeries } from './forgeries'
import {
  addKey,
  keyOf,
  lettersTo,
  makePerson,
  openGuestForm,
  type Person,
  say,
  sendAs,
  visitAs,
} from './guests'
import { age } from './own-comments'
import { siteInUse } from './site-in-use'
import { expect, test } from './test'
import { narrow, wide } from './widths'

const { url: site } = siteInUse()

const told = 'If there are comments under that address, a letter is on its way.'

/** The link of the one letter that somebody got. */
async function linkFor(person: Person): Promise<string> {
  await expect.poll(async () => (await lettersTo(person)).length).toBe(1)
  const [letter] = await lettersTo(person)
  const link = /http\S+\/my-comments\/[\w-]{43}/.exec(letter?.text ?? '')?.[0]
  if (!link) throw new Error(`The letter holds no link: ${letter?.text}`)
  expect(letter?.html).toContain(link)
  return link
}

for (const [how, use] of Object.entries({
  'by hand and at 1280 px': { javaScriptEnabled: true, viewport: wide },
  'without JavaScript and at 360 px': { javaScriptEnabled: false, viewport: narrow },
})) {
  test.describe(how, () => {
    test.use(use)

    test(`a guest finds, edits, deletes and takes along what they wrote, and is forgotten, ${how}`, async ({
      page,
      anotherReader,
      context,
      db,
      post,
    }) => {
      test.setTimeout(120_000)
      const wren = makePerson()
      for (const words of ['The first of it.', 'A second thing.', 'The third.', 'One more, the fourth.'])
        await say(post, wren, `${post.words} ${words}`)
      await say(post, wren, `${post.words} That waits.`, { topic: 'Cheap shoes' })

      await page.goto('/my-comments')
      await page.getByLabel('Email').fill('wren at')
      await page.getByRole('button', { name: 'Send me a letter' }).click()
      const field = page.getByLabel('Email')
      await expect(field).toHaveAccessibleDescription(/^Enter an email like name@example.com/)
      await expect(field).toHaveValue('wren at')
      await field.fill(wren.email.toUpperCase())
      await page.getByRole('button', { name: 'Send me a letter' }).click()
      await expect(page.getByText(told)).toBeVisible()

      await page.goto(await linkFor(wren))
      await page.getByRole('button', { name: 'Show my comments' }).click()
      await expect(page).toHaveURL(`${site}/my-comments`)
      const written = page.getByRole('region', { name: 'What you wrote' })
      const mine = written.getByRole('article')
      await expect(mine).toHaveCount(5)
      await expect(mine.last()).toContainText('The first of it.')
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0)

      await mine
        .last()
        .getByRole('link', { name: /^Edit or delete/ })
        .click()
      await page.getByLabel('Edit your comment').fill('')
      await page.getByRole('button', { name: 'Save' }).click()
      await expect(page.getByLabel('Edit your comment')).toHaveAccessibleDescription(/Write a comment/)
      await page.getByLabel('Edit your comment').fill('Said *better*.')
      await page.getByRole('button', { name: 'Save' }).click()
      await expect(mine.last()).toContainText('Said better.')
      await anotherReader.goto(post.path)
      await expect(anotherReader.getByText('Said better.')).toBeVisible()

      await age(db, post, 3600)
      await page.reload()
      const second = mine.filter({ hasText: 'A second thing.' })
      await second.getByRole('link', { name: /^Delete/ }).click()
      await expect(page.getByText('The fifteen minutes in which you could change it are over.')).toBeVisible()
      await page.getByRole('button', { name: 'Delete it' }).click()
      await expect(mine).toHaveCount(4)
      await expect(second).toHaveCount(0)
      await anotherReader.reload()
      await expect(anotherReader.getByText('A second thing.')).toHaveCount(0)

      const download = page.waitForEvent('download')
      await page.getByRole('link', { name: 'Take it with you' }).click()
      const exported: unknown = JSON.parse(await readFile(await (await download).path(), 'utf8'))
      expect(exported).toMatchObject({ guest: { email: wren.email } })
      expect(JSON.stringify(exported)).toContain('Said *better*.')

      const key = await keyOf(db, wren)
      const [kept, other] = [randomUUID(), randomUUID()]
      await db.insert(follows).values([
        { id: kept, guestKey: key, postId: post.slug },
        { id: other, guestKey: key, postId: 'a-post-that-went' },
      ])
      await page.reload()
      const letters = page.getByRole('region', { name: 'Letters' })
      await letters.getByRole('button', { name: `Stop these letters about ${post.title}` }).click()
      await expect(letters.getByRole('button', { name: /^Stop these/ })).toHaveCount(1)
      await letters.getByRole('button', { name: 'Stop all letters' }).click()
      await expect(letters).toContainText('You stopped all letters.')
      const stopped = await db.select().from(follows).where(eq(follows.guestKey, key))
      expect(stopped.map(({ stoppedAt }) => stoppedAt !== null)).toEqual([true, true])

      const regulars = page.getByRole('region', { name: 'The regulars' })
      await regulars.getByRole('button', { name: 'Name me there' }).click()
      await expect(regulars).toContainText('You are named among the regulars.')
      const named = anotherReader.getByRole('main').locator(`a[href="${wren.website}"]`)
      await expect(async () => {
        await anotherReader.goto('/regulars')
        await expect(named).toHaveText('Wren', { timeout: 500 })
      }).toPass({ timeout: 10_000 })
      await expect(named).toHaveAttribute('rel', 'ugc nofollow noopener')
      const opml = async () => (await anotherReader.request.get('/blogroll.opml')).text()
      expect(await opml()).toContain(`htmlUrl="${wren.website}"`)
      await regulars.getByRole('button', { name: 'Take me off' }).click()
      await expect(regulars).toContainText('You are not named')
      await anotherReader.reload()
      await expect(named).toHaveCount(0)
      expect(await opml()).not.toContain(wren.website)
      await regulars.getByRole('button', { name: 'Name me there' }).click()
      await expect(regulars).toContainText('You are named among the regulars.')

      await page.getByRole('link', { name: 'Erase me' }).click()
      await expect(page.getByRole('heading', { name: 'Erase me' })).toBeVisible()
      await page.getByLabel('Take my words away.').check()
      await page.getByRole('button', { name: 'Erase me' }).click()
      await expect(page.getByText('You are forgotten here')).toBeVisible()
      expect((await context.cookies()).filter(({ name }) => name === 'guest')).toEqual([])
      await expect(page.getByRole('button', { name: 'Send me a letter' })).toBeVisible()

      const rows = JSON.stringify(await everyRow(db))
      const mark = wren.email.slice('wren-'.length, wren.email.indexOf('@'))
      for (const word of [mark, key, post.words]) expect(rows, word).not.toContain(word)
      for (const path of [
        post.path,
        '/',
        '/comments.xml',
        `${post.path}/comments.xml`,
        '/regulars',
        '/blogroll.opml',
      ]) {
        const answer = await (await anotherReader.request.get(path)).text()
        for (const word of [mark, key, post.words]) expect(answer, `${word} at ${path}`).not.toContain(word)
      }
      expect((await page.request.get(`${site}/my-comments/export`, { maxRedirects: 0 })).status()).toBe(303)
    })
  })
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('an edit that comes too late, or after its comment, is given back with the reason', async ({
    page,
    context,
    db,
    post,
  }) => {
    const wren = makePerson()
    for (const words of ['The first.', 'The second.']) await say(post, wren, `${post.words} ${words}`)
    await visitAs(context, db, wren)
    const [first, second] = await listRows(db, post)
    const trouble = page.getByRole('main').getByRole('alert')
    const kept = page.getByLabel('What you wrote is still here, to keep')

    await page.goto(`/my-comments/comments/${first?.id}`)
    await page.getByLabel('Edit your comment').fill('Said better.')
    const other = await context.newPage()
    await other.goto(`/my-comments/comments/${first?.id}`)
    await other.getByRole('button', { name: 'Delete it' }).click()
    await expect(other).toHaveURL(`${site}/my-comments`)
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(trouble).toHaveText('This comment was removed meanwhile.')
    await expect(kept).toHaveValue('Said better.')
    await expect(page.getByText(post.words)).toHaveCount(0)

    await page.goto(`/my-comments/comments/${second?.id}`)
    await page.getByLabel('Edit your comment').fill('Said much better.')
    await age(db, post, 3600)
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(trouble).toHaveText(/^The fifteen minutes in which you could change it are over/)
    await expect(kept).toHaveValue('Said much better.')
    expect((await listRows(db, post)).map(({ editedAt }) => editedAt)).toEqual([null, null])
  })

  test('an edit that outlasts its visit is given back, and tells a stranger nothing', async ({
    page,
    context,
    db,
    post,
  }) => {
    const wren = makePerson()
    await say(post, wren, post.words)
    await visitAs(context, db, wren)
    const [row] = await listRows(db, post)
    const path = `/my-comments/comments/${row?.id}`
    await page.goto(path)
    await page.getByLabel('Edit your comment').fill('Said better.')
    await db.delete(letterKeys).where(eq(letterKeys.guestKey, await keyOf(db, wren)))
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByRole('main').getByRole('alert')).toContainText('your visit is over')
    await expect(page.getByLabel('What you wrote is still here, to keep')).toHaveValue('Said better.')
    await expect(page.getByRole('link', { name: /^Ask for another letter/ })).toHaveAttribute(
      'href',
      '/my-comments',
    )
    for (const word of [post.words, post.title, wren.email])
      await expect(page.getByRole('main')).not.toContainText(word)
    expect(await listRows(db, post)).toMatchObject([{ body: post.words, editedAt: null }])

    await page.goto(path)
    await expect(page.getByRole('button', { name: 'Send me a letter' })).toBeVisible()
  })
})

test('whoever keeps their words loses their name alone', async ({
  page,
  context,
  anotherReader,
  db,
  post,
}) => {
  const ode = makePerson('Ode')
  await say(post, ode, post.words)
  await visitAs(context, db, ode)
  await page.goto('/my-comments/erase')
  await page.getByLabel('Keep my words, without my name.').check()
  await page.getByRole('button', { name: 'Erase me' }).click()
  await expect(page.getByText('You are forgotten here')).toBeVisible()
  await anotherReader.goto(post.path)
  await expect(anotherReader.getByRole('article', { name: 'Comment 1 by Someone' })).toContainText(post.words)
})

test('every address is answered alike, and a hundred who ask for one have one letter written', async ({
  db,
  post,
}) => {
  test.setTimeout(120_000)
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
    const forms = [
      [await openGuestForm('/my-comments', 'Leave', token), {}],
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

test('axe finds nothing on a guest’s pages, in any look', async ({ page, context, db, post }) => {
  test.setTimeout(300_000)
  const wren = makePerson()
  for (const words of ['One.', 'Two.', 'Three.']) await say(post, wren, `${post.words} ${words}`)
  const letter = await addKey(db, wren, 'own')
  const key = await keyOf(db, wren)
  await db.insert(follows).values({ id: randomUUID(), guestKey: key, postId: post.slug })
  const found = []
  for (const path of ['', '?asked=1', `/${letter}`]) {
    await page.goto(`/my-comments${path}`)
    found.push(...(await findViolations(page, path)))
  }
  await visitAs(context, db, wren)
  const [row] = await listRows(db, post)
  for (const path of ['', `/comments/${row?.id}`, '/erase']) {
    await page.goto(`/my-comments${path}`)
    found.push(...(await findViolations(page, `as a guest ${path}`)))
  }
  expect(found).toEqual([])
})
