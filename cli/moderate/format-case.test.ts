import { expect, test } from 'vitest'
import type { Case } from '../../db/case-columns'
import { formatCase } from './format-case'

const now = new Date('2026-11-24T12:00:00Z')
const plain: Case = {
  id: '3f2a9c1e-77ab-4c55-9f1e-0123456789ab',
  postId: 'on-waiting',
  number: null,
  status: 'held',
  reasons: [],
  name: 'Ode',
  email: null,
  website: null,
  swatch: '0123456789abcdef',
  body: 'Thank you.\n\nReally.',
  byAuthor: false,
  forAuthor: false,
  isTakenBack: false,
  latestPost: null,
  reach: null,
  isUnasked: false,
  place: 'held',
  answers: [],
  anchor: null,
  createdAt: new Date('2026-11-24T10:00:00Z'),
  publishedAt: null,
  editedAt: null,
  removedAt: null,
  personKey: 'ode',
  standing: null,
  publishedBefore: 0,
  parent: null,
}

test('a comment says who wrote it, where, and all of its text', () => {
  expect(
    formatCase(plain, 'On waiting', now),
  ).toBe(`3f2a9c1e  Ode, first comment, 2 hours ago, on “On waiting”

          Thank you.

          Really.`)
})

test('whatever helps to decide has a line of its own', () => {
  const full: Case = {
    ...plain,
    number: 7,
    reasons: ['first-comment', 'links: 2'],
    email: 'ode@example.org',
    website: 'https://ode.example/',
    forAuthor: true,
    latestPost: { blog: 'Bread', title: 'Other plans', url: 'https://ode.example/plans' },
    anchor: { exact: 'the sitting', prefix: '', suffix: '', start: 1, end: 12 },
    standing: 'trusted',
    publishedBefore: 3,
    parent: { name: 'Wren', excerpt: 'I read this on the bus.', number: 1, status: 'published' },
  }
  expect(formatCase(full, 'On waiting', now)).toBe(
    `3f2a9c1e  Ode, number 7, trusted, 3 published before, 2 hours ago, on “On waiting”
          For you alone: it is never published.
          Why: First comment by this person, and two links
          E-mail: ode@example.org
          Website: https://ode.example/
          Latest post: Other plans (https://ode.example/plans)
          Answers Wren: “I read this on the bus.”
          About the words “the sitting”

          Thank you.

          Really.`,
  )
})

test.each([
  [{ url: null }, 'Latest post: Rain (its page is gone, or leads to another site)'],
  [
    { nowCalled: 'Cheap pills' },
    'Latest post: Rain (https://ode.example/rain). Readers do not see it: its page is “Cheap pills” now',
  ],
])('a latest post that is not what it was says so: %j', (change, line) => {
  const latestPost = { blog: 'Bread', title: 'Rain', url: 'https://ode.example/rain', ...change }
  expect(formatCase({ ...plain, latestPost }, 'On waiting', now)).toContain(line)
})

test('nothing that a comment says is a command to the terminal', () => {
  const hostile = { ...plain, name: 'O\u001b[2Jde', body: 'red \u001b[31m\u0007text\u202e\u009b1A' }
  const said = formatCase(hostile, 'On waiting', now)
  expect(said).toContain('red [31mtext1A')
  expect(said).not.toMatch(/[^\P{Cc}\n]|\u202e/u)
})
