import { expect, test } from 'vitest'
import type { Post } from '../posts/post'
import { blogPosting } from './blog-posting'

const post: Post = {
  id: 'rain',
  slug: 'rain',
  title: 'Rain',
  description: 'On rain.',
  publishedAt: '2026-01-01T09:00:00.000Z',
  updatedAt: null,
  lang: null,
  draft: false,
  tags: ['wool'],
  series: null,
  enjoy: null,
  related: [],
  image: { src: '/images/rain é.jpg', alt: '' },
  dye: 'vat',
  comments: true,
  redirects: [],
  words: 700,
  minutes: 3,
  opening: '',
  headings: [],
  quotes: [],
  paidLinks: 0,
  file: 'posts/rain.mdx',
  hash: '',
}
test('a post is told with its days, its picture and how much was said under it', () => {
  expect(blogPosting(post, 2)).toMatchObject({
    '@type': 'BlogPosting',
    url: 'http://localhost:3000/posts/rain',
    datePublished: '2026-01-01T09:00:00.000Z',
    dateModified: '2026-01-01T09:00:00.000Z',
    image: 'http://localhost:3000/images/rain%20%C3%A9.jpg',
    commentCount: 2,
  })
})

test('a post without a picture of its own, or with one that few can show, has the one that is drawn of it', () => {
  const drawn = 'http://localhost:3000/pictures/posts/rain.png'
  expect(blogPosting({ ...post, image: null }, null).image).toBe(drawn)
  expect(blogPosting({ ...post, image: { src: '/images/rain.svg', alt: '' } }, null).image).toBe(drawn)
})

test('while nobody knows what was said, nothing is said of it', () => {
  expect(blogPosting(post, null)).not.toHaveProperty('commentCount')
})
