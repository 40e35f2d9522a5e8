import { request } from 'node:http'
import { inside } from '../db/testing/inside'
import { listRows } from './conversation'
import { formData, openPlainForm, type PlainForm, postPlainly, readPlainForm } from './plain-form'
import { expect, test } from './test'

// One file: all that no browser would send to the form, by one set of requests made by hand.
const typed = { body: 'Not to be stored.', name: 'Wren' }

function send({ url }: PlainForm, body: BodyInit, headers: Record<string, string> = {}): Promise<Response> {
  const { origin } = new URL(url)
  return fetch(url, { method: 'POST', body, headers: { origin, ...headers }, redirect: 'manual' })
}

/** The id of the action that the form calls. */
function actionId(form: PlainForm): string {
  const id = /"id":"([0-9a-f]+)"/.exec(form.hidden.map(([, value]) => value).join('\n'))?.[1]
  if (!id) throw new Error('The form names no action.')
  return id
}

/** The form's own fields, with some of them replaced. */
function altered(form: PlainForm, values: Record<string, string>): FormData {
  const data = formData(form, typed)
  for (const [name, value] of Object.entries(values)) data.set(name, value)
  return data
}

function withoutAction(form: PlainForm): PlainForm {
  return { ...form, hidden: form.hidden.filter(([name]) => !name.startsWith('$ACTION')) }
}

function withFields(form: PlainForm, count: number): FormData {
  const data = formData(form, {})
  for (let index = 0; index < count; index++) data.append(`f${index}`, 'x')
  return data
}

/** On a connection of its own, which the server may cut before it has read everything: the status, or null then. */
async function sendAlone({ url }: PlainForm, data: FormData): Promise<number | null> {
  const whole = new Response(data)
  const headers = { origin: new URL(url).origin, 'content-type': whole.headers.get('content-type') ?? '' }
  const body = Buffer.from(await whole.arrayBuffer())
  return new Promise((resolve) => {
    const asked = request(url, { method: 'POST', headers, agent: false }, (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? null)
    })
    asked.on('error', () => resolve(null)).end(body)
  })
}

function files(form: PlainForm): FormData {
  const data = formData(form, typed)
  for (const name of ['body', 'name', 'email', 'website', 'key', 'intent']) {
    data.set(name, new Blob(['x'], { type: 'text/html' }), 'x.html')
  }
  return data
}

/**
 * Requests no form of ours sends, and the status of the answer. 200 is ours: the page with a problem, or the
 * problem alone. All others are Next's own, given before any code of ours runs.
 */
const malformed: Record<string, { status: number; send: (form: PlainForm) => Promise<Response> }> = {
  'an action nobody knows, in the header': {
    status: 409,
    send: (form) => send(form, '[]', { 'next-action': '0'.repeat(42) }),
  },
  'an action nobody knows, in the form': {
    status: 409,
    send: (form) => send(form, altered(withoutAction(form), { [`$ACTION_ID_${'0'.repeat(42)}`]: '' })),
  },
  'no action': { status: 400, send: (form) => send(form, formData(withoutAction(form), typed)) },
  'an action id that is a path': {
    status: 400,
    send: (form) => send(form, '[]', { 'next-action': '../../../etc/passwd' }),
  },
  'arguments of another type': {
    status: 200,
    send: (form) => send(form, '[{"status":7},"text"]', { 'next-action': actionId(form) }),
  },
  'arguments that are no JSON': {
    status: 500,
    send: (form) => send(form, '{"__proto__":', { 'next-action': actionId(form) }),
  },
  'arguments nested without end': {
    status: 500,
    send: (form) => send(form, '['.repeat(100_000), { 'next-action': actionId(form) }),
  },
  'references to what is not there': {
    status: 500,
    send: (form) => send(form, '["$F99","$K99","$@99"]', { 'next-action': actionId(form) }),
  },
  'a state that is garbage': {
    status: 400,
    send: (form) => send(form, altered(form, { '$ACTION_1:0': '{"id":' })),
  },
  'parts without an end': {
    status: 500,
    send: (form) => send(form, '--x\r\nContent-Disp', { 'content-type': 'multipart/form-data; boundary=x' }),
  },
  'a thousand fields': { status: 200, send: (form) => send(form, withFields(form, 1_000)) },
  'files instead of words': { status: 200, send: (form) => send(form, files(form)) },
  'a text nobody typed': {
    status: 200,
    send: (form) => send(form, altered(form, { body: 'x'.repeat(61_000) })),
  },
  'another origin': {
    status: 500,
    send: (form) => send(form, formData(form, typed), { origin: 'https://elsewhere.example' }),
  },
  'an origin that is hidden': {
    status: 500,
    send: (form) => send(form, formData(form, typed), { origin: 'null' }),
  },
  'a post nobody wrote': { status: 200, send: (form) => send(form, altered(form, { slug: '../../about' })) },
  'an answer to nothing': { status: 200, send: (form) => send(form, altered(form, { parent: '999' })) },
  'an answer to what is no number': {
    status: 200,
    send: (form) => send(form, altered(form, { parent: 'x' })),
  },
  'a key that is no key': { status: 200, send: (form) => send(form, altered(form, { key: "' or 1=1" })) },
  'an intent we do not have': {
    status: 200,
    send: (form) => send(form, altered(form, { intent: 'approve' })),
  },
}

test('malformed requests are refused without a word about the inside, and store nothing', async ({
  db,
  post,
  baseURL,
}) => {
  const form = await openPlainForm(`${baseURL}${post.path}`)
  const answers: Record<string, number> = {}
  for (const [name, { send }] of Object.entries(malformed)) {
    const answer = await send(form)
    answers[name] = answer.status
    expect(await answer.text(), name).not.toMatch(inside)
  }
  expect.soft(await listRows(db, post)).toEqual([])
  expect(answers).toEqual(
    Object.fromEntries(Object.entries(malformed).map(([name, { status }]) => [name, status])),
  )
  expect((await fetch(`${baseURL}/health`)).status).toBe(200)
  expect((await postPlainly(form, typed)).status).toBe(303)
})

for (const [name, fill] of Object.entries({
  'ten megabytes': (form: PlainForm) => altered(form, { body: 'x'.repeat(10_000_000) }),
  'ten thousand fields': (form: PlainForm) => withFields(form, 10_000),
})) {
  test(`${name} are refused, or not even read`, async ({ db, post, baseURL }) => {
    const form = await openPlainForm(`${baseURL}${post.path}`)
    expect([413, 500, null]).toContain(await sendAlone(form, fill(form)))
    expect(await listRows(db, post)).toEqual([])
    expect((await postPlainly(form, typed)).status).toBe(303)
  })
}

test('a text far too long, posted again and again, gets an answer of ours each time', async ({
  db,
  post,
  baseURL,
}) => {
  const url = `${baseURL}${post.path}`
  let form = await openPlainForm(url)
  // Three bytes each. The shorter text comes back in the form, and with the next one.
  for (const count of [59_000, 59_000, 19_000, 59_000, 19_000, 19_000]) {
    const answer = await postPlainly(form, { body: '羊'.repeat(count), name: 'Wren' })
    expect(answer.status).toBe(200)
    const html = await answer.text()
    expect(html).toContain('There is a problem')
    expect(html.includes('羊'.repeat(count))).toBe(count === 19_000)
    form = readPlainForm(url, html)
  }
  expect((await postPlainly(form, typed)).status).toBe(303)
  expect(await listRows(db, post)).toHaveLength(1)
})

test('what a reader must not set changes nothing of what is stored', async ({ db, post, baseURL }) => {
  const form = await openPlainForm(`${baseURL}${post.path}`)
  const forged = {
    id: '00000000-0000-4000-8000-000000000000',
    postId: 'sometimes-we-fail',
    post_id: 'sometimes-we-fail',
    number: '1000',
    parentId: '00000000-0000-4000-8000-000000000000',
    rootId: '00000000-0000-4000-8000-000000000000',
    status: 'removed',
    reasons: 'trusted',
    swatch: 'ffffffffffffffff',
    byAuthor: 'true',
    by_author: 'true',
    isAuthor: 'true',
    latestPost: '{"blog":"x","title":"x","url":"https://example.com"}',
    anchor: '{}',
    source: 'import',
    sourceId: '1',
    createdAt: '1999-12-31T00:00:00Z',
    publishedAt: '1999-12-31T00:00:00Z',
    editedAt: '1999-12-31T00:00:00Z',
    emailHash: 'f'.repeat(64),
    __proto__: 'x',
  }
  expect((await postPlainly(form, typed)).status).toBe(303)
  expect((await postPlainly(form, { ...typed, ...forged, body: 'The same, forged.' })).status).toBe(303)
  const [honest, same] = await listRows(db, post)
  const { id, rootId, createdAt } = same ?? {}
  expect(same).toEqual({
    ...honest,
    id,
    rootId,
    createdAt,
    publishedAt: createdAt,
    number: 2,
    body: 'The same, forged.',
  })
  expect(rootId).toBe(id)
  expect(id).not.toBe(forged.id)
  expect(createdAt?.getTime()).toBeGreaterThan(Date.now() - 60_000)
})

test('a post that does not exist is a 404 to whoever asks, and to whoever posts', async ({
  post,
  baseURL,
}) => {
  const form = await openPlainForm(`${baseURL}${post.path}`)
  const url = `${baseURL}/posts/never-written`
  expect((await fetch(url)).status).toBe(404)
  expect((await send({ ...form, url }, altered(form, { slug: 'never-written' }))).status).toBe(404)
})
