import { describe, expect, test } from 'vitest'
import { learnOrder, leastJudged, type Written } from './learn-order'

const comment = (body: string, given: Partial<Written> = {}): Written => ({
  name: 'Wren',
  website: null,
  body,
  ...given,
})
const many = (body: string, given: Partial<Written> = {}, count = leastJudged) =>
  Array.from({ length: count }, () => comment(body, given))

function learn(published: Written[], spam: Written[]): (comment: Written) => number {
  const scoreOf = learnOrder(published, spam)
  if (!scoreOf) throw new Error('Too little is known.')
  return scoreOf
}

describe('an order that learns', () => {
  const published = many('The heel of my sock')
  const spam = many('Cheap watches here')

  test('knows nothing before there are twenty of each', () => {
    expect(learnOrder(published.slice(1), spam)).toBeNull()
    expect(learnOrder(published, spam.slice(1))).toBeNull()
    expect(learnOrder(published, spam)).not.toBeNull()
  })

  test('tells what was published from what was spam, by words in either case', () => {
    const scoreOf = learn(published, spam)
    expect(scoreOf(comment('A SOCK and its HEEL'))).toBeLessThan(0)
    expect(scoreOf(comment('cheap, cheap WATCHES'))).toBeGreaterThan(0)
  })

  test('makes nothing of a word that comes again, nor of one it has never seen', () => {
    const scoreOf = learn(published, spam)
    const score = scoreOf(comment('watches and others'))
    expect(scoreOf(comment('watches and watches'))).toBe(score)
    expect(scoreOf(comment('watches and letters'))).toBe(score)
  })

  test('goes by evidence: a word in one of twenty says less than one in all', () => {
    const scoreOf = learn(published, [...spam.slice(1), comment('Cheap pills here')])
    expect(scoreOf(comment('pills'))).toBeGreaterThan(scoreOf(comment('wools')))
    expect(scoreOf(comment('pills'))).toBeLessThan(scoreOf(comment('cheap')))
  })

  test('many more of one kind make nothing look like the other', () => {
    const rare = comment('Once a hat')
    const scoreOf = learn([...many('The heel of my sock', {}, 499), rare], spam)
    expect(scoreOf(comment('hat'))).toBeLessThan(scoreOf(comment('cap')))
    const scoreIn = learn(published, [...many('Cheap watches here', {}, 499), rare])
    expect(scoreIn(comment('hat'))).toBeGreaterThan(scoreIn(comment('cap')))
    expect(learn(many('Hello', {}, 500), many('Hello'))(comment('Hello'))).toBe(0)
    expect(learn(many('Hello'), many('Hello', {}, 500))(comment('Hello'))).toBe(0)
  })

  test.each<[string, Partial<Written>, Partial<Written>, Partial<Written>]>([
    ['a name', { name: 'Bargains' }, { name: 'bargains' }, { name: 'Tam' }],
    ['a website', { website: 'https://shop.example/' }, { website: 'https://b.example/' }, {}],
    [
      'how many words a name has',
      { name: 'Best Bargain Store' },
      { name: 'A Whole Family' },
      { name: 'Tam' },
    ],
    ['figures', { body: 'Only 100' }, { body: 'Hello 7' }, { body: 'Hello z' }],
    ['how long it is', { body: 'x'.repeat(900) }, { body: 'y'.repeat(900) }, { body: 'y'.repeat(9) }],
  ])('sees %s', (_what, ofSpam, like, unlike) => {
    const scoreOf = learn(many('Hello'), many('Hello', ofSpam))
    expect(scoreOf(comment('Hello', like))).toBeGreaterThan(scoreOf(comment('Hello', unlike)))
  })

  test.each([
    ['Chinese', '我喜欢这双袜子', '点击购买手表', '袜子', '手表'],
    ['Thai', 'ฉันชอบถุงเท้าคู่นี้', 'ซื้อนาฬิการาคาถูก', 'ถุงเท้า', 'นาฬิกา'],
  ])('finds the words of %s, which has no spaces', (_language, ofPublished, ofSpam, sock, watch) => {
    const scoreOf = learn(many(ofPublished), many(ofSpam))
    expect(scoreOf(comment(`……${sock}`))).toBeLessThan(scoreOf(comment(`……${watch}`)))
  })

  test('the same lists in another order give the very same numbers', () => {
    const mixed = [...many('one two three', {}, 7), ...many('two 4 six', {}, 17), ...published]
    const asked = comment('one 4 of the cheap socks')
    expect(learn(mixed.toReversed(), spam)(asked)).toBe(learn(mixed, spam)(asked))
  })
})
