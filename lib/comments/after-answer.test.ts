import { expect, test } from 'vitest'
import { afterAnswer } from './after-answer'

type Placing = ReturnType<typeof afterAnswer>
const published: Placing = { status: 'published', reasons: [] }
const held = (...reasons: string[]): Placing => ({ status: 'held', reasons })
const spam = (...reasons: string[]): Placing => ({ status: 'spam', reasons })

const table: [string, string[], Placing, Placing][] = [
  ['ham that waited for nothing else is published', ['akismet-unsure'], published, published],
  ['a hint held nothing', ['akismet-unsure', 'quick'], published, published],
  [
    'ham that is a first comment goes on waiting',
    ['first-comment', 'akismet-unsure'],
    held('first-comment'),
    held('first-comment'),
  ],
  [
    'so it does when its writer was published since',
    ['first-comment', 'akismet-unsure'],
    published,
    held('first-comment'),
  ],
  [
    'what an earlier text waited for goes on holding',
    ['links: 3', 'akismet-unsure'],
    published,
    held('links: 3'),
  ],
  ['what the rules say by now holds', ['akismet-unsure'], held('same-words'), held('same-words')],
  [
    'spam is spam',
    ['first-comment', 'akismet-unsure'],
    spam('akismet-spam', 'first-comment'),
    spam('akismet-spam', 'first-comment'),
  ],
  ['spam of somebody known waits', ['akismet-unsure'], held('akismet-spam'), held('akismet-spam')],
  ['who was blocked since is', ['akismet-unsure'], spam('blocked'), spam('blocked')],
]

test.each(table)('%s', (_case, reasons, verdict, after) => {
  expect(afterAnswer(reasons, verdict)).toEqual(after)
})
