import { expect, test } from 'vitest'
import { shorten } from './shorten'

/** Room for so many letters. */
const upTo = (room: number) => (words: string) => [...new Intl.Segmenter().segment(words)].length <= room

test.each([
  ['what fits is whole', 'Some things you bury.', 21, 'Some things you bury.'],
  ['a letter less costs a word', 'Some things you bury.', 20, 'Some things you…'],
  ['a word that ends there stays', 'Some things you bury.', 16, 'Some things you…'],
  ['its full stop goes with what follows', 'Things you bury. They stay.', 16, 'Things you bury…'],
  ['so does a comma', 'Some things, too', 12, 'Some things…'],
  ['what only looks like an end is none', 'See unpick.de now', 11, 'See…'],
  ['nor is an apostrophe', 'You don’t know', 8, 'You…'],
  ['a bracket is one', 'Some (old) things', 10, 'Some (old…'],
  ['several spaces', 'Some  things', 7, 'Some…'],
  ['a line', 'Some\nthings', 6, 'Some…'],
  ['a word that is too long by itself', 'unpickable', 6, 'unpic…'],
  ['Japanese ends after any letter', 'Wool 縫い目は残る', 10, 'Wool 縫い目は…'],
  ['before its marks, too', 'Sony の「コンピューター」', 8, 'Sony の「…'],
  ['a foreign word in it goes whole', 'あのABC社で', 5, 'あの…'],
  ['Korean has spaces', '양말의 구멍을 꿰매다', 6, '양말의…'],
  ['of a row of emoji none is torn', 'Knit 👩‍👩‍👧‍👧👩‍👩‍👧‍👧👩‍👩‍👧‍👧 on', 7, 'Knit 👩‍👩‍👧‍👧…'],
  ['an emoji at its end', 'Knit 👩‍👩‍👧‍👧 on', 7, 'Knit 👩‍👩‍👧‍👧…'],
  ['room for nothing', 'Some things', 0, '…'],
])('%s: %j in %i', (_, words, room, fitting) => {
  expect(shorten(words, upTo(room))).toBe(fitting)
})
