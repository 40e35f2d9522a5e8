import { randomBytes, randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import {
  commentContacts,
  comments,
  decisions,
  letterKeys,
  rateLimits,
  settings,
  studioKeys,
} from '../db/schema'
import { everyRow } from '../db/testing/every-row'
import { readActions } from '../db/testing/standing-build'
import { listRows, writeRows } from './conversation'
import { fixtureSlug } from './fixture-posts'
import { listForgeries } from './forgeries'
import { type OwnSite, openOwnSite } from './own-site'
import { siteInUse } from './site-in-use'
import { addSession, cookieOf, hashOf, openStudioForm, sendForm, studioPassword } from './studio'
import { expect, test } from './test'

// One file, as a site of its own takes long to open, and all of this needs one that nobody else writes to.
test.describe.configure({ mode: 'default' })

// What a request may write is every row of every table, so nobody else may write meanwhile.
let own: OwnSite
test.beforeAll(async () => {
  own = await openOwnSite('forged', { TRUSTED_PROXIES: '1' })
})
test.afterAll(() => own.close())

const origin = siteInUse().url
const slug = fixtureSlug(1)
const person = 'somebody who can be known again'

/** The actions of the studio that the build answers to: id by name. */
function listActions(): Map<string, string> {
  const ofStudio = readActions().filter(({ file }) => file.startsWith('app/studio/'))
  return new Map(ofStudio.map(({ name, id }) => [name, id]))
}

/** What an action is to be called with so that it changes something: the fields of its form, on its page. */
type Call = { path: string; fields: Record<string, string>; isFormAlone?: true }

/** Rows for every action to change, and the calls that would. */
async function prepare(): Promise<Record<string, Call>> {
  const { db } = own
  await db.delete(decisions)
  await db.delete(comments)
  await db.execute(sql`delete from conversations`)
  await writeRows(db, { slug, title: 'Fixture 1' }, [{}, {}])
  const stored = await db.select({ id: comments.id }).from(comments)
  const [first = { id: '' }, second = { id: '' }] = stored
  await db.insert(commentContacts).values(stored.map(({ id }) => ({ commentId: id, emailHash: person })))
  const never = { publishedAt: null, editedAt: null, removedAt: null }
  const before = { ...never, status: 'held' as const, reasons: [], body: 'Before.' }
  const [note] = await db
    .insert(decisions)
    .values({ commentId: second.id, verb: 'edit', by: 'author', before })
    .returning({ id: decisions.id })
  const invitation = randomBytes(32).toString('base64url')
  const expiresAt = new Date(Date.now() + 600_000)
  await db.delete(studioKeys).where(sql`kind = 'invitation'`)
  await db.insert(studioKeys).values({ kind: 'invitation', hash: hashOf(invitation), expiresAt })
  const another = await addSession(own.db)
  const done = { verb: 'edit', ids: [second.id], notes: [note?.id], reply: null, trust: null }
  const password = studioPassword
  return {
    act: { path: '/studio', fields: { verb: 'remove', id: first.id, inPlace: '1' } },
    undo: { path: '/studio', fields: { done: JSON.stringify(done), inPlace: '1' } },
    decideStanding: { path: `/studio/people/${person}`, fields: { key: person, standing: 'blocked' } },
    erase: { path: `/studio/people/${person}/erase`, fields: { key: person, text: 'removed' } },
    keepRules: {
      path: '/studio/rules',
      fields: { links: '3', floodCount: '5', floodMinutes: '1', quickest: '3', holdWords: '', spamWords: '' },
    },
    keepPause: { path: '/studio/rules', fields: { pause: 'on' } },
    signOut: { path: '/studio/sessions', fields: {}, isFormAlone: true },
    signOutBrowser: { path: '/studio/sessions', fields: { id: another.id }, isFormAlone: true },
    signOutEverywhere: { path: '/studio/sessions', fields: {}, isFormAlone: true },
    signIn: { path: '/studio/sign-in', fields: { password } },
    setPassword: {
      path: '/studio/set-password',
      fields: { token: invitation, password, again: password },
    },
  }
}

/** Calls an action as a script does: React's own encoding of its arguments. */
function send(name: string, { path, fields, isFormAlone }: Call, headers: Record<string, string>) {
  const body = new FormData()
  for (const [field, value] of Object.entries(fields)) body.append(`_1_${field}`, value)
  body.append('0', isFormAlone ? '["$K1"]' : '[null,"$K1"]')
  const id = listActions().get(name) ?? ''
  return fetch(own.url + path, {
    method: 'POST',
    body,
    headers: { ...headers, 'next-action': id },
    redirect: 'manual',
  })
}

test('every action of the studio is known here, and does something when the author asks', async () => {
  const actions = [...listActions().keys()].sort()
  expect(actions).toEqual(Object.keys(await prepare()).sort())
  for (const name of actions) {
    const { [name]: call } = await prepare()
    const { token } = await addSession(own.db)
    // A session that acts is known to be in use, whatever comes of it.
    const { studio_sessions: sessions, ...before } = await everyRow(own.db)
    const answer = await send(name, call ?? { path: '', fields: {} }, { origin, ...cookieOf(token) })
    expect(answer.status, name).toBeLessThan(400)
    const { studio_sessions: sessionsAfter, ...after } = await everyRow(own.db)
    const signs = name.startsWith('sign')
    expect([name, signs ? sessionsAfter : after]).not.toEqual([name, signs ? sessions : before])
  }
})

for (const [kind, headers] of Object.entries(listForgeries(origin))) {
  test(`no action of the studio takes a request ${kind}, and none writes anything`, async () => {
    const calls = await prepare()
    const { token } = await addSession(own.db)
    const before = await everyRow(own.db)
    for (const [name, call] of Object.entries(calls)) {
      const answer = await send(name, call, { ...headers, ...cookieOf(token) })
      expect([name, answer.status, answer.headers.get('set-cookie')]).toEqual([name, 403, null])
      // `proxy.ts` does not stand before readers' pages, and an action can be called by way of any.
      for (const path of ['/', `/posts/${slug}`]) {
        const around = await send(name, { ...call, path }, { ...headers, ...cookieOf(token) })
        expect(around.headers.get('set-cookie'), name).toBeNull()
      }
    }
    expect(await everyRow(own.db)).toEqual(before)
    const tried = Object.keys(calls).length
    console.info(`T7: ${tried} of ${tried} actions refuse a request ${kind}, 0 rows written`)
  })
}

test('a stranger’s request from a page of ours leads to the sign-in, and writes nothing', async () => {
  const { signIn: _, setPassword: __, ...calls } = await prepare()
  const before = await everyRow(own.db)
  for (const [name, call] of Object.entries(calls)) {
    for (const path of [call.path, '/', `/posts/${slug}`]) {
      for (const token of [undefined, 'made up']) {
        const answer = await send(name, { ...call, path }, { origin, ...cookieOf(token) })
        const led = answer.headers.get('x-action-redirect') ?? answer.headers.get('location')
        expect([name, led]).toEqual([name, expect.stringContaining('/studio/sign-in')])
      }
    }
  }
  expect(await everyRow(own.db)).toEqual(before)
})

test('who has neither the password nor the one-time address is let in by no action', async () => {
  const { signIn, setPassword } = await prepare()
  const { rate_limits: _, ...before } = await everyRow(own.db)
  if (!signIn || !setPassword) throw new Error('There is no way in.')
  for (const password of ['guessed', '']) {
    expect(
      (await send('signIn', { ...signIn, fields: { password } }, { origin })).headers.get('set-cookie'),
    ).toBeNull()
  }
  const fields = { ...setPassword.fields, token: 'guessed' }
  expect(
    (await send('setPassword', { ...setPassword, fields }, { origin })).headers.get('set-cookie'),
  ).toBeNull()
  // Guesses are counted, and nothing else of them is kept.
  const { rate_limits: __, ...after } = await everyRow(own.db)
  expect(after).toEqual(before)
})

test('of one network five guesses are looked at, whatever it claims, and those of another are, too', async () => {
  await own.db.delete(rateLimits)
  const form = await openStudioForm(`${own.url}/studio/sign-in`, 'Sign in')
  const guess = async (from: string) => {
    const answer = await sendForm(form, { password: 'guessed' }, { origin, 'x-forwarded-for': from })
    const text = await answer.text()
    return text.includes('>That is not the password<')
      ? 'wrong'
      : text.includes('Too many')
        ? 'refused'
        : 'other'
  }
  const many = []
  for (let number = 1; number <= 8; number++) many.push(await guess(`203.0.113.${number}, 198.51.100.7`))
  expect(many).toEqual([...Array(5).fill('wrong'), ...Array(3).fill('refused')])
  expect(await guess('198.51.100.8')).toBe('wrong')
  await own.db.delete(rateLimits)
})

test('what no form of the studio has changes nothing of what is stored', async () => {
  const post = { slug, path: '', title: '', words: '' }
  const { token } = await addSession(own.db)
  const author = { origin, ...cookieOf(token) }
  const forged = {
    status: 'removed',
    number: '99',
    postId: 'elsewhere',
    post_id: 'elsewhere',
    parentId: randomUUID(),
    rootId: randomUUID(),
    reasons: 'trusted',
    name: 'Forged',
    email: 'forged@example.com',
    website: 'https://forged.example/',
    swatch: 'ffffffffffffffff',
    byAuthor: 'false',
    forAuthor: 'true',
    source: 'import',
    sourceId: '1',
    key: randomUUID(),
    createdAt: '1999-12-31T00:00:00Z',
    publishedAt: '1999-12-31T00:00:00Z',
    removedAt: '1999-12-31T00:00:00Z',
    emailHash: 'f'.repeat(64),
  }
  const { act, keepRules } = await prepare()
  if (!act || !keepRules) throw new Error('There is no form.')
  const id = act.fields.id ?? ''
  const say = (fields: Record<string, string>) =>
    send('act', { ...act, fields: { id, inPlace: '1', ...fields } }, author)
  // They were written at once, and an edit moves a row.
  const rows = async () => (await listRows(own.db, post)).sort((a, b) => (a.number ?? 0) - (b.number ?? 0))
  const before = await rows()

  // What no reader may type is taken off what the author types, too.
  await say({ verb: 'edit', body: 'Edited\u0000\u0007\u001b[2J.\r\nTwice.', ...forged })
  const edited = { body: 'Edited[2J.\nTwice.', editedAt: expect.any(Date) }
  expect(await rows()).toEqual(before.map((row) => (row.id === id ? { ...row, ...edited } : row)))

  await say({ verb: 'reply', reply: 'Plain.' })
  await say({ verb: 'reply', reply: 'Forged\u0007.', ...forged })
  const [plain, other] = (await rows()).slice(before.length)
  const same = { id: '', body: '', number: 0, createdAt: null, publishedAt: null }
  expect({ ...other, ...same }).toEqual({ ...plain, ...same })
  expect(other).toMatchObject({ body: 'Forged.', number: 4, parentId: id, byAuthor: true })
  expect(await own.db.$count(commentContacts, sql`email is not null`)).toBe(0)

  await send('keepRules', keepRules, author)
  const [rules] = await own.db.select({ value: settings.value }).from(settings).where(sql`name = 'rules'`)
  await send('keepRules', { ...keepRules, fields: { ...keepRules.fields, ...forged } }, author)
  const [after] = await own.db.select({ value: settings.value }).from(settings).where(sql`name = 'rules'`)
  expect(rules).toBeDefined()
  expect(after).toEqual(rules)
})

/** Every address there is a page or a route for, with what is there for each part that varies. */
function listRoutes(parts: Record<string, string>): string[] {
  const fill = (part: string) => {
    const value = parts[part]
    if (value === undefined) throw new Error(`What stands in the place of [${part}]?`)
    return value
  }
  return readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?:^|\/)(?:page|route)\.tsx?$/.test(file))
    .map(
      (file) =>
        `/${file
          .replace(/\/?(?:page|route)\.tsx?$/, '')
          .replace(/\([^)]*\)\/?/g, '')
          .replace(/\[(?:\.\.\.)?([^\]]*)\]/g, (_, part: string) => fill(part))}`,
    )
}

test('two hundred visits, on every route there is, change nothing', async () => {
  const calls = await prepare()
  const { token } = await addSession(own.db)
  const [comment] = await listRows(own.db, { slug, path: '', title: '', words: '' })
  const secret = randomBytes(32).toString('base64url')
  await own.db.update(commentContacts).set({ writerHash: hashOf(secret) })
  const letterToken = randomBytes(32).toString('base64url')
  const commentId = comment?.id ?? ''
  const expiresAt = new Date(Date.now() + 3_600_000)
  await own.db
    .insert(letterKeys)
    .values({ hash: hashOf(letterToken), purpose: 'decide', commentId, expiresAt })
  const routes = [
    ...listRoutes({
      slug,
      number: '1',
      n: '1',
      id: commentId,
      // What opens the other addresses of letters has tests beside them.
      token: letterToken,
      key: encodeURIComponent(person),
      page: 'about',
      path: 'home.png',
      tag: 'failure',
      name: 'a-jumper-backwards',
      rest: 'nothing-here',
    }),
    '/sitemap.xml',
    '/robots.txt',
  ]
  const before = await everyRow(own.db)
  const forms = Object.values(calls).map(({ fields }) => String(new URLSearchParams(fields)))
  for (let visit = 0; visit < 200 || visit < routes.length * 3; visit++) {
    const path = routes[visit % routes.length] ?? ''
    const round = Math.floor(visit / routes.length)
    // Once as it is, once as a payload, and then with all that a form would send.
    const query = round > 1 ? `?${forms[visit % forms.length]}` : ''
    const answer = await fetch(own.url + path + query, {
      headers: { cookie: `studio=${token}; writer=${secret}`, ...(round === 1 ? { rsc: '1' } : {}) },
      redirect: 'manual',
    })
    expect(answer.status, path).toBeLessThan(500)
    await answer.text()
  }
  expect(await everyRow(own.db)).toEqual(before)
})
