import { expect, test } from 'vitest'
import { sharePassage } from './share-passage'

const link = 'https://blog.example/posts/on-waiting#:~:text=wool'
const share = (host: string | null, server: string | null = null) =>
  sharePassage('Wool holds.', link, { host, server })

test.each([
  ['X where nothing is known', null, null, 'X', 'https://x.com'],
  ['the Mastodon server they told', null, 'stitch.example', 'Mastodon', 'https://stitch.example'],
  [
    'that server when it was the last',
    'stitch.example',
    'stitch.example',
    'Mastodon',
    'https://stitch.example',
  ],
  ['X when that was the last', 'x.com', 'stitch.example', 'X', 'https://x.com'],
  ['Bluesky', 'bsky.app', 'stitch.example', 'Bluesky', 'https://bsky.app'],
  ['Threads', 'www.threads.com', null, 'Threads', 'https://www.threads.com'],
  ['X for a server they have left', 'stitch.example', null, 'X', 'https://x.com'],
  ['X for a host of nobody', 'evil.example', null, 'X', 'https://x.com'],
])('words are passed on to %s', (_, host, server, network, origin) => {
  const shared = share(host, server)
  expect(shared.network).toBe(network)
  expect(new URL(shared.href).origin).toBe(origin)
  expect(decodeURIComponent(new URL(shared.href).search)).toContain('“Wool holds.”')
})

const text = (words: string, host: string | null, server: string | null = null) =>
  new URL(sharePassage(words, link, { host, server }).href).searchParams.get('text') ?? ''

test('each network gets as much as it takes, and the marks are closed', () => {
  const long = 'wool '.repeat(300)
  expect(text(long, 'x.com')).toMatch(/^“[^”]{230,254}…”$/)
  expect(text(long, 'www.threads.com')).toMatch(/^“[^”]{460,474}…”$/)
  expect(text(long, null, 'stitch.example')).toMatch(/^“[^”]{460,474}…” https/)
  const onBluesky = text(long, 'bsky.app')
  expect(onBluesky).toMatch(/^“[^”]+…”\nhttps/)
  expect(onBluesky.length).toBeGreaterThan(290)
  expect(onBluesky.length).toBeLessThanOrEqual(300)
})
