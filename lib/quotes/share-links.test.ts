import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shareLinks } from './share-links'

const url = 'https://blog.example/posts/on-waiting'

test('every network gets the words and the address in its own documented fields', () => {
  const links = shareLinks({ text: '“One & two” 100%', url, via: 'unpicked' })
  const x = new URL(links.x)
  expect(x.origin + x.pathname).toBe('https://x.com/intent/tweet')
  expect(Object.fromEntries(x.searchParams)).toEqual({ text: '“One & two” 100%', url, via: 'unpicked' })
  const bluesky = new URL(links.bluesky)
  expect(bluesky.origin + bluesky.pathname).toBe('https://bsky.app/intent/compose')
  expect(Object.fromEntries(bluesky.searchParams)).toEqual({ text: `“One & two” 100%\n${url}` })
  const threads = new URL(links.threads)
  expect(threads.origin + threads.pathname).toBe('https://www.threads.com/intent/post')
  expect(Object.fromEntries(threads.searchParams)).toEqual({ text: '“One & two” 100%', url })
  expect(links.plain).toBe(`“One & two” 100% ${url}`)
})

test('without an address the words go alone, without a handle nobody is named', () => {
  const links = shareLinks({ text: 'Words', url: null, via: null })
  expect(links).toEqual({
    x: 'https://x.com/intent/tweet?text=Words',
    bluesky: 'https://bsky.app/intent/compose?text=Words',
    threads: 'https://www.threads.com/intent/post?text=Words',
    plain: 'Words',
  })
})

test('whatever the words, they arrive as they were, and Bluesky takes them', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 600 }), (text) => {
      const links = shareLinks({ text, url })
      expect(new URL(links.x).searchParams.get('text')).toBe(text)
      const shared = new URL(links.bluesky).searchParams.get('text') ?? ''
      expect([...new Intl.Segmenter().segment(shared)].length).toBeLessThanOrEqual(300)
      expect(shared.endsWith(`\n${url}`)).toBe(true)
    }),
  )
})

test('words that fill the room of Bluesky go whole, and of longer ones those that fit', () => {
  const room = 300 - `\n${url}`.length
  const share = (text: string) => new URL(shareLinks({ text, url }).bluesky).searchParams.get('text')
  const fitting = `${'a'.repeat(room - 4)} sew`
  expect(share(fitting)).toBe(`${fitting}\n${url}`)
  const cut = `${'a'.repeat(room - 5)} sew`
  expect(share(`${cut} on`)).toBe(`${cut}…\n${url}`)
})
