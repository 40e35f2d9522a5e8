import { expect, test } from 'vitest'
import { afterEdit, foreseeEdit, type Placing } from './after-edit'
import { decide, type Rules, type Writer } from './decide'

const published: Placing = { status: 'published', reasons: [] }
const held = (...reasons: string[]): Placing => ({ status: 'held', reasons })
const spam = (...reasons: string[]): Placing => ({ status: 'spam', reasons })

const table: [string, Placing, Placing, Placing][] = [
  ['published and fine stays published', published, published, published],
  ['published goes back to waiting', published, held('links'), held('links')],
  ['published may turn out to be spam', published, spam('words'), spam('words')],
  ['what waits is not published by a change', held('trap'), published, held('trap')],
  ['what waits keeps its reasons and gets new ones', held('trap'), held('links'), held('trap', 'links')],
  ['a reason is named once', held('links'), held('links'), held('links')],
  ['what waits may turn out to be spam', held('first'), spam('words'), spam('first', 'words')],
  ['spam stays spam', spam('words'), published, spam('words')],
]

test.each(table)('%s', (_case, before, verdict, after) => {
  expect(afterEdit(before, verdict)).toEqual(after)
})

const rules: Rules = {
  author: 'Unpicked',
  holdFirst: true,
  links: 2,
  flood: { count: 3, minutes: 2 },
  quickest: 2_000,
  holdWords: () => [],
  spamWords: () => [],
}

/** Where the rules put a published comment of this writer when it says this by now. */
function edited(writer: Writer, body: string, { holdFirst }: Pick<Rules, 'holdFirst'>) {
  const facts = {
    writer,
    name: 'Wren',
    website: null,
    isAuthorsAddress: false,
    body,
    trapFilled: false,
    elapsed: null,
    sameWordsElsewhere: false,
    recent: 0,
    akismet: null,
  }
  return afterEdit(published, decide(facts, { ...rules, holdFirst })).status
}

test.each<[Writer, boolean, ReturnType<typeof foreseeEdit>]>([
  ['author', true, 'stays'],
  ['trusted', true, 'stays'],
  ['known', true, 'may-wait'],
  ['new', false, 'may-wait'],
  ['new', true, 'waits'],
  ['blocked', false, 'waits'],
])('an edit of one who is %s, where first comments wait: %s, %s', (writer, holdFirst, foreseen) => {
  expect(foreseeEdit(writer, { holdFirst })).toBe(foreseen)
  const isPublished = ['Said better.', 'See https://a.example and https://b.example'].map(
    (body) => edited(writer, body, { holdFirst }) === 'published',
  )
  expect(isPublished).toEqual(
    { stays: [true, true], 'may-wait': [true, false], waits: [false, false] }[foreseen],
  )
})
