import { fitToot, longestToot } from './fit-toot'
import { addressLength, fitTweet, longestTweet } from './fit-tweet'
import { mastodonShare } from './mastodon-share'
import { quoteWords } from './quote-words'
import { blueskyLength, shareLinks } from './share-links'

type Reader = {
  /** The host on which they passed something on last; null when nothing is known of it. */
  host: string | null
  /** Their Mastodon server; null when they told none. */
  server: string | null
}

/** What stands beside the words in a post on a network: quotation marks round them, and a space or a line's end. */
const marks = 2 + 1
const beside = marks + addressLength

/**
 * Where a reader passes words of a post on, with the address that leads to them: the network they used last, or else
 * their Mastodon server, or else X. Words are shortened to what the network takes. Threads has the room of Mastodon.
 */
export function sharePassage(words: string, link: string, { host, server }: Reader) {
  const toot = quoteWords(fitToot(words, longestToot - beside))
  if (server !== null && (host ?? server) === server)
    return { network: 'Mastodon', href: mastodonShare(server, `${toot} ${link}`) }
  const tweet = quoteWords(fitTweet(words, longestTweet - beside))
  const skeet = quoteWords(fitToot(words, blueskyLength - marks - link.length))
  const others = {
    Threads: shareLinks({ text: toot, url: link }).threads,
    Bluesky: shareLinks({ text: skeet, url: link }).bluesky,
  }
  const last = Object.entries(others).find(([, href]) => new URL(href).host === host)
  const [network, href] = last ?? ['X', shareLinks({ text: tweet, url: link }).x]
  return { network, href }
}
