import { expect, test } from 'vitest'
import type { PublicComment } from '../comments/comment'
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
const comment: PublicComment = {
  number: 1,
  parentNumber: null,
  parentName: null,
  name: 'Wren',
  website: null,
  swatch: '',
  byAuthor: false,
  isTrusted: false,
  body: 'I read this on *the* bus.',
  latestPost: null,
  anchor: null,
  publishedAt: new Date('2026-01-02T09:00:00Z'),
  editedAt: null,
  editedByAuthor: false,
  removed: false,
  waits: false,
}

test('a post is told with who said what under it, and nothing of what was removed', () => {
  const removed = { ...comment, number: 2, name: '', body: '', removed: true }
  expect(blogPosting(post, { total: 1, comments: [comment, removed] })).toMatchObject({
    '@type': 'BlogPosting',
    url: 'http://localhost:3000/posts/rain',
    datePublished: '2026-01-01T09:00:00.000Z',
    dateModified: '2026-01-01T09:00:00.000Z',
    image: 'http://localhost:3000/images/rain%20%C3%A9.jpg',
    commentCount: 1,
    comment: [
      {
        url: 'http://localhost:3000/posts/rain#c-1',
        author: { name: 'Wren' },
        text: 'I read this on the bus.',
      },
    ],
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
