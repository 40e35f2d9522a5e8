import { randomBytes, randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { commentContacts, follows, guests, letterKeys, studioKeys } from '../db/schema'
import { addComment } from '../db/testing/comment-of'
import { runOn } from '../db/testing/create-database'
import { inside } from '../db/testing/inside'
import { takeNextNumber } from './conversation'
import { addKey, makePerson, openGuestForm } from './guests'
import { type OwnSite, openOwnSite } from './own-site'
import { openPlainForm, postPlainly } from './plain-form'
import { siteInUse } from './site-in-use'
import { addSession, hashOf, openStudioForm, sendForm, studioPassword } from './studio'
import { expect, test } from './test'

// On the console Chromium and React say that a page of the studio failed, which here it is meant to. One pattern: a list of
// two is taken for a value with its settings.
test.use({ allowedErrors: [/500 .*\/studio\/people|React error #441/] })
// One site for both, of which all is read that it ever said.
test.describe.configure({ mode: 'default' })

const origin = siteInUse().url
let own: OwnSite
test.beforeAll(async () => {
  own = await openOwnSite('logs', { TRUSTED_PROXIES: '1' })
})
test.afterAll(() => own.close())

/** Says nobody may connect, and ends every connection; or that everybody may again. */
async function allowConnections(isAllowed: boolean) {
  const name = new URL(own.postgresUrl).pathname.slice(1)
  const { postgresUrl } = siteInUse()
  await runOn(postgresUrl, `alter database "${name}" allow_connections ${isAllowed}`)
  if (isAllowed) return
  await runOn(postgresUrl, `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`)
}

/** Runs what asks for comments where there are none to be had, though the author is still known. */
async function withoutComments(work: () => Promise<void>) {
  await own.db.execute(sql`alter table comments rename to comments_away`)
  try {
    await work()
  } finally {
    await own.db.execute(sql`alter table comments_away rename to comments`)
  }
}

test('what is said of the work of a day holds nothing of anybody, and no answer tells of the inside', async ({
  post,
  page,
  context,
}) => {
  const canary = `canary${randomBytes(8).toString('hex')}`
  const secret = `${canary}${'x'.repeat(30)}`
  const headers = {
    origin,
    cookie: `writer=${secret}; guest=${secret}; studio=${secret}; studio-device=${secret}; other=${secret}`,
    'x-forwarded-for': '203.0.113.77',
    'user-agent': canary,
    referer: `${origin}/?${canary}`,
    authorization: `Bearer ${canary}`,
  }
  const typed = {
    body: `${canary} said this.`,
    name: canary,
    email: `${canary}@example.com`,
    website: `https://${canary}.example/`,
  }
  const url = `${own.url}${post.path}`
  const form = await openPlainForm(url)
  const signIn = await openStudioForm(`${own.url}/studio/sign-in`, 'Sign in')
  const expiresAt = new Date(Date.now() + 600_000)
  await own.db.insert(studioKeys).values({ kind: 'invitation', hash: hashOf(secret), expiresAt })
  const setPassword = await openStudioForm(`${own.url}/studio/set-password?token=${secret}`, 'Set password')
  const ask = await openGuestForm('/my-comments', 'Send me a letter', undefined, own.url)
  const letter = `${canary}${'x'.repeat(43 - canary.length)}`
  // Whoever has this letter may say that the address is theirs.
  const confirmToken = `${canary}c${'x'.repeat(42 - canary.length)}`
  await own.db.insert(guests).values({ key: canary, email: typed.email })
  await own.db
    .insert(letterKeys)
    .values({ hash: hashOf(confirmToken), purpose: 'confirm', guestKey: canary, expiresAt })
  const yes = await openStudioForm(`${own.url}/letters/confirm/${confirmToken}`, 'Yes, write to me')
  const follow = await openStudioForm(`${url}/follow`, 'Follow')
  const answers: [what: string, answer: Response][] = []
  const heard = async (what: string, asked: Promise<Response>) => {
    answers.push([what, await asked])
  }
  const broken = { origin, 'content-type': 'multipart/form-data; boundary=x' }

  async function workForADay(day: string) {
    const say = (what: string, asked: Promise<Response>) => heard(`${what}, ${day}`, asked)
    await say('a comment', postPlainly(form, { ...typed, body: `${typed.body} On ${day}.` }, headers))
    await say('a held comment', postPlainly(form, { ...typed, topic: canary }, headers))
    await say('a comment without a text', postPlainly(form, { ...typed, body: '' }, headers))
    await say('an answer to nothing', postPlainly(form, { ...typed, parent: canary }, headers))
    await say('the way to one’s own comments', sendForm(ask, { email: typed.email }, headers))
    await say('letters about a conversation', sendForm(follow, { email: typed.email }, headers))
    await say('a yes to letters', sendForm(yes, {}, headers))
    await say('a yes by a made-up letter', sendForm({ ...yes, hidden: [] }, { token: letter }, headers))
    const stop = `${own.url}/letters/stop/${letter}/now`
    const oneClick = { ...headers, 'content-type': 'application/x-www-form-urlencoded' }
    await say(
      'one click',
      fetch(stop, { method: 'POST', headers: oneClick, body: 'List-Unsubscribe=One-Click' }),
    )
    const website = JSON.stringify({ website: typed.website })
    await say('latest posts', fetch(`${own.url}/latest-posts`, { method: 'POST', headers, body: website }))
    await say('a wrong password', sendForm(signIn, { password: canary }, headers))
    await say('the password', sendForm(signIn, { password: studioPassword }, { origin }))
    const again = { password: studioPassword, again: studioPassword }
    await say('a new password', sendForm(setPassword, again, headers))
    const cut = `--x\r\nContent-Disposition: form-data; name="${canary}"\r\n\r\n${canary}`
    await say('half a request', fetch(url, { method: 'POST', headers: { ...headers, ...broken }, body: cut }))
    const id = /"id":"([0-9a-f]+)"/.exec(form.hidden.flat().join('\n'))?.[1] ?? ''
    const call = { ...headers, 'next-action': id }
    for (const body of [`["${canary}"`, `["$F${canary}"]`, `[{"status":"${canary}"},"${canary}"]`]) {
      await say(`an action called with ${body}`, fetch(url, { method: 'POST', headers: call, body }))
    }
    await say('a text as an action', fetch(url, { method: 'POST', headers: call, body: canary }))
    for (const path of [
      `${post.path}/mine`,
      `${post.path}/receipt`,
      `${post.path}/receipt/${canary}`,
      `${post.path}/comments/newest/1`,
      `${post.path}/c/${canary}`,
      `/studio?search=${canary}`,
      `/studio/set-password?token=${canary}`,
      `/studio/people/${canary}`,
      `/studio/people/${canary}/export`,
      ...['', `/comments/${randomUUID()}`, '/erase', '/export', `/${letter}`].map(
        (end) => `/my-comments${end}`,
      ),
      ...['confirm', 'stop', 'decide'].map((page) => `/letters/${page}/${letter}`),
      `/letters/confirm/${confirmToken}`,
      `/letters/stop/${letter}/now`,
      '/cron',
      '/latest-posts',
      `/${canary}`,
      `/%${canary}`,
      '/health',
    ]) {
      await say(path, fetch(own.url + path, { headers, redirect: 'manual' }))
    }
  }

  await workForADay('a day like any')
  await allowConnections(false)
  await workForADay('a day without a database')
  await allowConnections(true)
  const { token } = await addSession(own.db)
  await withoutComments(async () => {
    for (const path of [
      `/studio?search=${canary}`,
      '/studio/people',
      ...['', '/erase', '/export'].map((end) => `/studio/people/${canary}${end}`),
    ]) {
      const signedIn = { ...headers, cookie: `studio=${token}; other=${secret}` }
      const answer = await fetch(own.url + path, { headers: signedIn, redirect: 'manual' })
      expect(answer.status, path).toBe(500)
      answers.push([path, answer])
    }
    await context.addCookies([
      { name: 'studio', value: token, url: own.url, httpOnly: true, sameSite: 'Lax' },
    ])
    await page.goto(`${own.url}/studio/people`)
    const named = await page.getByText(/In the log it is \d+\.$/).textContent()
    const digest = /\d+/.exec(named ?? '')?.[0] ?? 'no digest'
    expect(own.blog.said(), 'a page that came apart has its name in the log').toContain(digest)
  })
  expect((await fetch(`${own.url}/health`)).status).toBe(200)

  await test.step('who is told of a fault is told its name in the log', async () => {
    for (const what of [
      'a comment',
      'letters about a conversation',
      'a yes to letters',
      'the password',
      'a new password',
      `${post.path}/receipt`,
      '/my-comments',
      '/my-comments/erase',
      ...['confirm', 'stop', 'decide'].map((page) => `/letters/${page}/${letter}`),
    ]) {
      const [, answer] = answers.find(([each]) => each === `${what}, a day without a database`) ?? []
      const told = `${answer?.headers.get('location')} ${await answer?.clone().text()}`
      const name = /(?:problem=|, name |In the log it is )([0-9a-f]{8})\b/.exec(told)?.[1]
      expect(own.blog.said(), what).toContain(`(${name})`)
    }
  })

  for (const [what, answer] of answers) expect(await answer.text(), what).not.toMatch(inside)
  const said = own.blog.said()
  expect(said, 'the outage was noticed').toMatch(/could not|not done|not be/)
  for (const word of [canary, token, studioPassword, '203.0.113.77']) expect(said).not.toContain(word)
  expect(said).not.toMatch(/[\w.+-]+@[\w-]+\.[a-z]{2,}/i)
  expect(said).not.toMatch(/[0-9a-f]{64}/)
})

test('what a letter asks for and the database does not do is told by its name in the log, and nothing else of the address', async ({
  page,
  post,
}) => {
  const expiresAt = new Date(Date.now() + 600_000)
  const [stop, decide, key, followId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  await own.db.insert(guests).values({ key, email: `${key}@example.com` })
  await own.db.insert(follows).values({ id: followId, guestKey: key, postId: post.slug })
  await own.db.insert(letterKeys).values({ hash: hashOf(stop), purpose: 'stop', followId, expiresAt })
  const stopPath = `${own.url}/letters/stop/${stop}`
  const main = page.getByRole('main')
  const problem = main.getByRole('alert')
  const nothingDone = 'That could not be done just now, so nothing was changed. Please try again in a minute.'

  await page.goto(stopPath)
  await allowConnections(false)
  await main.getByRole('button', { name: 'Stop all letters' }).click()
  await expect(main).toContainText('It cannot be looked up just now.')
  const unread = /, name ([0-9a-f]{8})\.$/.exec((await main.textContent()) ?? '')?.[1]
  expect(own.blog.said()).toMatch(
    new RegExp(`^The page of a letter could not be read: .* \\(${unread}\\)$`, 'm'),
  )
  await allowConnections(true)
  await page.reload()
  const fault = new URL(page.url()).searchParams.get('problem')
  await expect(problem).toHaveText(`${nothingDone} If you write to me about it, name ${fault}.`)
  expect(own.blog.said()).toMatch(new RegExp(`^Letters were not stopped: .* \\(${fault}\\)$`, 'm'))
  for (const made of ['1', 'my%20own%20words', `${fault}0`]) {
    await page.goto(`${stopPath}?problem=${made}`)
    await expect(problem).toHaveText(nothingDone)
  }

  const commentId = await addComment(own.db, { postId: post.slug, status: 'held' })
  await takeNextNumber(own.db, post)
  await own.db.insert(letterKeys).values({ hash: hashOf(decide), purpose: 'decide', commentId, expiresAt })
  await page.goto(`${own.url}/letters/decide/${decide}`)
  await main.getByRole('button', { name: 'Approve' }).click()
  await expect(problem).toContainText(nothingDone)
  const name = /In the log it is ([0-9a-f]{8})\.$/.exec((await problem.textContent()) ?? '')?.[1]
  expect(own.blog.said()).toContain(`were left as they are: 23505 comments_post_number (${name})`)
})

test('whoever is erased is in no line of what was said meanwhile, of erasing them either', async ({
  post,
}) => {
  const wren = makePerson(`Wren${randomBytes(4).toString('hex')}`)
  const [address, browser, from] = ['203.0.113.78', `Wrenfox/${randomUUID()}`, `from=${randomUUID()}`]
  const url = `${own.url}${post.path}`
  const headers = {
    origin,
    'x-forwarded-for': address,
    'user-agent': browser,
    referer: `${origin}/?${from}`,
  }
  const form = await openPlainForm(url)
  const bodies = [`Said ${randomUUID()}`, `Held ${randomUUID()}`]
  const wishes = { letters: 'on', addLatest: 'on' }
  expect((await postPlainly(form, { ...wren, ...wishes, body: bodies[0] ?? '' }, headers)).status).toBe(303)
  const trapped = { ...wren, body: bodies[1] ?? '', topic: 'a trap' }
  expect((await postPlainly(form, trapped, headers)).status).toBe(303)
  const ask = await openGuestForm('/my-comments', 'Send me a letter', undefined, own.url)
  await sendForm(ask, { email: wren.email }, headers)
  const [letter, visit] = [await addKey(own.db, wren, 'own'), await addKey(own.db, wren, 'visit')]
  const asWren = { ...headers, cookie: `guest=${visit}` }
  const hashes = await own.db
    .select({
      email: commentContacts.emailHash,
      address: commentContacts.addressHash,
      writer: commentContacts.writerHash,
    })
    .from(commentContacts)
    .where(eq(commentContacts.email, wren.email))
  expect(hashes).toHaveLength(2)
  const read = async () => {
    for (const path of [`/${letter}`, '', '/export', '/erase'])
      await fetch(`${own.url}/my-comments${path}`, { headers: asWren })
  }
  await read()
  const erase = await openGuestForm('/my-comments/erase', 'Erase me', visit, own.url)
  const eraseMe = () => sendForm(erase, { text: 'removed' }, asWren)
  await withoutComments(async () => {
    await read()
    expect((await eraseMe()).status, 'half done').toBe(200)
  })
  await allowConnections(false)
  await read()
  expect((await eraseMe()).status, 'not done').toBe(200)
  await allowConnections(true)
  const erased = await eraseMe()
  expect(erased.headers.get('location')).toContain('erased=1')
  await read()

  const known = [
    ...Object.values(wren),
    ...bodies,
    address,
    browser,
    from,
    letter,
    visit,
    hashOf(letter),
    hashOf(visit),
    ...new Set(hashes.flatMap((each) => Object.values(each))),
  ].filter((each) => each !== null)
  const said = own.blog.said()
  expect(said.match(/What a guest asked for was not done/g)).toHaveLength(2)
  expect(known.filter((each) => said.includes(each))).toEqual([])
  console.info(
    `T26: ${known.length} of ${known.length} things known of somebody erased are in no line of the log`,
  )
})
