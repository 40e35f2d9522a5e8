import type { Action } from '../../db/testing/standing-build'
import { absurdHeaders, boundary, contentTypes, garbage, oddNames, others, replies } from './fuzz-values'
import { multipart, type Part } from './multipart'
import type { Random } from './random'

/** A request that no page of ours sends, whatever the page is that it is sent to. */
export type Fuzzed = {
  kind: Kind
  method: string
  path: string
  headers: Record<string, string>
  body: Buffer
  /** How much of the body is sent before the connection is cut; all of it, and an answer waited for, when absent. */
  cutAt?: number
}

/** What a stranger can learn of the site, and the author's cookie. */
export type Target = { actions: Action[]; slug: string; session: string }

/** What is wrong with them, and how many of a thousand are of the kind. */
const shares = [
  ['an action nobody knows', 120],
  ['arguments of another type', 180],
  ['a form with something wrong', 250],
  ['bytes that are no UTF-8', 100],
  ['a form cut short', 100],
  ['bytes instead of a form', 70],
  ['another content type', 60],
  ['headers out of all reason', 60],
  ['another method', 40],
  ['a sender who leaves', 10],
  ['ten megabytes', 5],
  ['ten thousand fields', 5],
] as const

export type Kind = (typeof shares)[number][0]

/** They ask for something whatever they are called with: whoever is signed in and calls them wants to be signed out. */
const withoutArguments = ['signOut', 'signOutEverywhere']

const ours = { origin: 'http://localhost', 'sec-fetch-site': 'same-origin' }
const asForm = { 'content-type': `multipart/form-data; boundary=${boundary}` }

/** One request of a run, in which each kind comes as often as its share, in an order of chance. */
export function fuzz(random: Random, { actions, slug, session }: Target): Fuzzed {
  const kind = pickKind(random)
  const isAuthor = random.below(3) === 0
  const action = random.pick(actions.filter(({ name }) => !isAuthor || !withoutArguments.includes(name)))
  const own = ownPath(action, slug)
  const path = random.pick([
    own,
    own,
    own,
    `/posts/${slug}/reply/1`,
    '/posts/never-written',
    '/about',
    ...others,
  ])
  const byScript = random.below(2) === 0
  const cookies: Record<string, string> = isAuthor
    ? { cookie: `studio=${session}; writer=${random.below(1e9)}` }
    : {}
  const call: Record<string, string> = byScript
    ? { 'next-action': action.id, accept: 'text/x-component' }
    : {}
  const base = { kind, method: 'POST', path, headers: { ...ours, ...cookies, ...call, ...asForm } }
  const parts = spoil(random, fieldsOf(random, slug))
  const whole = multipart(addressed(parts, action.id, byScript), boundary)

  switch (kind) {
    case 'an action nobody knows': {
      const id = random.pick([
        '0'.repeat(42),
        action.id.slice(0, -1),
        `${action.id}0`,
        '__proto__',
        '',
        '%00',
        '../x',
      ])
      const body = multipart(addressed(parts, id, byScript), boundary)
      return { ...base, headers: { ...base.headers, ...(byScript ? { 'next-action': id } : {}) }, body }
    }
    case 'arguments of another type': {
      const headers = {
        ...base.headers,
        'next-action': action.id,
        'content-type': 'text/plain;charset=UTF-8',
      }
      return { ...base, headers, body: Buffer.from(random.pick([random.pick(replies), json(random, 4)])) }
    }
    case 'a form with something wrong':
      return { ...base, body: whole }
    case 'bytes that are no UTF-8': {
      const name = random.below(3) === 0 ? invalid(random) : null
      const bytes = fieldsOf(random, slug).map((part) => ({
        ...part,
        name: name ?? part.name,
        value: invalid(random),
      }))
      return { ...base, body: multipart(addressed(bytes, action.id, byScript), boundary) }
    }
    case 'a form cut short':
      return { ...base, body: whole.subarray(0, random.below(whole.length)) }
    case 'bytes instead of a form': {
      const start = random.below(2) === 0 ? whole.subarray(0, random.below(whole.length)) : Buffer.alloc(0)
      return {
        ...base,
        body: Buffer.concat([start, random.bytes(1 + random.below(2_000)), whole.subarray(start.length)]),
      }
    }
    case 'another content type':
      return { ...base, headers: { ...base.headers, 'content-type': random.pick(contentTypes) }, body: whole }
    case 'headers out of all reason':
      return { ...base, headers: { ...base.headers, ...random.pick(absurdHeaders) }, body: whole }
    case 'another method':
      return {
        ...base,
        method: random.pick(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'PROPFIND']),
        body: whole,
      }
    case 'a sender who leaves':
      return { ...base, body: whole, cutAt: random.below(whole.length) }
    case 'ten megabytes': {
      const body = { name: random.pick(['body', 'name', 'slug', 'x']), value: 'x'.repeat(10_000_000) }
      return { ...base, body: multipart(addressed([...parts, body], action.id, byScript), boundary) }
    }
    case 'ten thousand fields': {
      const fields = Array.from({ length: 10_000 }, (_, index) => ({ name: `f${index}`, value: 'x' }))
      return { ...base, body: multipart(addressed([...parts, ...fields], action.id, byScript), boundary) }
    }
  }
}

function pickKind(random: Random): Kind {
  return random.pick(shares.flatMap(([kind, share]) => Array.from({ length: share }, () => kind)))
}

/** A page that has the form of this action: without a script an action is known nowhere else. */
function ownPath({ file }: Action, slug: string): string {
  const room = /^app\/studio\/(rules|people|sign-in|set-password)\//.exec(file)?.[1]
  if (room) return `/studio/${room}${room === 'people' ? '/nobody' : ''}`
  if (file.startsWith('app/studio/_inbox/')) return '/studio'
  const letter = /^app\/\(live\)\/letters\/(\w+)\//.exec(file)?.[1]
  if (letter) return `/letters/${letter}/x`
  if (file.startsWith('app/(live)/my-comments/')) return '/my-comments'
  if (file.includes('/follow/')) return `/posts/${slug}/follow`
  return file.startsWith('app/studio/') ? '/studio/sessions' : `/posts/${slug}`
}

/** What our forms send, all of them in one, as a person would fill it in. */
function fieldsOf(random: Random, slug: string): Part[] {
  const id = '00000000-0000-4000-8000-000000000000'
  const verb = random.pick(['publish', 'hold', 'spam', 'remove', 'edit', 'reply'])
  const desk = { verb, ids: id, back: '/studio', done: '{', key: '', standing: 'blocked', text: 'removed' }
  const comment = {
    slug,
    parent: '',
    body: 'Not to be stored.',
    name: 'Wren',
    email: '',
    website: '',
    intent: 'post',
  }
  const letters = { token: 'x', deed: 'stop-all', follow: 'all', listed: 'yes' }
  return Object.entries({ ...desk, ...comment, ...letters, id }).map(([name, value]) => ({ name, value }))
}

/** One field is made what none may be, in a way that no other makes good; and some of the others are garbage. */
function spoil(random: Random, parts: Part[]): Part[] {
  const { name, value } = random.pick(fatal)
  const spoilt = parts.map((part): Part => {
    if (part.name === name) return { name, ...value }
    return random.below(8) === 0 ? { ...part, value: random.pick(garbage) } : part
  })
  const rest = spoilt.filter((part) => part.name === name || part.name !== 'intent' || random.below(2) === 0)
  return random.below(4) === 0
    ? [...rest, { name: random.pick(oddNames), value: random.pick(garbage) }]
    : rest
}

const fatal: { name: string; value: Omit<Part, 'name'> }[] = [
  { name: 'slug', value: { value: '../../about' } },
  { name: 'slug', value: { value: '__proto__' } },
  { name: 'slug', value: { value: 'x'.repeat(5_000) } },
  { name: 'slug', value: { value: 'a-kind-no', file: 'slug.html' } },
  { name: 'body', value: { value: '' } },
  { name: 'body', value: { value: '\u200b \u0000 \u202e' } },
  { name: 'body', value: { value: '<b>', file: '../../body.html' } },
  { name: 'body', value: { value: '羊'.repeat(61_000) } },
  { name: 'parent', value: { value: '-1' } },
  { name: 'parent', value: { value: '1e999' } },
  { name: 'parent', value: { value: '2147483647' } },
  { name: 'intent', value: { value: 'approve' } },
  { name: 'website', value: { value: 'javascript:alert(1)' } },
]

function addressed(parts: Part[], id: string, byScript: boolean): Part[] {
  if (!byScript) return [...reference(id), ...parts]
  const own = parts.map((part) => ({
    ...part,
    name: Buffer.concat([Buffer.from('_1_'), Buffer.from(part.name)]),
  }))
  return [...own, { name: '0', value: '[null,"$K1"]' }]
}

/** As React puts an action with a state into a form. */
function reference(id: string): Part[] {
  return [
    { name: '$ACTION_REF_1', value: '' },
    { name: '$ACTION_1:0', value: JSON.stringify({ id, bound: '$@1' }) },
    { name: '$ACTION_1:1', value: '[null]' },
    { name: '$ACTION_KEY', value: 'k1' },
  ]
}

function invalid(random: Random): Buffer {
  const sequences = [[0xff], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xe2, 0x82], [0x80]]
  return Buffer.concat(
    Array.from({ length: 1 + random.below(20) }, () => Buffer.from(random.pick(sequences))),
  )
}

/** Nested values of any type, as JSON. */
function json(random: Random, depth: number): string {
  const leaves = ['null', 'true', '-0', '1e999', '""', '"$F0"', '"$@0"', '"\\u0000"', '"\\ud800"', '{}', '[]']
  if (depth === 0 || random.below(3) === 0) return random.pick(leaves)
  const inner = Array.from({ length: random.below(5) }, () => json(random, depth - 1))
  if (random.below(2) === 0) return `[${inner.join(',')}]`
  return `{${inner.map((value) => `"${random.pick(['then', 'get', '__proto__', 'slug', 'toString'])}":${value}`).join(',')}}`
}
