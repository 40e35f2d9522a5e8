import { describe, expect, it } from 'vitest'
import { mastodonShare, readServer } from './mastodon-share'

describe('readServer', () => {
  it.each([
    ['mastodon.social', 'mastodon.social'],
    ['  Mastodon.Social ', 'mastodon.social'],
    ['https://fosstodon.org/about?x#y', 'fosstodon.org'],
    ['@wren@stitch.example', 'stitch.example'],
    ['https://me:secret@stitch.example/', 'stitch.example'],
    ['stitch.example:8443', 'stitch.example:8443'],
    ['xn--stich-4qa.example', 'xn--stich-4qa.example'],
  ])('finds the server in %j', (typed, server) => {
    expect(readServer(typed)).toBe(server)
  })

  it.each(['', ' ', 'mastodon', 'a b.social', 'javascript:alert(1)', '-x.social', 'x..social', '.social'])(
    'finds none in %j',
    (typed) => {
      expect(readServer(typed)).toBeNull()
    },
  )
})

it('shares a text with every sign encoded', () => {
  expect(mastodonShare('stitch.example', '“One & two” https://a.example/?b=c')).toBe(
    'https://stitch.example/share?text=%E2%80%9COne%20%26%20two%E2%80%9D%20https%3A%2F%2Fa.example%2F%3Fb%3Dc',
  )
})
