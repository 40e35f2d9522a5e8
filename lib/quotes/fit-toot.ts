import { addressLength } from './fit-tweet'
import { shorten } from './shorten'

/** The longest post on Mastodon, unless a server has another rule; in graphemes. */
export const longestToot = 500

/** What Mastodon counts as 23, however long it is. */
const address = /https?:\/\/\S+/g

/**
 * Words that take at most `room` of what Mastodon counts, shortened where they must be: a grapheme is 1, an address with
 * `https://` 23. A longer one is counted by its letters here, so that words may end early but never late.
 */
export function fitToot(words: string, room: number): string {
  return shorten(words, (words) => countAtMost(words) <= room)
}

function countAtMost(words: string): number {
  const padded = words.replace(address, (found) => found.padEnd(addressLength, '.'))
  return [...new Intl.Segmenter().segment(padded)].length
}
