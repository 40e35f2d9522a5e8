import { shorten } from './shorten'

/** The longest post on X, in X's own units. */
export const longestTweet = 280

/** Units of any address: X counts it as a t.co link, and Mastodon as many letters. */
export const addressLength = 23

/** What X counts as 1 (its `v3.json`): the letters of most alphabets, and some marks and spaces. All else is 2. */
const light = /[\0-\u10ff\u2000-\u200d\u2010-\u201f\u2032-\u2037]/u

/** What may be an address for X, with the letters that are counted as they stand. */
const address = /(?:https?:\/\/)?[a-z\d-]+(?:\.[a-z\d-]+)+(?:\/[\w/.-]*)?/gi

/** A dot inside a word, with the letters beside it: in one that `address` does not know it may make an address, too. */
const innerDot = /([\p{L}\p{N}])\.(?=([\p{L}\p{N}]))/gu

/**
 * Words that take at most `room` units of X, shortened where they must be. Reckoned without X's own library, for the
 * browser: what may be an address counts as one, or by its letters where those are more, and an emoji of several signs as
 * all of them, so that words with such in them may end a little early but never late.
 */
export function fitTweet(words: string, room: number): string {
  return shorten(words, (words) => weighAtMost(words) <= room)
}

function weighAtMost(words: string): number {
  let units = 0
  for (const letter of words) units += light.test(letter) ? 1 : 2
  for (const [found] of words.matchAll(address)) units += Math.max(0, addressLength - found.length)
  for (const [, before, after] of words.matchAll(innerDot)) {
    if (/\P{ASCII}/u.test(`${before}${after}`)) units += addressLength
  }
  return units
}
