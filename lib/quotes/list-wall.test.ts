import { expect, test } from 'vitest'
import { listWall } from './list-wall'

const quote = { tweet: '', via: null, withUrl: true, repeated: false }
const post = { title: 'Rain', dye: 'vat' as const, lang: null }

test('quotes hang in the order of the posts, each with its own', () => {
  const posts = [
    { ...post, slug: 'newer', quotes: [1, 2].map((number) => ({ ...quote, number, text: `N${number}` })) },
    { ...post, slug: 'without', quotes: [] },
    { ...post, slug: 'older', quotes: [{ ...quote, number: 1, text: 'O1' }] },
  ]
  expect(listWall(posts).map(({ text, post }) => `${post.slug} ${text}`)).toEqual([
    'newer N1',
    'newer N2',
    'older O1',
  ])
})
