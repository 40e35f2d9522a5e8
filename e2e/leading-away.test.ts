import { randomBytes, randomUUID } from 'node:crypto'
import { follows, guests, letterKeys } from '../db/schema'
import { everyRow } from '../db/testing/every-row'
import { writeRows } from './conversation'
import { fixtureSlug } from './fixture-posts'
import { type OwnSite, openOwnSite } from './own-site'
import { siteInUse } from './site-in-use'
import { addSession, cookieOf, hashOf, openStudioForm, sendForm } from './studio'
import { expect, test } from './test'

// A site of its own, and one for all tests: that nothing was written is asked of the whole database.
test.describe.configure({ mode: 'default' })
let own: OwnSite
test.beforeAll(async () => {
  own = await openOwnSite('leading-away')
})
test.afterAll(() => own.close())

/** Ways to say another site, one of each kind that ever passed for an own path somewhere. */
const payloads = [
  '//evil.example',
  '///evil.example',
  'https://evil.example',
  'https:evil.example',
  '\\\\evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '..//evil.example',
  '/studio/..//evil.example',
  '@evil.example',
  'https://localhost@evil.example/studio',
  '\r\nLocation: //evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  '..',
  '%2f%2fevil.example',
  '%5c%5cevil.example',
  '/%09/evil.example',
]

/** Every address that takes something out of itself to lead somebody on. */
const doors = [
  '/letters/confirm/X',
  '/letters/stop/X',
  '/letters/stop/X/now',
  '/letters/decide/X?verb=publish',
  '/letters/decide/made-up?verb=X',
  '/my-comments/X',
  '/my-comments/feed/X',
  '/studio/sign-in?next=X',
  '/studio?done=X',
  '/studio?comment=X',
  '/search?q=X',
]

test('no address leads to another site, whatever is put into it, and none writes anything', async () => {
  const { token } = await addSession(own.db)
  const before = await everyRow(own.db)
  let held = 0
  let tries = 0
  for (const door of doors) {
    for (const payload of payloads) {
      for (const method of ['GET', 'POST']) {
        const href = own.url + door.replace('X', encodeURIComponent(payload))
        const answer = await fetch(href, {
          method,
          redirect: 'manual',
          headers: { origin: siteInUse().url, ...cookieOf(token) },
        })
        tries += 1
        const location = new URL(answer.headers.get('location') ?? '/', href)
        expect(location.origin, `${method} ${href}`).toBe(own.url)
        // Next says beside a redirect once more where it leads.
        const [, refreshed = '/'] = /url=(.*)$/i.exec(answer.headers.get('refresh') ?? '') ?? []
        expect(new URL(refreshed, href).origin, `${method} ${href}`).toBe(own.url)
        expect(answer.status, `${method} ${href}`).toBeLessThan(500)
        held += 1
      }
    }
  }
  expect(await everyRow(own.db)).toEqual(before)
  console.log(`T17: ${held} of ${tries} hostile addresses led to no other site, and wrote nothing.`)
})

test('who is signed in is led on from the sign-in by an own path alone', async () => {
  const { token } = await addSession(own.db)
  for (const payload of payloads) {
    const next = encodeURIComponent(payload)
    const answer = await fetch(`${own.url}/studio/sign-in?next=${next}`, {
      redirect: 'manual',
      headers: cookieOf(token),
    })
    expect([payload, answer.status]).toEqual([payload, 307])
    expect(answer.headers.get('location')).toMatch(/^\/studio(\/|\?|$)/)
  }
})

/** Whatever a form may be told to lead on by. */
const leads = ['back', 'next', 'to', 'url', 'path', 'href', 'redirect', 'returnTo', 'problem']

/** Tokens of letters that open what they were made for: a comment to decide about, letters to confirm and stop, one’s own comments. */
async function addTokens() {
  const [key, commentId, followId] = ['a guest', randomUUID(), randomUUID()]
  const row = { id: commentId, rootId: commentId, status: 'held', number: null, publishedAt: null } as const
  await writeRows(own.db, { slug: fixtureSlug(1), title: 'Fixture 1' }, [row])
  await own.db.insert(guests).values({ key, email: 'nell@small.example' })
  await own.db.insert(follows).values({ id: followId, guestKey: key, postId: fixtureSlug(1) })
  const tokens = { decide: '', confirm: '', stop: '', own: '' }
  const opens = {
    decide: { commentId },
    confirm: { guestKey: key },
    stop: { followId },
    own: { guestKey: key },
  }
  for (const purpose of ['decide', 'confirm', 'stop', 'own'] as const) {
    tokens[purpose] = randomBytes(32).toString('base64url')
    await own.db.insert(letterKeys).values({
      ...opens[purpose],
      purpose,
      hash: hashOf(tokens[purpose]),
      expiresAt: new Date(Date.now() + 3_600_000),
    })
  }
  return tokens
}

test('what a letter’s own token opens leads nowhere else, whatever is sent along', async () => {
  const tokens = await addTokens()
  const { url: origin } = siteInUse()
  for (const { path, button, pressed, leadsTo = path } of [
    { path: `/letters/decide/${tokens.decide}`, button: 'Approve', pressed: { verb: 'publish' } },
    { path: `/letters/confirm/${tokens.confirm}`, button: 'Yes, write to me', pressed: {} },
    { path: `/letters/stop/${tokens.stop}`, button: 'Stop all letters', pressed: { deed: 'stop' } },
    { path: `/my-comments/${tokens.own}`, button: 'Show my comments', pressed: {}, leadsTo: '/my-comments' },
  ]) {
    const form = await openStudioForm(own.url + path, button)
    for (const payload of payloads) {
      const more = Object.fromEntries(leads.map((name) => [name, payload]))
      const asked = await fetch(`${own.url}${path}?${new URLSearchParams({ verb: payload, ...more })}`, {
        redirect: 'manual',
      })
      expect([path, payload, asked.status]).toEqual([path, payload, 200])
      const links = [...(await asked.text()).matchAll(/(?:href|action|src)="([^"]*)"|;url=([^"]*)"/g)]
      for (const [, href = '', refreshed = href] of links) {
        expect(refreshed, `${path} ${payload}`).not.toContain('evil.example')
      }
      const address = `${form.url}?${new URLSearchParams(more)}`
      const answer = await sendForm({ ...form, url: address }, { ...pressed, ...more }, { origin })
      expect([path, payload, answer.status, answer.headers.get('location')]).toEqual([
        path,
        payload,
        303,
        leadsTo,
      ])
    }
  }
})

test('the forms of the studio lead back into it, whatever they say of where they were', async () => {
  const { token } = await addSession(own.db)
  const headers = { origin: siteInUse().url, ...cookieOf(token) }
  const ids = [randomUUID(), ...payloads.map(() => randomUUID())]
  await writeRows(
    own.db,
    { slug: fixtureSlug(2), title: 'Fixture 2' },
    ids.map((id) => ({ id, rootId: id })),
  )
  // The first is honest, and shows that it matters what stands there.
  for (const [index, back] of ['/studio/log', ...payloads].entries()) {
    const page = `/studio?comment=${ids[index]}`
    const expected = index === 0 ? '/studio/log' : '/studio'
    const send = async (path: string, button: string, pressed: Record<string, string>) => {
      const form = await openStudioForm(own.url + path, button, token)
      expect(form.hidden.map(([name]) => name)).toContain('back')
      const hidden = form.hidden.filter(([name]) => name !== 'back')
      const answer = await sendForm({ url: own.url + path, hidden }, { ...pressed, back }, headers)
      expect([back, button, answer.status]).toEqual([back, button, 303])
      return answer.headers.get('location') ?? ''
    }
    const done = await send(page, 'Bin', { verb: 'remove' })
    expect(done.split('?')[0], back).toBe(expected)
    const undo = new URLSearchParams({ done: new URL(done, own.url).searchParams.get('done') ?? '' })
    expect(await send(`/studio?${undo}`, 'Undo', {}), back).toBe(expected)
  }
})

test('the studio tells of nothing as done that was not, whatever an address says', async () => {
  const { token } = await addSession(own.db)
  const headers = { origin: siteInUse().url, ...cookieOf(token) }
  const id = randomUUID()
  await writeRows(own.db, { slug: fixtureSlug(3), title: 'Fixture 3' }, [{ id, rootId: id, name: 'Pia' }])
  const asked = `${own.url}/studio?comment=${id}`
  const { hidden } = await openStudioForm(asked, 'Bin', token)
  const answer = await sendForm({ url: asked, hidden }, { verb: 'remove' }, headers)
  const sealed = new URL(answer.headers.get('location') ?? '', own.url).searchParams.get('done') ?? ''
  const tell = async (done: string) => {
    const page = await fetch(`${own.url}/studio?${new URLSearchParams({ done })}`, { headers })
    return { status: page.status, text: await page.text() }
  }
  const honest = (await tell(sealed)).text
  expect(honest).toContain('Pia’s comment is in the bin.')
  expect(honest).toContain('>Undo<')
  const json = sealed.slice(0, sealed.lastIndexOf('.'))
  const seal = sealed.slice(json.length)
  for (const forged of [json, `${json}.`, `${json}.x`, json.replace('"remove"', '"spam"') + seal]) {
    const { status, text } = await tell(forged)
    expect([forged, status]).toEqual([forged, 200])
    expect(text, forged).not.toMatch(/Pia’s comment is in|>Undo</)
  }
})
