import { LRUCache } from 'lru-cache'
import { site } from '../../content/site'
import { env } from '../env'
import type { Rules } from './decide'
import { defaultHoldWords, defaultSpamWords } from './default-words'
import { type FindWords, readWords } from './find-words'

/** The rules as the author sets them: lists of words are text, one word or phrase a line. */
export type KeptRules = Omit<Rules, 'author' | 'holdWords' | 'spamWords'> & {
  holdWords: string
  spamWords: string
}

// Tests and benches write as strangers, and many times a minute.
const isUnlimited = env.COMMENT_LIMITS === 'off'

/** What `content/site.ts` says about comments, with the lists of words we begin with. */
export const rulesAsTheyCome: KeptRules = {
  holdFirst: site.comments.holdFirst && !isUnlimited,
  links: site.comments.links,
  flood: isUnlimited ? { count: Number.MAX_SAFE_INTEGER, minutes: 1 } : site.comments.flood,
  quickest: site.comments.quickest,
  holdWords: defaultHoldWords.trim(),
  spamWords: defaultSpamWords.trim(),
}

/** Two lists, and two more while the author changes them. */
const read = new LRUCache<string, FindWords>({ max: 4 })

/** The rules as `decide` wants them. */
export function toRules(kept: KeptRules): Rules {
  return {
    ...kept,
    author: site.author,
    holdWords: readOnce(kept.holdWords),
    spamWords: readOnce(kept.spamWords),
  }
}

/** Reading a list takes longer than looking for its words. */
function readOnce(list: string): FindWords {
  const find = read.get(list) ?? readWords(list)
  read.set(list, find)
  return find
}
