import { expect, test } from 'vitest'
import { passageDirective } from './passage-directive'

/** The text with the words between brackets. */
function directiveOf(marked: string, above = '') {
  const [before = '', words = '', after = ''] = marked.split(/[[\]]/)
  return decodeURIComponent(passageDirective({ above, before, words, after }))
}

test.each([
  ['words that stand once are enough', 'I think [the sitting] is most of the work.', 'text=the sitting'],
  ['half a word is found by the whole of it', 'I think the si[tting is m]ost.', 'text=sitting is most'],
  ['a space that came along is left out', 'I think[ the sitting ]is most.', 'text=the sitting'],
  ['a mark that came along stays', 'is most of [the work.]', 'text=the work.'],
  [
    'of two places the second is told by its neighbours',
    'It does not look like work. It looks like [work] on the stairs, with one shoe.',
    'text=like work. It looks like-,work,-on the stairs, with one',
  ],
  ['the first of two needs none', 'One [shoe] and another shoe.', 'text=shoe'],
  ['capitals do not tell places apart', 'Work. It is [work] to me', 'text=Work. It is-,work,-to me'],
  [
    'a whole paragraph is told by those round it',
    'We sat.\nIt came apart.\n[We sat.]\nThen it rained.',
    'text=It came apart.-,We sat.,-Then it rained.',
  ],
  ['where nothing stands before, the words after it do', '[Wool] is warm.', 'text=Wool,-is warm.', 'Wool'],
])('%s', (_, marked, directive, above = '') => {
  expect(directiveOf(marked, above)).toBe(directive)
})

test('a long passage is told by its ends, and by its neighbours where one of them stands before', () => {
  const long =
    'You can hold the pieces for as long as you need to, whatever people say. They are not getting any more broken.'
  expect(directiveOf(`First. [${long}] Last.`)).toBe(
    'text=You can hold the pieces,not getting any more broken.',
  )
  expect(directiveOf(`You can hold the pieces too. [${long}] Last.`)).toBe(
    'text=can hold the pieces too.-,You can hold the pieces,not getting any more broken.,-Last.',
  )
  const twice = `${long} ${long}`
  expect(directiveOf(`First. [${twice}] Last.`)).toBe(
    'text=First.-,You can hold the pieces,not getting any more broken.,-Last.',
  )
})
