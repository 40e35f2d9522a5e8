import { readdir } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { readContentFile } from '../posts/content-file'
import { parsePost } from '../posts/parse-file'
import { type Item, relate } from './relate'
import { countTerms } from './terms'
import { postsOfTopics } from './testing/posts-of-topics'

/** The posts of this blog; what they are about is said by their tags. */
async function ownPosts(): Promise<(Item & { tags: string[] })[]> {
  const names = await readdir('content/posts')
  const files = await Promise.all(names.map((name) => readContentFile(`posts/${name}`)))
  return files.map(parsePost).flatMap(({ post, terms }) =>
    post
      ? [
          {
            key: post.slug,
            terms,
            group: post.series?.slug ?? null,
            lang: 'en',
            published: true,
            tags: post.tags,
          },
        ]
      : [],
  )
}

function item(key: string, body: string, more: Partial<Item> & { tags?: string[] } = {}): Item {
  const { tags = [], ...rest } = more
  const terms = countTerms({ title: key, description: '', tags, series: null, body })
  return { key, terms, group: null, lang: 'en', published: true, ...rest }
}

test('of 1,000 generated posts beside the author’s own, 95 in 100 are led to their own topic first', async () => {
  const generated = postsOfTopics(1_000)
  const own = await ownPosts()
  const topicOf = new Map(generated.map(({ key, topic }) => [key, topic]))
  const tagsOf = new Map(own.map(({ key, tags }) => [key, tags]))
  const related = relate([...generated, ...own])
  const first = (key: string) => related.get(key)?.[0] ?? ''
  const right = generated.filter(({ key, topic }) => topicOf.get(first(key)) === topic)
  expect(right.length / generated.length).toBeGreaterThanOrEqual(0.95)
  const likeIt = own.filter(({ key, tags }) => tagsOf.get(first(key))?.some((tag) => tags.includes(tag)))
  expect(likeIt.length / own.length).toBeGreaterThanOrEqual(0.95)
})

test('among many posts on one topic, those picked are nearly as close as the closest of them', () => {
  const posts = postsOfTopics(2_000)
  const related = relate(posts)
  const closeness = cosines(posts)
  const tried = posts.filter((_, index) => index % 97 === 0).map(({ key }) => key)
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
  const picked = tried.map((key) => sum((related.get(key) ?? []).map((other) => closeness(key, other))))
  const best = tried.map((key) => {
    const all = posts.flatMap((other) => (other.key === key ? [] : closeness(key, other.key)))
    return sum(all.toSorted((a, b) => b - a).slice(0, 3))
  })
  // Any three of the same topic would come to 0.95.
  expect(sum(picked) / sum(best)).toBeGreaterThanOrEqual(0.99)
})

/** How alike two items are by all their terms, each pair compared: TF-IDF and cosine, written apart from `relate`. */
function cosines(items: Item[]): (one: string, other: string) => number {
  const spread = new Map<string, number>()
  for (const { terms } of items)
    for (const term of terms.keys()) spread.set(term, (spread.get(term) ?? 0) + 1)
  const vectors = new Map(
    items.map(({ key, terms }) => {
      const weights = [...terms].map(([term, count]): [string, number] => [
        term,
        (1 + Math.log(count)) * Math.log(items.length / (spread.get(term) ?? 1)),
      ])
      const length = Math.hypot(...weights.map(([, weight]) => weight))
      return [key, new Map(weights.map(([term, weight]) => [term, weight / length]))]
    }),
  )
  return (one, other) => {
    const against = vectors.get(other)
    return [...(vectors.get(one) ?? [])].reduce(
      (sum, [term, weight]) => sum + weight * (against?.get(term) ?? 0),
      0,
    )
  }
}

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

  test('posts in another language are not suggested, whatever tags they share', () => {
    const related = relate([
      item('one', moths),
      item('two', moths),
      item('ar', moths, { lang: 'ar' }),
      item('ar-too', moths, { lang: 'ar' }),
      item('other', bread),
    ])
    expect(related.get('one')).toEqual(['two'])
    expect(related.get('ar')).toEqual(['ar-too'])
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
