import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { PostingWithTalk } from './posting-with-talk'
import type { ShownThread } from './show-threads'

const posting = { '@type': 'BlogPosting', url: 'https://unpicked.example/posts/rain' }
const shown = { swatch: '', at: '2026-01-02T09:00Z', date: '2 Jan 2026, 09:00' }

function read(threads: ShownThread[] | null): unknown {
  const text = /^<script type="application\/ld\+json">(.*)<\/script>$/.exec(
    renderToStaticMarkup(<PostingWithTalk posting={posting} threads={threads} />),
  )?.[1]
  return JSON.parse(text ?? '')
}

test('machines are told who said what under a post, answers as well, and nothing of what was removed', () => {
  const text = [['I read this on ', { kind: 'em' as const, children: ['the'] }, ' bus.']]
  const answer = { comment: { ...shown, number: 3, name: 'Ode', text: [['So did I </script>.']] } }
  const threads = [
    { comment: { ...shown, number: 1, name: 'Wren', text } },
    { comment: { number: 2, removed: true as const }, replies: [answer] },
  ]
  const told = (number: number, name: string, words: string) => ({
    '@type': 'Comment',
    url: `https://unpicked.example/posts/rain#c-${number}`,
    author: { '@type': 'Person', name },
    datePublished: '2026-01-02T09:00Z',
    text: words,
  })
  expect(read(threads)).toEqual({
    ...posting,
    comment: [told(1, 'Wren', 'I read this on the bus.'), told(3, 'Ode', 'So did I </script>.')],
  })
})

test('while nobody knows what was said, nothing is said of it', () => {
  expect(read([])).toEqual({ ...posting, comment: [] })
  expect(read(null)).toEqual(posting)
})
