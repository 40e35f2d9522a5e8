import { expect, test } from 'vitest'
import { afterEdit, type Placing } from './after-edit'

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
