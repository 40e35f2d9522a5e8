import twitterText from 'twitter-text'
import type { Quote } from '../posts/post'
import { addressLength } from './fit-tweet'

/** How much of X's 280 units a quote takes with its address and ` via @handle`: most letters count 1, emoji and CJK 2, any address 23. */
export function weightedLength({ tweet, via, withUrl }: Pick<Quote, 'tweet' | 'via' | 'withUrl'>): number {
  const words = twitterText.parseTweet(tweet).weightedLength
  return words + (withUrl ? 1 + addressLength : 0) + (via === null ? 0 : ` via @${via}`.length)
}
