import { expect, test } from 'vitest'
import { pickPosts } from './pick-posts'
import type { Post } from './post'

function post(slug: string): Post {
  return {
    id: slug,
    slug,
    title: slug,
    description: slug,
    publishedAt: '2026-11-24T08:00:00.000Z',
    updatedAt: null,
    lang: null,
    draft: false,
    tags: [],
    series: null,
    enjoy: null,
    related: [],
    image: null,
    dye: 'indigo',
    comments: true,
    redirects: [],
    words: 400,
    minutes: 2,
    opening: slug,
    headings: [],
    quotes: [],
    paidLinks: 0,
    file: `posts/${slug}.mdx`,
    hash: '',
  }
}

test('picks keep the author’s order and sentence, whatever the order of the posts', () => {
  const picks = [
    { slug: 'a-kind-no', sentence: 'Sent on by strangers.' },
    { slug: 'on-waiting', sentence: 'The short one.' },
  ]
  expect(pickPosts(picks, [post('on-waiting'), post('glue'), post('a-kind-no')])).toEqual([
    { post: post('a-kind-no'), sentence: 'Sent on by strangers.' },
    { post: post('on-waiting'), sentence: 'The short one.' },
  ])
})

test('a pick that is not public is left out', () => {
  expect(pickPosts([{ slug: 'next-week', sentence: 'Soon.' }], [post('glue')])).toEqual([])
})
