import { describe, expect, test } from 'vitest'
import { type Item, relate } from './relate'
import { countTerms } from './terms'

/** The same numbers every run: a linear congruential generator (Numerical Recipes). */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

function word(roll: (sides: number) => number): string {
  return Array.from({ length: 3 }, () => 'bdfgklmnprtv'.charAt(roll(12)) + 'aiou'.charAt(roll(4))).join('')
}

/** Posts of 20 topics: a third of the words of each come from the 30 of its topic, the rest from 600 that all share. */
function generate(count: number): (Item & { topic: number })[] {
  const roll = dice(7)
  const common = Array.from({ length: 600 }, () => word(roll))
  const topics = Array.from({ length: 20 }, () => Array.from({ length: 30 }, () => word(roll)))
  const pick = (words: string[]) => words[roll(words.length)] ?? ''
  return Array.from({ length: count }, (_, index) => {
    const topic = index % topics.length
    const own = topics[topic] ?? []
    const body = Array.from({ length: 300 }, () => pick(roll(3) === 0 ? own : common)).join(' ')
    const terms = countTerms({ title: pick(own), description: pick(common), tags: [], series: null, body })
    return { key: `post-${index}`, terms, group: null, published: true, topic }
  })
}

function item(key: string, body: string, more: Partial<Item> & { tags?: string[] } = {}): Item {
  const { tags = [], ...rest } = more
  const terms = countTerms({ title: key, description: '', tags, series: null, body })
  return { key, terms, group: null, published: true, ...rest }
}

test('of 200 generated posts at least 95 in 100 are led to their own topic', () => {
  const items = generate(200)
  const topicOf = new Map(items.map(({ key, topic }) => [key, topic]))
  const related = relate(items)
  const suggestions = items.flatMap(({ key, topic }) =>
    (related.get(key) ?? []).map((other) => topicOf.get(other) === topic),
  )
  expect(suggestions.length).toBeGreaterThan(500)
  expect(suggestions.filter(Boolean).length / suggestions.length).toBeGreaterThanOrEqual(0.95)
})

describe('what is suggested', () => {
  const moths = 'Moths eat wool in the wardrobe; lavender keeps moths away.'
  const bread = 'Flour, water, salt and a starter make bread; bread needs time.'

  test('posts that share telling words, not those that share none', () => {
    const related = relate([
      item('one', moths),
      item('two', moths),
      item('three', bread),
      item('four', 'Letters.'),
    ])
    expect(related.get('one')).toEqual(['two'])
    expect(related.get('four')).toEqual([])
  })

  test('words that every post has tell nothing', () => {
    const same = 'I sat down and thought about it again.'
    const related = relate([item('one', same), item('two', same), item('three', same)])
    expect([...related.values()].flat()).toEqual([])
  })

  test('a shared tag tells something, even of two posts', () => {
    const related = relate([item('one', moths, { tags: ['wool'] }), item('two', bread, { tags: ['Wool'] })])
    expect(related.get('one')).toEqual(['two'])
  })

  test('never the other parts of a series: they are linked already', () => {
    const related = relate([
      item('one', moths, { group: 'jumper' }),
      item('two', moths, { group: 'jumper' }),
      item('three', moths, { group: 'other' }),
      item('four', bread),
    ])
    expect(related.get('one')).toEqual(['three'])
  })

  test('scheduled posts are kept until three published ones are found', () => {
    const alike = ['a', 'b', 'c', 'd', 'e'].map((key) => item(key, moths, { published: key > 'b' }))
    const related = relate([
      item('one', moths),
      ...alike,
      item('x', bread),
      item('y', bread),
      item('z', 'Letters.'),
    ])
    expect(related.get('one')).toEqual(['a', 'b', 'c', 'd', 'e'])
  })
})
